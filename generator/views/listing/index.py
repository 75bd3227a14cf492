"""The rows of all records together, in the orders in which pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.views.listing.rows import (
    CitationRow,
    EventRow,
    FactCounts,
    FigureRow,
    PlaceRow,
    RecordRows,
    TieRow,
)

MOST_DETAILED = 150
"""Up to so many records, lists tell each fact with all its sources; larger collections tell them briefly."""


class Cited(NamedTuple):
    """A record that rests on sources."""

    kind: str
    id: str
    title: str


Use = tuple[Cited, CitationRow]
"""One record that rests on a source, and its fields that do."""


@dataclass(frozen=True)
class ListIndex:
    """What pages that tell of many are made of. It is the same in whatever order the rows came."""

    rows: tuple[RecordRows, ...]
    """In the order of kinds, then of ids."""

    @classmethod
    def merge(cls, rows: Iterable[RecordRows]) -> "ListIndex":
        """The index of all records whose rows these are; the order in which they come does not matter."""
        held = list(rows)
        if len(held) > MOST_DETAILED:
            held = [each.brief() for each in held]
        return cls(tuple(sorted(held, key=lambda each: each.order)))

    @property
    def is_brief(self) -> bool:
        """Whether there are so many records that their facts are told briefly."""
        return len(self.rows) > MOST_DETAILED

    @cached_property
    def figures(self) -> Mapping[str, FigureRow]:
        """The figures by id, the earliest born first; those whose birth is unknown at the end."""
        found = sorted((each.figure for each in self.rows if each.figure is not None), key=lambda figure: figure.birth)
        return {figure.id: figure for figure in found}

    @cached_property
    def sites(self) -> Mapping[str, PlaceRow]:
        """The sites by id, in the order of ids."""
        return self._places("site")

    @cached_property
    def bases(self) -> Mapping[str, PlaceRow]:
        """The bases by id, in the order of ids."""
        return self._places("base")

    def _places(self, kind: str) -> dict[str, PlaceRow]:
        return {each.id: each.place for each in self.rows if each.kind == kind and each.place is not None}

    def place(self, place_id: str) -> PlaceRow | None:
        """A site or a base, a site before a base of the same id; None for an id that neither has."""
        return self.sites.get(place_id) or self.bases.get(place_id)

    @cached_property
    def events(self) -> tuple[EventRow, ...]:
        """The events of all lives by date; of one date, those of the earlier born first."""
        events = {each.id: each.events for each in self.rows if each.kind == "figure"}
        told = [event for figure in self.figures for event in events[figure]]
        return tuple(sorted(told, key=lambda event: event.when))

    @cached_property
    def event_counts(self) -> Mapping[str, int]:
        """How many events the life of each figure has, by the figure's id."""
        return {each.id: len(each.events) for each in self.rows if each.kind == "figure"}

    @cached_property
    def ties_of_person(self) -> Mapping[str, tuple[TieRow, ...]]:
        """The relations that are told of each person: first in the order of the figure's own record, then of places."""
        found: dict[str, list[TieRow]] = {}
        for each in self.rows:
            for tie in each.ties:
                found.setdefault(tie.person, []).append(tie)
        return {person: tuple(ties) for person, ties in found.items()}

    @cached_property
    def people_of_place(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the people who are bound to each site or base: those who name it, then those whom it names."""
        found: dict[str, dict[str, None]] = {}
        for each in self.rows:
            for tie in each.ties:
                if tie.to_place:
                    found.setdefault(tie.other, {})[tie.person] = None
        return {place: tuple(people) for place, people in found.items()}

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """For each source the records that rest on it, in the order of kinds and ids."""
        found: dict[str, list[Use]] = {}
        for each in self.rows:
            cited = Cited(each.kind, each.id, each.title)
            for citation in each.citations:
                found.setdefault(citation.source, []).append((cited, citation))
        return {source: tuple(uses) for source, uses in found.items()}

    @cached_property
    def facts(self) -> FactCounts:
        """How many facts all records hold together, and how well they are founded."""
        total = FactCounts()
        for each in self.rows:
            total = total.plus(each.facts)
        return total

    @cached_property
    def life_axis(self) -> tuple[int, int]:
        """The first and last year of the axis that all life spans share, both multiples of 25."""
        years = [year for figure in self.figures.values() for year in (figure.born, figure.died_by) if year is not None]
        if not years:
            return 1900, 2000
        return min(years) // 25 * 25, -(-max(years) // 25) * 25
