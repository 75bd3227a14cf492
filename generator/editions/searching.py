"""What search knows: an entry for each record, each Markdown page and each source, in one language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from generator.archive.collection import Collection
from generator.language.traditional import TraditionalConverter
from generator.records.base import Base
from generator.records.fact import Fact
from generator.records.figure import Figure, NameKind
from generator.records.route import Route
from generator.records.site import PlaceNames, Site
from generator.records.text import LocalizedText
from generator.release.assets import AssetStore
from generator.search.entry import Kind, Name, NameRole, SearchEntry
from generator.search.index import build_index
from generator.search.text_filter import group_digests
from generator.search.text_parts import TextPart
from generator.views.links import record_path
from generator.views.page import Page

_TAG = re.compile(r"<(?:script|style|svg)\b.*?</(?:script|style|svg)>|<[^>]*>", re.DOTALL)
_SPACE = re.compile(r"\s+")
_ROLES = {
    NameKind.COURTESY: NameRole.COURTESY,
    NameKind.ART: NameRole.ART,
    NameKind.PEN: NameRole.PEN,
    NameKind.FORMER: NameRole.FORMER,
    NameKind.OTHER: NameRole.OTHER,
}


def plain_text(html: str) -> str:
    """The text of a piece of HTML, as a reader would read it."""
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", html))).strip()


class KeptText(NamedTuple):
    """What is kept of a text part of the index beside its rows and terms."""

    address: str
    """From the folder of the assets."""
    characters: str
    digests: bytes
    """`group_digests` of its terms."""


def store_text(assets: AssetStore, language: str, part: TextPart) -> KeptText:
    """Store a text part of the index of a language."""
    address = add_part(assets, language, "text.js", part.content)
    return KeptText(address, part.characters, group_digests(part.terms))


def add_part(assets: AssetStore, language: str, name: str, content: str) -> str:
    """Store a part of the index of a language; answers its address from the folder of the two fixed files."""
    return assets.add(f"search-{language}/{name}", content).removeprefix("assets/")


def names_path(language: str) -> str:
    """The path of the names file. It is fixed, as is that of the text file: with a hash, an edit of any record would
    change every page. They name the parts of a large index, which do carry hashes.
    """
    return f"assets/search-{language}.js"


def text_path(language: str) -> str:
    """The path of the text file."""
    return f"assets/search-text-{language}.js"


def add_search(assets: AssetStore, language: str, entries: Iterable[SearchEntry], words: Mapping[str, str]) -> None:
    """Store the index of a language that is not so large that it is in parts."""
    index = build_index(entries, words)
    assets.add_plain(names_path(language), index.names)
    assets.add_plain(text_path(language), index.text)


class EntryMaker:
    """Makes the search entries of one language."""

    def __init__(
        self, collection: Collection, language: str, converter: TraditionalConverter, is_sharded: bool = False
    ) -> None:
        """`is_sharded` as in `links.record_path`."""
        self.collection = collection
        self.language = language
        self.converter = converter
        self.is_sharded = is_sharded

    def records(self, pages: Iterable[Page]) -> Iterator[SearchEntry]:
        """One entry for each record page."""
        for page in pages:
            if page.kind == "figure":
                yield self._figure(self.collection.figures[page.record_id])
            elif page.kind == "site":
                site = self.collection.sites[page.record_id]
                texts = self._texts(site.summary, site.period, site.kind, site.location)
                yield self._place(Kind.SITE, site, texts, page)
            elif page.kind == "base":
                base = self.collection.bases[page.record_id]
                yield self._place(Kind.BASE, base, self._texts(*_text_facts(base)), page)
            else:
                route = self.collection.routes[page.record_id]
                stories = (stop.story for stop in route.stops)
                yield self._place(Kind.ROUTE, route, self._texts(route.summary, *stories), page)

    def content(self, pages: Iterable[tuple[str, str, str, str]]) -> Iterator[SearchEntry]:
        """One entry for each Markdown page, given as address, title, description and plain text."""
        for path, title, description, text in pages:
            yield SearchEntry(Kind.PAGE, path, title, (Name(title, NameRole.FULL),), description, text, 0)

    def sources(self) -> Iterator[SearchEntry]:
        """One entry for each source."""
        for source in self.collection.sources.values():
            title = self._text(source.title)
            summary = self._text(source.publisher or "")
            yield SearchEntry(Kind.SOURCE, f"sources/#source-{source.id}", title, (), summary, "", 0)

    def _text(self, text: str) -> str:
        return self.converter.convert(text) if self.language == "zh-Hant" else text

    def _texts(self, *texts: LocalizedText | None) -> str:
        return " ".join(self._text(text.wording(self.language).text) for text in texts if text is not None)

    def _figure(self, figure: Figure) -> SearchEntry:
        names = figure.names
        found = [Name(names.zh, NameRole.FULL, names.pinyin), Name(names.en, NameRole.ENGLISH)]
        if names.zh_hant:
            found.append(Name(names.zh_hant, NameRole.TRADITIONAL, names.pinyin))
        if names.given:
            found.append(Name(names.given, NameRole.GIVEN, _given_pinyin(names.pinyin)))
        for other in figure.names.others:
            found.append(Name(other.zh, _ROLES[other.kind], other.pinyin))
            if other.en:
                found.append(Name(other.en, NameRole.ENGLISH))
        texts = [
            *(event.text for event in figure.timeline),
            *(role.title for role in figure.roles),
            *(membership.organisation for membership in figure.organisations),
            *(work.title for work in figure.works),
            *(relation.text for relation in figure.relations),
            figure.biography.text if figure.biography else None,
        ]
        return SearchEntry(
            Kind.FIGURE,
            record_path("figure", figure.id, self.is_sharded),
            self._name(names.zh, names.zh_hant, names.en),
            tuple(found),
            self._texts(figure.summary),
            self._texts(*texts),
            figure.prominence,
        )

    def _name(self, zh: str, zh_hant: str | None, en: str) -> str:
        if self.language == "en":
            return en
        return (zh_hant or self.converter.convert(zh)) if self.language == "zh-Hant" else zh

    def _place(self, kind: Kind, record: Site | Base | Route, text: str, page: Page) -> SearchEntry:
        names: PlaceNames = record.names
        found = [
            Name(names.zh, NameRole.FULL, names.pinyin),
            Name(names.en, NameRole.ENGLISH),
            *(Name(other, NameRole.OTHER) for other in names.others),
        ]
        title = self._name(names.zh, names.zh_hant, names.en)
        return SearchEntry(
            kind, record_path(kind.value, record.id, self.is_sharded), title, tuple(found), page.description, text, 0
        )


def _text_facts(base: Base) -> Iterator[LocalizedText]:
    facts: tuple[Fact | None, ...] = (base.see, base.address, *base.statuses, *base.school_programmes, *base.practical)
    for fact in facts:
        text = getattr(fact, "text", None)
        if text is not None:
            yield text


def _given_pinyin(pinyin: str) -> str | None:
    """The reading of the given name: what follows the surname in `Shǐ Liáng`."""
    _, space, given = pinyin.partition(" ")
    return given if space else None
