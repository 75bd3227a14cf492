"""The small pieces that record pages are laid out in: rows of facts, linked people and places, events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from generator.archive.collection import AnyRecord
from generator.archive.references import PersonBond, PlaceBond
from generator.records.dates import HistoricalDate
from generator.records.fact import Fact, TextFact
from generator.records.figure import Event, Figure, LifeEvent
from generator.views.anchors import anchored_facts
from generator.views.context import ViewContext
from generator.views.dates import age_at, in_order, machine_date
from generator.views.links import Links, record_path
from generator.views.notes import FactNote, PageNotes
from generator.views.partners import BondRow
from generator.views.texts import Shown


class FactRow(NamedTuple):
    """A label with one value, its mark and its anchor. `more` stands behind the value: a place, a time, a wording."""

    label: str
    value: Shown
    note: FactNote | None
    anchor: str
    more: tuple[Shown, ...] = ()


class EventRow(NamedTuple):
    """An event of a life."""

    date: str
    machine_date: str | None
    value: Shown
    original: Shown | None
    place: Shown | None
    age: str | None
    note: FactNote
    anchor: str
    more: tuple[Shown, ...] = ()


def grouped(rows: Iterable[FactRow]) -> list[tuple[str, list[FactRow]]]:
    """Rows that follow each other under one label, as one group each."""
    return [(label, list(group)) for label, group in groupby(rows, key=lambda row: row.label)]


@dataclass
class PageParts:
    """What the makers of one page's parts share."""

    context: ViewContext
    links: Links
    notes: PageNotes
    anchors: Mapping[int, str] = field(default_factory=dict)
    """The anchors of the facts that the page's own record holds, by the identity of the fact."""

    @classmethod
    def of_record(cls, context: ViewContext, kind: str, record: AnyRecord) -> "PageParts":
        """The parts of a record's page, with no note taken yet."""
        path = record_path(kind, record.id, context.is_sharded)
        own = {id(fact): anchor for _, fact, anchor in anchored_facts(record)}
        return cls(context, context.links(path), context.new_notes(path), own)

    @classmethod
    def of_block(cls, context: ViewContext, page_path: str) -> "PageParts":
        """The parts of a block of the Markdown page at `page_path`."""
        return cls(context, context.links(page_path), context.shared_notes(page_path))

    def anchor(self, fact: Fact) -> str:
        """Where the fact stands on this page; "" for a fact that another record holds."""
        return self.anchors.get(id(fact), "")

    def text_row(self, label: str, fact: TextFact | None) -> list[FactRow]:
        """A row for a fact that is a text, or none where the record has none."""
        if fact is None:
            return []
        value = self.context.texts.shown(fact.text)
        return [FactRow(self.context.t(label), value, self.notes.mark(fact), self.anchor(fact))]

    def life_row(self, label: str, event: LifeEvent | None, with_place: bool = True) -> list[FactRow]:
        """A row for birth or death: date and place, then the wording of the source."""
        if event is None:
            return []
        texts = self.context.texts
        place = (texts.optional(event.place_text) or self.context.town_name(event.place)) if with_place else None
        more = tuple(each for each in (place, texts.optional(event.original)) if each is not None)
        value = Shown(texts.date(event.date))
        return [FactRow(self.context.t(label), value, self.notes.mark(event), self.anchor(event), more)]

    def event_rows(self, figure: Figure) -> list[EventRow]:
        """The events of a life in the order of their dates."""
        born = figure.born.date if figure.born else None
        return [self.event_row(event, born) for event in in_order(figure.timeline)]

    def event_row(self, event: Event, born: HistoricalDate | None) -> EventRow:
        """One event; the age is given only where the dates leave no doubt of it."""
        context = self.context
        age = age_at(born, event.date)
        return EventRow(
            date=context.texts.date(event.date),
            machine_date=machine_date(event.date),
            value=context.texts.shown(event.text),
            original=context.texts.optional(event.original),
            place=context.town_name(event.place),
            age=context.t("age_years", years=age) if age else None,
            note=self.notes.mark(event),
            anchor=self.anchor(event),
        )

    def person_bonds(self, bonds: Iterable[PersonBond]) -> list[BondRow]:
        """The people that somebody is bound to; an id that nobody has is left out, the review reports it."""
        rows = []
        for bond in bonds:
            name = self.context.person_name(bond.other)
            if name is None:
                continue
            relation = bond.relation
            context_person = self.context.collection.people.get(bond.other)
            rows.append(
                BondRow(
                    name=name,
                    href=self.context.person_href(self.links, bond.other),
                    kind=self.context.t(f"relation_{relation.kind.value}"),
                    text=self.context.texts.shown(relation.text),
                    note=self.notes.mark(relation, relation.inferred),
                    anchor=self.anchor(relation),
                    about=self.context.texts.optional(context_person.note) if context_person else None,
                )
            )
        return rows

    def place_bonds(self, bonds: Iterable[PlaceBond]) -> list[BondRow]:
        """The places that somebody is bound to."""
        rows = []
        for bond in bonds:
            names = self.context.place_names(bond.place)
            if names is None:
                continue
            rows.append(
                BondRow(
                    name=self.context.texts.name(names),
                    href=self.context.place_href(self.links, bond.place),
                    kind=self.context.t(f"place_relation_{bond.relation.kind.value}"),
                    text=self.context.texts.optional(bond.relation.text),
                    note=self.notes.mark(bond.relation),
                    anchor=self.anchor(bond.relation),
                )
            )
        return rows

    def people_of_place(self, bonds: Iterable[PlaceBond]) -> list[BondRow]:
        """The people that a place remembers and who have an id; figures come with a link."""
        rows = []
        for bond in bonds:
            name = self.context.person_name(bond.person)
            if name is None:
                continue
            rows.append(
                BondRow(
                    name=name,
                    href=self.context.person_href(self.links, bond.person),
                    kind=self.context.t(f"place_relation_{bond.relation.kind.value}"),
                    text=self.context.texts.optional(bond.relation.text),
                    note=self.notes.mark(bond.relation),
                    anchor=self.anchor(bond.relation),
                )
            )
        return rows
