"""What one record gives to the pages that tell of many: rows in the language of the pages, ready to be put in order.

A row never depends on another record: it names the others by their ids. Rows are tuples, because hundreds of thousands
of them are sent from process to process, which named tuples survive several times faster than dataclasses.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from generator.records.fact import Variant
from generator.records.text import LocalizedText
from generator.shell.html import Html
from generator.views.texts import Shown

ROOT = "\0"
"""Stands in a finished line for the way from its page to the root of the language; no text of a record holds it."""

Birth = tuple[bool, tuple[int, int, int], str]
"""By which figures are ordered: the unknown at the end, then the first day of birth, then the id."""


class NoteRow(NamedTuple):
    """What the mark behind a fact says, as `PageNotes.mark_of` takes it."""

    sources: tuple[str, ...]
    verified: bool
    variants: tuple[Variant, ...]
    note: LocalizedText | None
    inferred: bool


class FigureRow(NamedTuple):
    """A figure as a line of a list. Years are numbers of years of our era, 0 for 1 BC; None where nothing is known."""

    id: str
    birth: Birth
    name: Shown
    pinyin: str
    line: Shown | None
    years: str
    born: int | None
    died: int | None
    """The first year that the date of death may mean."""
    died_by: int | None
    """The last year that it may mean."""
    fields: tuple[str, ...]
    organisations: tuple[tuple[str, str], ...]
    """Ids of organisations, each with its name."""
    links: tuple[str, ...]
    """How the figure is bound to the city."""
    prominence: int
    is_draft: bool
    homes: tuple[str, ...]
    """The places where the figure was born, lived or had a house."""

    @property
    def era(self) -> str:
        """The decade of birth: `1890` for the 1890s."""
        return "unknown" if self.born is None else str(self.born // 10 * 10)


class PersonRow(NamedTuple):
    """A figure as pages name it that tell of something else: all of `FigureRow` that they need."""

    id: str
    birth: Birth
    name: Shown
    years: str
    era: str
    prominence: int
    homes: tuple[str, ...]


class EventRow(NamedTuple):
    """An event of a life, told in full for a short list or as a finished line of a long one."""

    figure: str
    birth: Birth
    when: str
    """By which events are ordered: first day, last day, the date as written, in digits of equal number."""
    year: int
    told: "EventTold | None"
    line_html: Html
    """What stands in the line; links begin with `ROOT`."""

    @property
    def decade(self) -> int:
        """The first year of the decade in which it began; -1 for everything before our era."""
        return max(self.year // 10 * 10, -1)


class EventTold(NamedTuple):
    """An event in full."""

    date: str
    machine_date: str | None
    text: Shown
    original: Shown | None
    place: Shown | None
    note: NoteRow


class PlacePoint(NamedTuple):
    """Where a place lies: WGS-84 degrees, and the radius in metres within which it lies."""

    lat: float
    lng: float
    precision_m: int


class PlaceRow(NamedTuple):
    """A site or a base as a line of a list."""

    kind: str
    """`site` or `base`."""
    id: str
    group: str
    """Where a site lies (its scope), what a base is about (its theme)."""
    grade: str
    """The level of a site's protection, the batch in which a base was named; `none` where there is none."""
    name: Shown
    pinyin: str | None
    sort_name: str
    line: Shown | None
    about: str
    """What kind of place it is, in words."""
    address: Shown | None
    labels: tuple[str, ...]
    people: tuple[str, ...]
    """The ids of people whom the record of the place itself names."""
    point: PlacePoint | None

    @property
    def is_named(self) -> bool:
        """Whether a base was named one."""
        return self.grade != "none"


class TieRow(NamedTuple):
    """A relation of a person to a person, or to a place."""

    person: str
    other: str
    to_place: bool
    kind: str
    text: Shown | None
    inferred: bool
    note: NoteRow | None
    """The mark, for a short list."""
    line_html: Html
    """The line of a long list; links begin with `ROOT`."""


class CitationRow(NamedTuple):
    """The fields of one record that rest on a source: what each is called, and its anchor on the record's page."""

    source: str
    fields: tuple[tuple[str, str], ...]


