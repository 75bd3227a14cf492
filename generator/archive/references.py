"""Cross-references in both directions: who is bound to whom and to what, and which facts rest on a source."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.archive.per_record import once_per_record
from generator.archive.walk import records_with
from generator.records.base import Base
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.finding import FieldPath
from generator.records.model import Record
from generator.records.relation import PersonRelation, PlaceRelation, SitePerson
from generator.records.route import Route
from generator.records.site import Site


@dataclass(frozen=True)
class PersonBond:
    """A relation between two people, seen from `person`; `other` is a figure or a context person."""

    person: str
    other: str
    relation: PersonRelation
    is_reversed: bool


@dataclass(frozen=True)
class PlaceBond:
    """A relation between a person and a place (a site or a base)."""

    person: str
    place: str
    relation: PlaceRelation | SitePerson


@dataclass(frozen=True)
class Citation:
    """One use of a source: the field of the record that rests on it."""

    kind: str
    record_id: str
    path: FieldPath


@once_per_record
def cited_parts(record: Record) -> Sequence[tuple[FieldPath, Record]]:
    """Every record inside a record (and itself) whose class has sources, with the way to it."""
    return tuple(records_with(record, "sources"))


@once_per_record
def facts_of(record: Record) -> Sequence[tuple[FieldPath, Fact]]:
    """Every fact inside a record (the record itself too, if it is one), with the way to it."""
    return tuple([(path, part) for path, part in cited_parts(record) if isinstance(part, Fact)])


def citations_of(record: Record) -> Iterator[tuple[FieldPath, str]]:
    """Every use of a source inside a record: the way to the field, and the id of the source."""
    for path, part in cited_parts(record):
        for source in part.__dict__["sources"]:
            yield path, source


@once_per_record
def sources_of(record: Record) -> Sequence[str]:
    """The ids of the sources that a record and the records inside it name, as often as they name them."""
    return tuple([source for _, part in cited_parts(record) for source in part.__dict__["sources"]])


@dataclass(frozen=True)
class References:
    """The resolved cross-references; each mapping answers with an empty tuple for what nobody refers to."""

    people_of_person: Mapping[str, tuple[PersonBond, ...]]
    places_of_person: Mapping[str, tuple[PlaceBond, ...]]
    people_of_place: Mapping[str, tuple[PlaceBond, ...]]
    bases_of_person: Mapping[str, tuple[str, ...]]
    bases_of_site: Mapping[str, tuple[str, ...]]
    routes_of_site: Mapping[str, tuple[str, ...]]
    _kinds: tuple[Mapping[str, Any], ...]

    @cached_property
    def citations_of_source(self) -> Mapping[str, tuple[Citation, ...]]:
        """Every use of each source. It takes a walk through all facts, so it is made only when it is asked for."""
        return _citations(*self._kinds)

    @classmethod
    def resolve(
        cls,
        figures: Mapping[str, Figure],
        sites: Mapping[str, Site],
        bases: Mapping[str, Base],
        routes: Mapping[str, Route],
    ) -> "References":
        """Follow every reference once, forward and back."""
        people: dict[str, list[PersonBond]] = defaultdict(list)
        places: dict[str, list[PlaceBond]] = defaultdict(list)
        visitors: dict[str, list[PlaceBond]] = defaultdict(list)
        bases_of_person: dict[str, list[str]] = defaultdict(list)
        bases_of_site: dict[str, list[str]] = defaultdict(list)
        routes_of_site: dict[str, list[str]] = defaultdict(list)
        for figure in figures.values():
            for relation in figure.relations:
                people[figure.id].append(PersonBond(figure.id, relation.person, relation, False))
                people[relation.person].append(PersonBond(relation.person, figure.id, relation, True))
            for place_relation in figure.places:
                bond = PlaceBond(figure.id, place_relation.place, place_relation)
                places[figure.id].append(bond)
                visitors[place_relation.place].append(bond)
        for site in sites.values():
            for site_person in site.people:
                if site_person.person is not None:
                    bond = PlaceBond(site_person.person, site.id, site_person)
                    places[site_person.person].append(bond)
                    visitors[site.id].append(bond)
        for base in bases.values():
            for base_person in base.figures:
                bases_of_person[base_person.person].append(base.id)
            if base.site is not None:
                bases_of_site[base.site].append(base.id)
        for route in routes.values():
            for stop in route.stops:
                routes_of_site[stop.site].append(route.id)
        return cls(
            people_of_person={key: tuple(value) for key, value in sorted(people.items())},
            places_of_person={key: tuple(value) for key, value in sorted(places.items())},
            people_of_place={key: tuple(value) for key, value in sorted(visitors.items())},
            bases_of_person={key: tuple(value) for key, value in sorted(bases_of_person.items())},
            bases_of_site={key: tuple(value) for key, value in sorted(bases_of_site.items())},
            routes_of_site={key: tuple(dict.fromkeys(value)) for key, value in sorted(routes_of_site.items())},
            _kinds=(figures, sites, bases, routes),
        )


def _citations(*kinds: Mapping[str, Any]) -> dict[str, tuple[Citation, ...]]:
    citations: dict[str, list[Citation]] = defaultdict(list)
    for kind, records in zip(("figure", "site", "base", "route"), kinds, strict=True):
        for record in records.values():
            for path, source in citations_of(record):
                citations[source].append(Citation(kind, record.id, path))
    return {source: tuple(uses) for source, uses in sorted(citations.items())}
