"""The rows of all records together, in the orders in which pages show them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.views.listing.rows import (
    EventRow,
    FactCounts,
    FigureRow,
    PersonRow,
    PlaceRow,
    RecordRows,
    RowKind,
    TieRow,
    all_facts,
    rows_by_kind,
)
from generator.views.listing.sorted_rows import SortedRows

MOST_DETAILED = 150
"""Up to so many records, lists tell each fact with all its sources; larger collections tell them briefly."""


class Cited(NamedTuple):
    """A record that rests on sources."""

    kind: str
    id: str
    title: str


Use = tuple[Cited, tuple[tuple[str, str], ...]]
"""One record that rests on a source, and its fields that do, as `CitationRow` has them."""

ReadRows = Callable[[RowKind], Iterator[Any]]
"""Answers the rows of one kind: figures before sites, bases and routes, those of one kind of record by their ids."""


@dataclass(frozen=True)
class HeldRows:
    """The rows of a collection that is small enough to hold them."""

    rows: Mapping[RowKind, list[Any]]

    def __call__(self, kind: RowKind) -> Iterator[Any]:
        """The rows of one kind."""
        return iter(self.rows.get(kind, ()))


@dataclass(frozen=True)
class ListIndex:
    """What pages that tell of many are made of. Rows are read when somebody asks for what is made of them.

    Of the longest only some are in memory at a time. It is the same in whatever order the records came.
    """

    read: ReadRows
    is_brief: bool
    """Whether there are so many records that their facts are told briefly."""

    @classmethod
    def merge(cls, rows: Iterable[RecordRows]) -> "ListIndex":
        """The index of all records whose rows these are; the order in which they come does not matter."""
        held = sorted(rows, key=lambda each: each.order)
        is_brief = len(held) > MOST_DETAILED
        return cls(HeldRows(rows_by_kind([each.brief() for each in held] if is_brief else held)), is_brief)

    @cached_property
    def people(self) -> Mapping[str, PersonRow]:
        """The figures by id, as others name them, the earliest born first; those whose birth is unknown at the end."""
        rows: Iterator[PersonRow] = self.read(RowKind.PEOPLE)
        return {each.id: each for each in sorted(rows, key=lambda each: each.birth)}

    @cached_property
    def figures(self) -> SortedRows[FigureRow]:
        """The figures in the same order."""
        return SortedRows(self.read(RowKind.FIGURES), key=lambda figure: figure.birth)

    @cached_property
    def sites(self) -> Mapping[str, PlaceRow]:
        """The sites by id, in the order of ids."""
        return self._places["site"]

    @cached_property
    def bases(self) -> Mapping[str, PlaceRow]:
        """The bases by id, in the order of ids."""
        return self._places["base"]

    @cached_property
    def _places(self) -> Mapping[str, dict[str, PlaceRow]]:
        found: dict[str, dict[str, PlaceRow]] = {"site": {}, "base": {}}
        for each in self.read(RowKind.PLACES):
            found[each.kind][each.id] = each
        return found

    def place(self, place_id: str) -> PlaceRow | None:
        """A site or a base, a site before a base of the same id; None for an id that neither has."""
        return self.sites.get(place_id) or self.bases.get(place_id)

    @cached_property
    def events(self) -> SortedRows[EventRow]:
        """The events of all lives by decade, then by date; of one date, those of the earlier born first."""
        return SortedRows(self.read(RowKind.EVENTS), key=lambda event: (event.decade, event.when, event.birth))

    @cached_property
    def decades(self) -> Mapping[int, int]:
        """How many events began in each decade (see `EventRow.decade`), the earliest first."""
        counts: Counter[int] = Counter()
        for each in self.read(RowKind.DECADES):
            counts.update(each)
        return dict(sorted(counts.items()))

    def ties(self, others: Iterable[str]) -> SortedRows[TieRow]:
        """Each relation once: first those between people, then those to places, each in the order of the people.

        The first people are figures, in their order, then come `others`.
        """
        ranks = {person: number for number, person in enumerate(dict.fromkeys((*self.people, *others)))}
        known = (tie for tie in self.read(RowKind.TIES) if tie.person in ranks)
        return SortedRows(known, key=lambda tie: (tie.to_place, ranks[tie.person]))

    @cached_property
    def people_of_place(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the people who are bound to each site or base: those who name it, then those whom it names."""
        found: dict[str, dict[str, None]] = {}
        for place, person in self.read(RowKind.STAYS):
            found.setdefault(place, {})[person] = None
        return {place: tuple(people) for place, people in found.items()}

    @cached_property
    def uses(self) -> Mapping[str, list[Use]]:
        """For each source the records that rest on it, in the order of kinds and ids."""
        found: dict[str, list[Use]] = {}
        for each in self.read(RowKind.CITATIONS):
            cited = Cited(each.kind, each.id, each.title)
            # Most uses tell no fields, and of each record these are one object.
            brief: Use = (cited, ())
            for source, fields in each.citations:
                found.setdefault(source, []).append((cited, fields) if fields else brief)
        return found

    @cached_property
    def facts(self) -> FactCounts:
        """How many facts all records hold together, and how well they are founded."""
        return all_facts(self.read(RowKind.FACTS))

    @cached_property
    def life_axis(self) -> tuple[int, int]:
        """The first and last year of the axis that all life spans share, both multiples of 25."""
        first: int | None = None
        last: int | None = None
        for figure in self.figures:
            for year in (figure.born, figure.died_by):
                if year is not None:
                    first = year if first is None else min(first, year)
                    last = year if last is None else max(last, year)
        if first is None or last is None:
            return 1900, 2000
        return first // 25 * 25, -(-last // 25) * 25
