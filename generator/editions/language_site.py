"""One language of a site while it is being built: from records and rendered Markdown to finished pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from generator.editions.content import FilledPage, Fillers, fill_page, prose
from generator.editions.frames import LANGUAGE_NAMES, FrameMaker
from generator.editions.options import CONFIGURATION, HTML_LANGUAGES, content_folder
from generator.editions.searching import EntryMaker, plain_text
from generator.editions.site import Site
from generator.editions.typography import add_fonts, missing_character
from generator.language.words import Words
from generator.search.index import build_index
from generator.shell.form import Form
from generator.shell.frame import Frame
from generator.views.links import Links, language_prefix
from generator.views.page import Heading, Page
from generator.views.site_views import SiteViews

SECTIONS = ("figures", "sites", "bases", "routes")
"""The folders of record pages; each needs a prototype page of its own."""

NOT_SEARCHED = frozenset({"404.html", "search/"})
"""Pages that no search should find; the search page would be found for its own examples."""


@dataclass(frozen=True)
class ContentPage:
    """A Markdown page as written: `source` is its file below the language's folder, `path` its address."""

    source: str
    path: str
    section: str
    title: str
    description: str
    navigation_title: str


@dataclass
class LanguageSite:
    """Gathers the Markdown pages and the forms that the shell renders, and stamps the record pages."""

    site: Site
    language: str
    counterparts: Callable[[str], frozenset[str]]
    pages: dict[str, ContentPage] = field(default_factory=dict)
    rendered: dict[str, str] = field(default_factory=dict)
    filled: dict[str, FilledPage] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    records: list[Page] = field(default_factory=list)
    late_assets: dict[str, str] = field(default_factory=dict)
    search_files: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.prefix = language_prefix(self.language, self.site.options.languages[0])
        self.words = Words(self.language, self.site.converter.convert)

    @cached_property
    def views(self) -> SiteViews:
        """The views of this language; made when the first page asks for one."""
        site = self.site
        return SiteViews(
            site.collection,
            self.language,
            site.converter,
            site.assets,
            site.options.languages,
            site.options.tiles,
            downloads=site.downloads.described(self.words),
            site_name=self.site_name,
            site_url=site.site_url,
        )

    @cached_property
    def frames(self) -> FrameMaker:
        """What makes the frames of this language's pages."""
        return FrameMaker(
            self.site,
            self.language,
            self.site_name,
            self.words,
            self.links,
            self.counterparts,
            self.site.converter.convert,
        )

    def text(self, text: str) -> str:
        """A text of the first language as readers of this language see it."""
        return self.site.converter.convert(text) if self.language == "zh-Hant" else text

    @property
    def site_name(self) -> str:
        """The name of the site in this language."""
        return self.text(self.site.options.names.wording(self.language).text)

    def links(self, path: str) -> Links:
        """The links of the page at `path` below the root of the language."""
        base = self.site.base_path if path == "404.html" else None
        return Links(self.prefix + path, self.prefix, absolute_base=base)

    def take(self, page: ContentPage, html: str) -> None:
        """Take a Markdown page as the engine rendered it."""
        self.pages[page.source] = page
        self.rendered[page.source] = html

    def gather(self) -> None:
        """Make the bodies of all pages, and what depends on the text of all pages: search and fonts."""
        self.site.progress("gather", 0, 0)
        self.records = list(self.views.record_pages())
        self._add_search()
        self.filled = {source: self._fill(self.pages[source], html) for source, html in self.rendered.items()}
        self._add_fonts()

    def _fill(self, page: ContentPage, html: str) -> FilledPage:
        fillers = Fillers(
            block=lambda name: self.views.block(name, page.path),
            source_mark=lambda sources: self.views.source_mark(sources, page.path),
            record_link=self.links(page.path).to_record,
            notes=lambda: self.views.source_notes(page.path),
        )
        return fill_page(html, page.title, fillers)

    def _add_search(self) -> None:
        maker = EntryMaker(self.site.collection, self.language, self.site.converter)
        content = [
            (page.path, page.title, page.description, plain_text(prose(self.rendered[source])))
            for source, page in self.pages.items()
            if page.path not in NOT_SEARCHED
        ]
        entries = [*maker.records(self.records), *maker.content(content), *maker.sources()]
        index = build_index(entries, self.words.all)
        self.search_files |= {
            "names": self.site.assets.add(f"search-{self.language}.js", index.names),
            "text": self.site.assets.add(f"search-text-{self.language}.js", index.text),
        }

    def _add_fonts(self) -> None:
        bodies = [*(str(page.body) for page in self.records), *(str(filled.html) for filled in self.filled.values())]
        titles = (page.navigation_title for page in self.pages.values())
        frame = " ".join([*self.words.all.values(), *titles, self.site_name, *LANGUAGE_NAMES.values()])
        path, missing = add_fonts(
            self.site.assets, self.language, bodies, frame, self.site.root / ".cache" / "qingguo" / "fonts"
        )
        self.late_assets["fonts.css"] = path
        self.site.late_findings += [missing_character(each, self._file_with(each)) for each in sorted(missing)]

    def _file_with(self, character: str) -> str:
        """The file of the first page that shows a character; the configuration, which names the site, if none does."""
        for page in self.records:
            if character in page.body:
                return self.site.collection.file_of(page.kind, page.record_id)
        for source, filled in self.filled.items():
            if character in filled.html:
                return f"content/{content_folder(self.language)}/{source}"
        return CONFIGURATION

    def variables(self) -> dict[str, object]:
        """What the theme's template needs beside the frame of each page."""
        return {
            "language": self.language,
            "html_lang": HTML_LANGUAGES[self.language],
            "root": "../" * self.prefix.count("/"),
            "assets": {**self.site.assets.by_name, **self.late_assets},
            "navigation": self._listed(self.site.options.navigation),
            "footer": self._listed(self.site.options.footer),
            "words": dict(self.words.all),
            "csp": self.site.content_security_policy,
            "site_name": self.site_name,
            # Split here, since not every engine's templates can: the name, and what a small screen leaves out.
            "name_parts": self.site_name.partition(" · "),
            "search": {**self.search_files, "explicit_index": ""},
        }

    def _listed(self, sources: tuple[str, ...]) -> list[dict[str, str]]:
        """Those of the named Markdown pages that this language has, as the theme lists them."""
        return [
            {"section": page.section, "title": page.navigation_title, "url": page.path}
            for source in sources
            if (page := self.pages.get(source)) is not None
        ]

    def content_frame(self, source: str, headings: tuple[Heading, ...]) -> Frame:
        """The frame of a Markdown page."""
        page, filled = self.pages[source], self.filled[source]
        return self.frames.of_content(
            page.path, page.title, page.description, filled.html, headings, filled.scripts, filled.styles
        )

    def stamp(self) -> dict[str, bytes]:
        """Every record page of this language, by its path from the root of the site."""
        stamped: dict[str, bytes] = {}
        for done, page in enumerate(self.records, 1):
            form = self.forms[page.path.partition("/")[0]]
            stamped[f"{self.prefix}{page.path}index.html"] = form.fill(self.frames.of_record(page)).encode()
            self.site.progress("stamp", done, len(self.records))
        return stamped
