"""The notes of one page: its sources, numbered in the order in which the page first names them, and its marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.records.fact import Fact, Variant
from generator.records.source import Access, Source
from generator.records.text import LocalizedText
from generator.shell.html import Html
from generator.views.dates import date_text
from generator.views.markup.sources import entry_html, source_html
from generator.views.texts import Shown, Texts

_MOST_SOURCES = 4096
"""How many printed sources are kept for the next page, about 1 KB each."""


@dataclass(frozen=True)
class SourceNote:
    """A source as pages print it, each page with a number of its own before it."""

    id: str
    title: str
    title_lang: str
    publisher: str | None
    date: str | None
    tier: str
    url: str | None
    read: str
    access: str
    note: Shown | None
    inline_html: Html
    """The source inside a note, with the link to its entry on the page of all sources."""
    entry_html: tuple[Html, Html]
    """The source in the list at the end of a page, before and behind its number."""


class VariantNote(NamedTuple):
    """Another account of a fact, with the sources that give it."""

    text: Shown
    sources: tuple[SourceNote, ...]


class FactNote(NamedTuple):
    """What the mark behind a fact opens: sources, the best tier among them, the doubts.

    `number` is that of the mark, unique in the page; `numbers` are those of the sources.
    """

    number: int
    sources: tuple[SourceNote, ...]
    numbers: tuple[int, ...]
    tier: str
    verified: bool
    inferred: bool
    variants: tuple[VariantNote, ...]
    note: Shown | None


class PrintedSources:
    """The register of sources as the pages of one language print it from which the same link leads to its page."""

    def __init__(self, register: Mapping[str, Source], texts: Texts, page_href: str) -> None:
        self._register = register
        self._texts = texts
        self._page_href = page_href
        self._printed: dict[str, SourceNote] = {}

    def get(self, source_id: str) -> SourceNote | None:
        """The source with this id, or None for one that is not in the register (the review reports it)."""
        note = self._printed.get(source_id)
        if note is None and (source := self._register.get(source_id)) is not None:
            if len(self._printed) >= _MOST_SOURCES:
                self._printed.clear()
            note = self._printed[source_id] = source_note(source, self._texts, f"{self._page_href}#source-{source_id}")
        return note


_Cited = tuple[tuple[SourceNote, ...], tuple[int, ...], str]
"""Sources, their numbers in the page, and the best tier among them."""


class PageNotes:
    """Gathers the notes of one page while its parts are made."""

    def __init__(self, printed: PrintedSources, texts: Texts) -> None:
        self._printed = printed
        self._texts = texts
        self._sources: dict[str, tuple[int, SourceNote]] = {}
        self._cited: dict[tuple[str, ...], _Cited] = {}
        self._count = 0

    @property
    def sources(self) -> list[SourceNote]:
        """Every source that the page has named so far, by number from 1."""
        return [source for _, source in self._sources.values()]

    def _cite(self, source_ids: tuple[str, ...]) -> "_Cited":
        """The sources with these ids and their numbers; one that is not in the register is left out."""
        cited = self._cited.get(source_ids)
        if cited is None:
            cited = self._cited[source_ids] = self._cite_anew(source_ids)
        return cited

    def _cite_anew(self, source_ids: tuple[str, ...]) -> "_Cited":
        sources, numbers, known = [], [], self._sources
        for each in source_ids:
            found = known.get(each)
            if found is None:
                source = self._printed.get(each)
                if source is None:
                    continue
                found = known[each] = (len(known) + 1, source)
            numbers.append(found[0])
            sources.append(found[1])
        # The names of the tiers sort from the best to "none".
        return tuple(sources), tuple(numbers), min([source.tier for source in sources], default="none")

    def mark(self, fact: Fact, inferred: bool = False) -> FactNote:
        """The mark behind a fact."""
        return self.mark_of(fact.sources, fact.verified, fact.variants, fact.note, inferred)

    def mark_of(
        self,
        source_ids: tuple[str, ...],
        verified: bool,
        variants: Sequence[Variant] = (),
        note: LocalizedText | None = None,
        inferred: bool = False,
    ) -> FactNote:
        """The mark behind what is no fact of a record, such as a coordinate or a sentence of a Markdown page."""
        sources, numbers, tier = self._cite(source_ids)
        self._count += 1
        return FactNote(
            self._count,
            sources,
            numbers,
            tier,
            verified,
            inferred,
            tuple([self._variant(each) for each in variants]) if variants else (),
            None if note is None else self._texts.shown(note),
        )

    def _variant(self, variant: Variant) -> VariantNote:
        return VariantNote(self._texts.shown(variant.text), self._cite(variant.sources)[0])


def source_note(source: Source, texts: Texts, href: str | None) -> SourceNote:
    """A source for print. Titles stand in the language that the source was published in, which is not translated.

    `href` is where its title leads inside a note; None for no link.
    """
    title_lang = "zh-Hans" if any("\u3400" <= character <= "\u9fff" for character in source.title) else "en"
    page_lang = {"zh": "zh-Hans"}.get(texts.language, texts.language)
    shown_lang = "" if title_lang == page_lang else title_lang
    date = date_text(source.date, texts.language) if source.date else None
    note = texts.optional(source.note)
    inline_html = source_html(texts.words, source.tier.value, source.title, shown_lang, source.publisher, date, href)
    return SourceNote(
        id=source.id,
        title=source.title,
        title_lang=shown_lang,
        publisher=source.publisher,
        date=date,
        tier=source.tier.value,
        url=source.url,
        read=source.read.value,
        access=source.access.value,
        note=note,
        inline_html=inline_html,
        entry_html=entry_html(
            texts.words, source.id, inline_html, source.access is Access.MIRROR, source.read.value, source.url, note
        ),
    )
