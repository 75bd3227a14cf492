"""The MkDocs plugin: MkDocs renders the pages that people write and one prototype per kind of record; the rest is ours.

Life cycle of one run, which builds one language:
  on_config       read and review the collection (once for all languages); put our theme in front
  on_files        leave out the theme's own files; add a prototype page for each kind of record
  on_page_markdown, on_page_content   derive the language; take the rendered page
  on_env          all text is known: make every body, search index, fonts, and tell the theme of them
  on_page_context give each page its frame; a prototype gets blanks
  on_post_page    split the rendered prototypes into forms
  on_post_build   stamp the record pages; after the first language, run MkDocs for each other one; write what all share
"""

import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import config_options as options
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.archive.front_matter import front_matter_texts
from generator.editions.language_site import SECTIONS, ContentPage, LanguageSite
from generator.editions.options import content_folder
from generator.editions.public import PublicEdition
from generator.editions.site import Rejected, silent
from generator.editions.theme_assets import THEME
from generator.language.locale import interface_language
from generator.release.tree import write_tree
from generator.review.report import text_report
from generator.shell.form import Form
from generator.shell.frame import Frame
from generator.views.page import Heading

PROTOTYPE = "qingguo-prototype"


class QingguoConfig(Config):  # type: ignore[no-untyped-call]
    """The options in `mkdocs.yml` as they are given; generator/editions/options.py says what each is and checks it."""

    names = options.Optional(options.Type(object))
    languages = options.Optional(options.Type(object))
    navigation = options.Optional(options.Type(object))
    footer = options.Optional(options.Type(object))
    traditional = options.Optional(options.Type(object))
    region = options.Optional(options.Type(object))
    tiles = options.Optional(options.Type(object))