class FactCounts(NamedTuple):
    """How many facts there are, how well they are founded, and how many have which tier as their best."""

    all: int = 0
    sourced: int = 0
    verified: int = 0
    unverified: int = 0
    variants: int = 0
    tiers: tuple[int, int, int, int] = (0, 0, 0, 0)
    """In the order of `Tier`."""

    def plus(self, other: "FactCounts") -> "FactCounts":
        """Both together."""
        a, b, c, d = (mine + theirs for mine, theirs in zip(self.tiers, other.tiers, strict=True))
        return FactCounts(
            self.all + other.all,
            self.sourced + other.sourced,
            self.verified + other.verified,
            self.unverified + other.unverified,
            self.variants + other.variants,
            (a, b, c, d),
        )


class RecordRows(NamedTuple):
    """Everything that one record gives to the pages that tell of many."""

    kind: str
    id: str
    title: str
    figure: FigureRow | None
    place: PlaceRow | None
    events: tuple[EventRow, ...]
    ties: tuple[TieRow, ...]
    citations: tuple[CitationRow, ...]
    facts: FactCounts

    @property
    def order(self) -> tuple[Any, ...]:
        """In which order records stand: by kind as collections list them, then by id."""
        return KINDS.index(self.kind), self.id

    def brief(self) -> "RecordRows":
        """The same rows without what only a small collection shows."""
        return self._replace(
            events=tuple(each if each.told is None else each._replace(told=None) for each in self.events),
            ties=tuple(each if each.note is None else each._replace(note=None) for each in self.ties),
            citations=tuple(CitationRow(each.source, ()) if each.fields else each for each in self.citations),
        )


KINDS = ("figure", "site", "base", "route")


class CitingRow(NamedTuple):
    """A record with the sources on which it rests."""

    kind: str
    id: str
    title: str
    citations: tuple[CitationRow, ...]


class RowKind(StrEnum):
    """Rows that are kept apart, because other pages need them."""

    PEOPLE = "people"
    """`PersonRow` of each figure."""
    FIGURES = "figures"
    """`FigureRow` of each figure."""
    PLACES = "places"
    """`PlaceRow` of each site and base."""
    EVENTS = "events"
    """`EventRow`s, in the order of the figures' ids."""
    DECADES = "decades"
    """How many events began in each decade: a `Counter` for each portion of records."""
    TIES = "ties"
    """`TieRow`s, in the order of the records that tell them."""
    STAYS = "stays"
    """The ids of a place and of a person who is bound to it, for each such tie."""
    CITATIONS = "citations"
    """`CitingRow` of each record that rests on sources."""
    FACTS = "facts"
    """`FactCounts` for each portion of records."""


def rows_by_kind(rows: Sequence[RecordRows]) -> dict[RowKind, list[Any]]:
    """Rows of records by their kind, in the order of the records; without those kinds of which there are none."""
    figures = [each.figure for each in rows if each.figure is not None]
    ties = [tie for each in rows for tie in each.ties]
    found: dict[RowKind, list[Any]] = {
        RowKind.PEOPLE: [
            PersonRow(each.id, each.birth, each.name, each.years, each.era, each.prominence, each.homes)
            for each in figures
        ],
        RowKind.FIGURES: list(figures),
        RowKind.PLACES: [each.place for each in rows if each.place is not None],
        RowKind.EVENTS: [event for each in rows for event in each.events],
        RowKind.DECADES: [Counter(event.decade for each in rows for event in each.events)],
        RowKind.TIES: list(ties),
        RowKind.STAYS: [(tie.other, tie.person) for tie in ties if tie.to_place],
        RowKind.CITATIONS: [
            CitingRow(each.kind, each.id, each.title, each.citations) for each in rows if each.citations
        ],
        RowKind.FACTS: [all_facts(each.facts for each in rows)],
    }
    return {kind: each for kind, each in found.items() if each}


def all_facts(counts: Iterable[FactCounts]) -> FactCounts:
    """All counts together."""
    total = FactCounts()
    for each in counts:
        total = total.plus(each)
    return total
