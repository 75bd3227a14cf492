"""The Markdown pages of one language as people wrote them: read, named, and turned into HTML."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.archive.files import CollectionFolder
from generator.archive.front_matter import front_matter, front_matter_texts
from generator.editions.language_site import LanguageSite
from generator.editions.options import content_folder
from generator.views.links import Links
from generator.views.page import Heading

_NOT_PUBLISHED = (".md", ".yml", ".yaml")


@dataclass(frozen=True)
class MarkdownOptions:
    """What `mkdocs.yml` says of Markdown: the names of extensions, and the options of some of them."""

    extensions: tuple[str, ...] = ("toc", "tables", "fenced_code")
    options: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class WrittenPage:
    """A Markdown page: `source` is its file below the folder of its language, `path` its address."""

    source: str
    path: str
    section: str
    title: str
    description: str
    navigation_title: str
    html: str
    headings: tuple[Heading, ...]


def page_path(source: str) -> str:
    """The address of a Markdown page below the root of its language: `lane/` for `lane.md`."""
    if source == "404.md":
        # Servers look for this very name.
        return "404.html"
    stem = PurePosixPath(source).with_suffix("")
    path = str(stem.parent if stem.name in ("index", "README") else stem)
    return "" if path == "." else f"{path}/"


def page_section(source: str) -> str:
    """The section that the navigation marks on a page."""
    return "home" if source == "index.md" else PurePosixPath(source).with_suffix("").parts[0]


def written_sources(folder: CollectionFolder, language: str) -> tuple[str, ...]:
    """The files of the Markdown pages of a language, below its folder."""
    top = f"content/{content_folder(language)}"
    return tuple(file.removeprefix(f"{top}/") for file in folder.list(top, ".md"))


def copied_files(folder: CollectionFolder, language: str) -> Iterator[tuple[str, str]]:
    """Path in the site and file of whatever lies beside the pages and is published as it is, such as pictures."""
    top = f"content/{content_folder(language)}"
    for file in folder.list(top, ""):
        if not file.endswith(_NOT_PUBLISHED):
            yield file.removeprefix(f"{top}/"), file


class PageReader:
    """Reads the Markdown pages of one language."""

    def __init__(self, folder: CollectionFolder, language_site: LanguageSite, options: MarkdownOptions) -> None:
        self.sources = written_sources(folder, language_site.language)
        self._folder = folder
        self._language_site = language_site
        self._options = options

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {source: page_path(source) for source in self.sources}

    def pages(self) -> Iterator[WrittenPage]:
        """Every page, in the order of files."""
        for source in self.sources:
            yield self.read(source, self.text(source))

    def text(self, source: str) -> str:
        """What is written in the file of a page. Raises UnreadableFile; the review reports it."""
        return self._folder.read_text(f"content/{content_folder(self._language_site.language)}/{source}")

    def read(self, source: str, text: str) -> WrittenPage:
        """The page of a file that holds `text`. Raises UnreadableYaml; the review reports it."""
        site = self._language_site
        texts = front_matter_texts(text)
        head = front_matter(text)
        body = text if head is None else text.split("\n", head.count("\n") + 3)[-1]
        links = _PageLinks(source, self._paths, site.links(page_path(source)))
        converter = Markdown(
            extensions=[*self._options.extensions, links], extension_configs=dict(self._options.options or {})
        )
        html = converter.convert(site.text(body))
        tokens: Sequence[Mapping[str, Any]] = getattr(converter, "toc_tokens", ())
        title = site.text(texts.get("title") or _first_heading(tokens) or _named_after(source))
        return WrittenPage(
            source=source,
            path=page_path(source),
            section=page_section(source),
            title=title,
            description=site.text(texts.get("description", "")),
            navigation_title=site.text(texts.get("navigation") or title),
            html=html,
            headings=_headings(tokens),
        )


def _first_heading(tokens: Sequence[Mapping[str, Any]]) -> str:
    return next((unescape(token["name"]) for token in tokens if token["level"] == 1), "")


def _named_after(source: str) -> str:
    stem = PurePosixPath(source).stem.replace("-", " ").replace("_", " ")
    return stem.capitalize() if stem.lower() == stem else stem


def _headings(tokens: Sequence[Mapping[str, Any]]) -> tuple[Heading, ...]:
    seconds = [each for top in tokens for each in ([top] if top["level"] == 2 else top["children"])]
    return tuple(Heading(unescape(each["name"]), each["id"]) for each in seconds)


class _PageLinks(Extension):
    """Links that name a Markdown file lead to its page; all others stay as they are written."""

    def __init__(self, source: str, paths: Mapping[str, str], links: Links) -> None:
        super().__init__()
        self._rewriter = source, paths, links

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_LinkRewriter(md, *self._rewriter), "qingguo-links", 0)


class _LinkRewriter(Treeprocessor):
    def __init__(self, md: Markdown, source: str, paths: Mapping[str, str], links: Links) -> None:
        super().__init__(md)
        self._folder = posixpath.dirname(source)
        self._paths = paths
        self._links = links

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            if href := element.get("href"):
                element.set("href", self._rewritten(href))

    def _rewritten(self, href: str) -> str:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return href
        target = posixpath.normpath(posixpath.join(self._folder, unquote(parts.path)))
        if target not in self._paths:
            return href
        return urlunsplit(parts._replace(path=self._links.to(self._paths[target])))
