"""A rule of the review, and what it needs to know."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.records.base import Base
from generator.records.dates import Day
from generator.records.finding import FieldPath, Message, Severity
from generator.records.model import Record
from generator.records.plan import LanePlan
from generator.records.region import Region
from generator.records.route import Route
from generator.records.site import Site
from generator.review.page_files import PageFile, read_page_files

Part = TypeVar("Part", bound=Record)


class Scope(IntEnum):
    """How much of a collection a rule must see at once; the later, the more."""

    RECORD = 1
    """One record at a time, and whether what it points to exists and is a draft: such a rule can run on a window."""
    DIRECTORY = 2
    """Which ids there are and which of them are drafts, the registers, pages and files, but no record."""
    COLLECTION = 3
    """All records side by side."""


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
    """All that a rule may look at. `today` is None where the result must not depend on the day (a build).

    `scope` is RECORD if the collection is a window, whose registers others review; DIRECTORY if it lists no record
    though there are some; COLLECTION if it is whole. `drafts` says of each record by kind and id whether it is a
    draft, where the collection itself does not have the record.
    """

    collection: Collection
    directory: CollectionFolder | None
    region: Region | None
    today: datetime.date | None
    block_names: frozenset[str]
    languages: tuple[str, ...]
    scope: Scope = Scope.COLLECTION
    drafts: Mapping[tuple[str, str], bool] = field(default_factory=dict)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every record that can carry facts, drafts included; in a window, without the registers."""
        collection = self.collection
        found = [Entry(kind, record.id, record) for kind, record in collection.records()]
        if self.scope is Scope.RECORD:
            return tuple(found)
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
    def folder(self) -> CollectionFolder:
        """The folder of the collection. Rules of the scope RECORD look at no file, and may have none."""
        assert self.directory is not None
        return self.directory

    @property
    def plan(self) -> LanePlan | None:
        """The plan of the lane; it is a register, so that no window reviews it."""
        return None if self.scope is Scope.RECORD else self.collection.plan

    def is_draft(self, kind: str, record_id: str) -> bool | None:
        """Whether the record of this kind and id is a draft; None if there is no such record."""
        try:
            return self.collection.record(kind, record_id).draft
        except KeyError:
            return self.drafts.get((kind, record_id))

    def exists(self, kind: str, record_id: str) -> bool:
        """Whether there is a record, or an entry of the register of `person` or `town`, with this id."""
        if kind == "person":
            return record_id in self.collection.people
        if kind == "town":
            return record_id in self.collection.places
        return self.is_draft(kind, record_id) is not None

    @cached_property
    def all_drafts(self) -> Mapping[tuple[str, str], bool]:
        """Every record of the whole collection by kind and id, and whether it is a draft. Not for windows."""
        return {**self.drafts, **{(kind, record.id): record.draft for kind, record in self.collection.records()}}

    @property
    def day(self) -> Day | None:
        """Today as historical dates count days."""
        return (self.today.year, self.today.month, self.today.day) if self.today else None


Check = Callable[[ReviewContext], Iterator[Problem]]
PartCheck = Callable[[ReviewContext, Entry, FieldPath, Part], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule that asks the collection for what it looks at. Codes never change: docs/review.md explains them."""

    code: str
    severity: Severity
    check: Check
    scope: Scope = Scope.RECORD


@dataclass(frozen=True)
class PartRule:
    """A rule that looks at each part of one class, such as each fact; one walk through all records serves all.

    With a `field`, only classes that have it are looked at.
    """

    code: str
    severity: Severity
    part: type[Record]
    check: PartCheck[Any]
    field: str | None = None

    def concerns(self, kind: type[Record]) -> bool:
        """Whether the rule looks at parts of this class."""
        return issubclass(kind, self.part) and (self.field is None or self.field in kind.model_fields)


def rule(code: str, severity: Severity, scope: Scope = Scope.RECORD) -> Callable[[Check], Rule]:
    """Make a rule of the generator below."""
    return lambda check: Rule(code, severity, check, scope)


def part_rule(
    code: str, severity: Severity, part: type[Part], field: str | None = None
) -> Callable[[PartCheck[Part]], PartRule]:
    """Make a rule about each `part` of the generator below, which gets the part with its record and the way to it."""
    return lambda check: PartRule(code, severity, part, check, field)


def problem(place: InRecord | InFile, zh: str, en: str, mend_zh: str, mend_en: str) -> Problem:
    """What a rule found, from the sentences in both languages."""
    return Problem(place, Message(zh, en), Message(mend_zh, mend_en))


def inherits_sources(entry: Entry, path: FieldPath) -> bool:
    """Whether a fact that names no source rests on those of its record: so it is inside a site, base or route."""
    return isinstance(entry.record, Site | Base | Route) and path != ()
