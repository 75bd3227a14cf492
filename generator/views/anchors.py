"""Anchors of facts inside a record's page: stable when other facts are added before them."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.archive.references import facts_of
from generator.records.base import BasePerson
from generator.records.fact import Fact, TextFact
from generator.records.figure import Event, Membership, OtherName, Role, Work
from generator.records.finding import FieldPath
from generator.records.model import Record
from generator.records.relation import PersonRelation, PlaceRelation, SitePerson
from generator.records.route import Stop


def fact_anchors(record: Record) -> Mapping[FieldPath, str]:
    """The anchor of each fact of a record that stands in a place of its own on the record's page, by the way to it."""
    return {path: anchor for path, _, anchor in anchored_facts(record)}


def anchored_facts(record: Record) -> Iterator[tuple[FieldPath, Fact, str]]:
    """Each fact of a record that stands in a place of its own on the record's page: the way to it, and its anchor."""
    taken: dict[str, int] = {}
    for path, fact in facts_of(record):
        if not path:
            continue
        name = _way_name(tuple([part for part in path if part.__class__ is str]))
        if path[-1].__class__ is int:
            name = f"{name}-{_item_key(fact)}"
        count = taken[name] = taken.get(name, 0) + 1
        yield path, fact, name if count == 1 else f"{name}-{count}"


@cache
def _way_name(keys: tuple[str, ...]) -> str:
    """What the anchors of all facts below the same keys begin with."""
    return "fact-" + "-".join(keys).replace("_", "-")


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
    match fact:
        case Event():
            text = fact.date.text
            return text if _PLAIN_DATE.fullmatch(text) else _OTHER.sub("-", text).strip("-") or "undated"
        case Membership():
            return fact.id
        case PersonRelation():
            return f"{fact.person}-{fact.kind.value}".replace("_", "-")
        case PlaceRelation():
            return f"{fact.place}-{fact.kind.value}".replace("_", "-")
        case Stop():
            return fact.site
        case BasePerson():
            return fact.person
        case SitePerson() if fact.person is not None:
            return fact.person
    words: Any = None
    match fact:
        case TextFact():
            words = fact.text
        case Role() | Work():
            words = fact.title
        case OtherName():
            words = fact.zh
        case SitePerson():
            words = fact.name
    text = words if isinstance(words, str) else (words.zh or words.en or "") if words is not None else repr(fact)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
