"""Anchors of facts inside a record's page: stable when other facts are added before them."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from generator.archive.per_record import once_per_record
from generator.archive.references import facts_of
from generator.records.base import BasePerson, PracticalFact
from generator.records.fact import Fact, TextFact
from generator.records.figure import Event, Membership, OtherName, Role, Work
from generator.records.finding import FieldPath
from generator.records.model import Record
from generator.records.relation import PersonRelation, PlaceRelation, SitePerson
from generator.records.route import Stop


@once_per_record
def fact_anchors(record: Record) -> Mapping[FieldPath, str]:
    """The anchor of each fact of a record that stands in a place of its own on the record's page, by the way to it."""
    return {path: anchor for path, _, anchor in anchored_facts(record)}


@once_per_record
def anchored_facts(record: Record) -> Sequence[tuple[FieldPath, Fact, str]]:
    """Each fact of a record that stands in a place of its own on the record's page: the way to it, and its anchor."""
    taken: dict[str, int] = {}
    found = []
    for path, fact in facts_of(record):
        if not path:
            continue
        name = _way_name(path)
        if path[-1].__class__ is int:
            name = f"{name}-{_item_key(fact)}"
        count = taken[name] = taken.get(name, 0) + 1
        found.append((path, fact, name if count == 1 else f"{name}-{count}"))
    return tuple(found)


@lru_cache(maxsize=4096)
def _way_name(path: FieldPath) -> str:
    """What the anchor of a fact begins with: the keys on the way to it, without its place in a list."""
    return "fact-" + "-".join([part for part in path if isinstance(part, str)]).replace("_", "-")


def nearest_anchor(anchors: Mapping[FieldPath, str], path: FieldPath) -> str:
    """The anchor of the fact at `path` or around it; "" where only the whole page is meant."""
    for length in range(len(path), 0, -1):
        if path[:length] in anchors:
            return anchors[path[:length]]
    return ""


_PLAIN_DATE = re.compile("[0-9]+(?:-[0-9]+)*")
_OTHER = re.compile("[^0-9xX-]+")


def _item_key(fact: Fact) -> str:
    """What tells one item of a list from the others, wherever it stands in the list."""
    key = _ITEM_KEYS.get(fact.__class__, _key_of_text)(fact)
    return key if key is not None else _key_of_text(fact)


def _key_of_event(event: Event) -> str:
    text = event.date.text
    return text if _PLAIN_DATE.fullmatch(text) else _OTHER.sub("-", text).strip("-") or "undated"


def _key_of_text(fact: Any) -> str:
    """A few letters that stand for the words of a fact."""
    words = _WORDS.get(fact.__class__, repr)(fact)
    text = words if isinstance(words, str) else (words.zh or words.en or "") if words is not None else repr(fact)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


_ITEM_KEYS: dict[type[Fact], Callable[[Any], str | None]] = {
    Event: _key_of_event,
    Membership: lambda fact: fact.id,
    PersonRelation: lambda fact: f"{fact.person}-{fact.kind.value}".replace("_", "-"),
    PlaceRelation: lambda fact: f"{fact.place}-{fact.kind.value}".replace("_", "-"),
    Stop: lambda fact: fact.site,
    BasePerson: lambda fact: fact.person,
    SitePerson: lambda fact: fact.person,
}
"""By the class of a fact, what tells it from others; None where only its words do."""

_WORDS: dict[type[Fact], Callable[[Any], Any]] = {
    TextFact: lambda fact: fact.text,
    PracticalFact: lambda fact: fact.text,
    Role: lambda fact: fact.title,
    Work: lambda fact: fact.title,
    OtherName: lambda fact: fact.zh,
    SitePerson: lambda fact: fact.name,
}
