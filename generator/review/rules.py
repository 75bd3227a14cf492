"""The whole review: all rules over one collection."""

import datetime
from collections.abc import Callable
from collections.abc import Collection as AnyCollection
from itertools import chain

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.records.finding import FieldPath, Finding, Severity
from generator.records.region import Region
from generator.review import dates, names, pages, places, references, release, sources, translations
from generator.review.page_files import LANGUAGE_FOLDERS
from generator.review.rule import InRecord, Problem, ReviewContext, Rule

RULES: tuple[Rule, ...] = tuple(
    chain.from_iterable(
        room.RULES for room in (references, sources, dates, translations, places, names, pages, release)
    )
)
"""Every rule; docs/review.md explains each code."""

Locate = Callable[[str, str, FieldPath], tuple[str, int, int]]
"""Answers file, line and column of a field from kind, id and path of the field."""


def review(
    collection: Collection,
    folder: CollectionFolder,
    region: Region | None,
    today: datetime.date | None,
    block_names: AnyCollection[str],
    locate: Locate,
    *,
    languages: tuple[str, ...] = LANGUAGE_FOLDERS,
    least: Severity = Severity.NOTE,
) -> list[Finding]:
    """All findings about a collection, sorted by place.

    `collection` must still hold its drafts. `today` is None where the result must not depend on the day. `languages`
    are those in which people write (`zh`, `en`). Rules below the severity `least` are left out.
    """
    context = ReviewContext(collection, folder, region, today, frozenset(block_names), languages)
    findings = [
        _finding(rule, problem, locate)
        for rule in RULES
        if rule.severity.rank <= least.rank
        for problem in rule.check(context)
    ]
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)


def _finding(rule: Rule, problem: Problem, locate: Locate) -> Finding:
    place = problem.place
    if isinstance(place, InRecord):
        file, line, column = locate(place.kind, place.record_id, place.path)
        path = place.path
    else:
        file, line, column, path = place.file, place.line, place.column, ()
    return Finding(rule.severity, rule.code, file, path, problem.message, problem.mend, line, column)
