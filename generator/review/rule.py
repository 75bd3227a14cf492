"""A rule of the review, and what it needs to know."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.records.base import Base
from generator.records.dates import Day
from generator.records.finding import FieldPath, Message, Severity
from generator.records.model import Record
from generator.records.region import Region
from generator.records.route import Route
from generator.records.site import Site
from generator.review.page_files import PageFile, read_page_files

Part = TypeVar("Part", bound=Record)


class Entry(NamedTuple):
    """One record of the collection; `kind` is a kind that the locator of the archive knows."""

    kind: str
    record_id: str
    record: Record


@dataclass(frozen=True)
class InRecord:
    """A place in a record, to be located in its file when it is reported."""

    kind: str
    record_id: str
    path: FieldPath = ()


@dataclass(frozen=True)
class InFile:
    """A place in a file that holds no record. Line and column count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Problem:
    """What a rule found: where, what it is, and how to mend it."""

    place: InRecord | InFile
    message: Message
    mend: Message


@dataclass(frozen=True)
class ReviewContext:
    """All that a rule may look at. `today` is None where the result must not depend on the day (a build)."""

    collection: Collection
    folder: CollectionFolder
    region: Region | None
    today: datetime.date | None
    block_names: frozenset[str]
    languages: tuple[str, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every record that can carry facts, drafts included."""
        collection = self.collection
        found = [Entry(kind, record.id, record) for kind, record in collection.records()]
        found += [Entry("person", person.id, person) for person in collection.people.values()]
        found += [Entry("place", place.id, place) for place in collection.places.values()]
        if collection.plan is not None:
            found.append(Entry("plan", "", collection.plan))
        if collection.programme is not None:
            found.append(Entry("programme", "", collection.programme))
        return tuple(found)

    @cached_property
    def pages(self) -> tuple[PageFile, ...]:
        """Every Markdown page that people wrote."""
        return read_page_files(self.folder)

    @property
    def day(self) -> Day | None:
        """Today as historical dates count days."""
        return (self.today.year, self.today.month, self.today.day) if self.today else None


Check = Callable[[ReviewContext], Iterator[Problem]]
PartCheck = Callable[[ReviewContext, Entry, FieldPath, Part], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule that looks at the collection as a whole. Codes never change: editors look them up in docs/review.md."""

    code: str
    severity: Severity
    check: Check


@dataclass(frozen=True)
class PartRule:
    """A rule that looks at each part of one class, such as each fact; one walk through all records serves all."""

    code: str
    severity: Severity
    part: type[Record]
    check: PartCheck[Any]


def rule(code: str, severity: Severity) -> Callable[[Check], Rule]:
    """Make a rule of the generator below."""
    return lambda check: Rule(code, severity, check)


def part_rule(code: str, severity: Severity, part: type[Part]) -> Callable[[PartCheck[Part]], PartRule]:
    """Make a rule about each `part` of the generator below, which gets the part with its record and the way to it."""
    return lambda check: PartRule(code, severity, part, check)


def problem(place: InRecord | InFile, zh: str, en: str, mend_zh: str, mend_en: str) -> Problem:
    """What a rule found, from the sentences in both languages."""
    return Problem(place, Message(zh, en), Message(mend_zh, mend_en))


def inherits_sources(entry: Entry, path: FieldPath) -> bool:
    """Whether a fact that names no source rests on those of its record: so it is inside a site, base or route."""
    return isinstance(entry.record, Site | Base | Route) and path != ()
