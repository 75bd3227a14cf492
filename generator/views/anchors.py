"""Anchors of facts inside a record's page: stable when other facts are added before them."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
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
    taken: Counter[str] = Counter()
    anchors: dict[FieldPath, str] = {}
    for path, fact in facts_of(record):
        if not path:
            continue
        name = "-".join(str(part) for part in path if isinstance(part, str)).replace("_", "-")
        if isinstance(path[-1], int):
            name = f"{name}-{_item_key(fact)}"
        taken[name] += 1
        anchors[path] = f"fact-{name}" if taken[name] == 1 else f"fact-{name}-{taken[name]}"
    return anchors


def nearest_anchor(anchors: Mapping[FieldPath, str], path: FieldPath) -> str:
    """The anchor of the fact at `path` or around it; "" where only the whole page is meant."""
    for length in range(len(path), 0, -1):
        if path[:length] in anchors:
            return anchors[path[:length]]
    return ""


def _item_key(fact: Fact) -> str:
    """What tells one item of a list from the others, wherever it stands in the list."""
    match fact:
        case Event():
            return re.sub(r"[^0-9xX-]+", "-", fact.date.text).strip("-") or "undated"
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
