"""The notes of one page: its sources, numbered in the order in which the page first names them, and its marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.records.fact import Fact, Variant
from generator.records.source import Source, Tier
from generator.records.text import LocalizedText
from generator.views.dates import date_text
from generator.views.links import Links
from generator.views.texts import Shown, Texts

_TIERS = (Tier.A, Tier.B, Tier.C, Tier.NONE)


@dataclass(frozen=True)
class SourceNote:
    """A source as a page prints it. `href` leads to its entry on the page of all sources."""

    id: str
    number: int
    title: str
    title_lang: str
    publisher: str | None
    date: str | None
    tier: str
    url: str | None
    read: str
    access: str
    note: Shown | None
    href: str | None


@dataclass(frozen=True)
class VariantNote:
    """Another account of a fact, with the sources that give it."""

    text: Shown
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True)
class FactNote:
    """What the mark behind a fact opens: sources, the best tier among them, the doubts. `id` is unique in the page."""

    id: str
    sources: tuple[SourceNote, ...]
    tier: str
    verified: bool
    inferred: bool
    variants: tuple[VariantNote, ...]
    note: Shown | None


class PageNotes:
    """Gathers the notes of one page while its parts are made."""

    def __init__(self, register: Mapping[str, Source], texts: Texts, links: Links) -> None:
        self._register = register
        self._texts = texts
        self._links = links
        self._sources: dict[str, SourceNote] = {}
        self._count = 0

    @property
    def sources(self) -> list[SourceNote]:
        """Every source that the page has named so far, by number."""
        return list(self._sources.values())

    def cite(self, source_ids: Sequence[str]) -> tuple[SourceNote, ...]:
        """The sources with these ids; one that is not in the register is left out (the review reports it)."""
        return tuple(
            self._sources.get(each) or self._add(self._register[each]) for each in source_ids if each in self._register
        )

    def mark(self, fact: Fact, inferred: bool = False) -> FactNote:
        """The mark behind a fact."""
        return self.mark_of(fact.sources, fact.verified, fact.variants, fact.note, inferred)

    def mark_of(
        self,
        source_ids: Sequence[str],
        verified: bool,
        variants: Sequence[Variant] = (),
        note: LocalizedText | None = None,
        inferred: bool = False,
    ) -> FactNote:
        """The mark behind what is no fact of a record, such as a coordinate or a sentence of a Markdown page."""
        sources = self.cite(source_ids)
        self._count += 1
        return FactNote(
            id=f"m{self._count}",
            sources=sources,
            tier=min((each.tier for each in sources), key=[tier.value for tier in _TIERS].index, default="none"),
            verified=verified,
            inferred=inferred,
            variants=tuple(VariantNote(self._texts.shown(each.text), self.cite(each.sources)) for each in variants),
            note=self._texts.optional(note),
        )

    def _add(self, source: Source) -> SourceNote:
        note = source_note(source, self._texts, len(self._sources) + 1, self._links)
        self._sources[source.id] = note
        return note


def source_note(source: Source, texts: Texts, number: int, links: Links | None) -> SourceNote:
    """A source for print. Titles stand in the language that the source was published in, which is not translated."""
    title_lang = "zh-Hans" if any("\u3400" <= character <= "\u9fff" for character in source.title) else "en"
    page_lang = {"zh": "zh-Hans"}.get(texts.language, texts.language)
    return SourceNote(
        id=source.id,
        number=number,
        title=source.title,
        title_lang="" if title_lang == page_lang else title_lang,
        publisher=source.publisher,
        date=date_text(source.date, texts.language) if source.date else None,
        tier=source.tier.value,
        url=source.url,
        read=source.read.value,
        access=source.access.value,
        note=texts.optional(source.note),
        href=links.to("sources/", f"source-{source.id}") if links else None,
    )