class QingguoPlugin(BasePlugin[QingguoConfig]):  # type: ignore[no-untyped-call]
    """Builds one language in each run of MkDocs; the run of the first language starts the others."""

    edition: PublicEdition | None = None
    """The edition that is built; given by the command `qingguo` or by the run of the first language."""
    language: str | None = None
    """The language of this run; None stands for the first one."""
    is_preview: bool = False
    """Whether the pages are shown by MkDocs' live preview."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether this is the live preview."""
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and review the collection; put our theme in front of the engine's."""
        if self.edition is None:
            self.edition = self._open(config)
        self.language_site = self.edition.languages[self.language or self.edition.default_language]
        if self.language is None:
            # The first language stands at the root, whichever folder `mkdocs.yml` names.
            folder = content_folder(self.edition.default_language)
            config.docs_dir = str(Path(config.config_file_path).parent / "content" / folder)
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates = set()
        config.site_name = config.site_name or self.language_site.site_name
        return config

    def _open(self, config: MkDocsConfig) -> PublicEdition:
        root = Path(config.config_file_path).parent
        try:
            return PublicEdition.open(root, dict(self.config), config.site_url or "", self.is_preview, silent)
        except Rejected as error:
            raise PluginError("\n" + text_report(error.findings, interface_language())) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what the engine's theme brings; add the prototype pages."""
        documents = Path(config.docs_dir)
        for file in list(files):
            if not file.is_documentation_page() and not Path(file.abs_src_path or "").is_relative_to(documents):
                files.remove(file)
        for section in SECTIONS:
            files.append(
                File.generated(
                    config, f"{section}/{PROTOTYPE}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
                )
            )
        error_page = files.get_file_from_path("404.md")
        if error_page is not None:
            # Servers look for this very name.
            error_page.use_directory_urls = False
            error_page.dest_uri = error_page.url = "404.html"
            error_page.abs_dest_path = str(Path(config.site_dir, "404.html"))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Derive traditional text."""
        # Every page has the theme's one template.
        page.meta.pop("template", None)
        return self.language_site.text(markdown)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take the page; it is cleaned and filled when all pages are there, since some blocks tell of all."""
        if not _is_prototype(page):
            self.language_site.take(_content_page(page, self.language_site), html)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """All text is known now: make what depends on it, and hand the theme its variables."""
        self.language_site.gather()
        config.extra["qingguo"] = self.language_site.variables()
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the page its frame."""
        if _is_prototype(page):
            frame, section = Frame.blanks(), PurePosixPath(page.file.src_uri).parts[0]
            section = "lane" if section == "routes" else section
        else:
            source = page.file.src_uri
            frame = self.language_site.content_frame(source, _headings(page))
            section = self.language_site.pages[source].section
        page.meta["frame"] = {**frame.as_variables(), "section": section}
        if page.file.dest_uri == "404.html":
            base = self.language_site.site.base_path + self.language_site.prefix
            context["base_url"] = base.rstrip("/")
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Split a rendered prototype into a form."""
        if _is_prototype(page):
            self.language_site.forms[PurePosixPath(page.file.src_uri).parts[0]] = Form.read(output)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stamp the records; the first language's run builds the other languages and writes what all share."""
        assert self.edition is not None
        site_dir, prefix = Path(config.site_dir), self.language_site.prefix
        for section in SECTIONS:
            shutil.rmtree(site_dir / section / PROTOTYPE)
            if not any((site_dir / section).iterdir()):
                (site_dir / section).rmdir()
        stamped = self.language_site.stamp()
        write_tree(site_dir, {path.removeprefix(prefix): content for path, content in stamped.items()})
        if self.language is None:
            for language in list(self.edition.languages)[1:]:
                self._build_language(config, language)
            write_tree(site_dir, self.edition.shared_files())
            # A live preview reads everything anew at its next build.
            self.edition = None

    def _build_language(self, config: MkDocsConfig, language: str) -> None:
        inner = load_config(
            config.config_file_path,
            docs_dir=str(Path(config.docs_dir).parent / content_folder(language)),
            site_dir=str(Path(config.site_dir) / language),
            site_url=config.site_url,
        )
        plugin = inner.plugins["qingguo"]
        assert isinstance(plugin, QingguoPlugin)
        # MkDocs keeps one instance of a plugin that has on_startup, so this may be `self`.
        own = self.language, self.language_site
        plugin.edition, plugin.language, plugin.is_preview = self.edition, language, self.is_preview
        try:
            build(inner)
        finally:
            self.language, self.language_site = own

    def on_build_error(self, *, error: Exception) -> None:
        """Let the next build of a live preview read everything anew, as after a build that ended well."""
        if self.language is None:
            self.edition = None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch all of the collection, not only the Markdown pages; keep the last good pages while it is bad."""
        root = Path(config.config_file_path).parent
        for folder in ("figures", "sites_map", "content"):
            server.watch(str(root / folder))

        def build_or_keep() -> None:
            # MkDocs has told the findings; without this it would hold every request until they are mended. They are
            # found before MkDocs cleans its folder, so the pages of the last build are still there.
            with suppress(Abort):
                builder()

        server.builder = build_or_keep
        return server


def _is_prototype(page: Page) -> bool:
    return PurePosixPath(page.file.src_uri).stem == PROTOTYPE


def _headings(page: Page) -> tuple[Heading, ...]:
    seconds = [item for top in page.toc for item in ([top] if top.level == 2 else top.children)]
    return tuple(Heading(item.title, item.id) for item in seconds)


def _content_page(page: Page, language_site: LanguageSite) -> ContentPage:
    source = page.file.src_uri
    # Not the engine's reading, for which `no` is false and 0123 a number.
    texts = front_matter_texts(page.file.content_string)
    title = language_site.text(texts.get("title") or (source if "title" in page.meta else str(page.title or source)))
    parts = PurePosixPath(source).with_suffix("").parts
    return ContentPage(
        source=source,
        path="" if page.file.url in (".", "./") else page.file.url,
        section="home" if source == "index.md" else parts[0],
        title=title,
        description=language_site.text(texts.get("description", "")),
        navigation_title=language_site.text(texts.get("navigation") or title),
    )
