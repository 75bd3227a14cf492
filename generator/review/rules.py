"""The whole review: all rules over one collection."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Collection as AnyCollection
from itertools import chain

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.archive.references import cited_parts
from generator.archive.walk import records_in
from generator.records.finding import FieldPath, Finding, Severity
from generator.records.model import Record
from generator.records.region import Region
from generator.review import dates, names, pages, places, references, release, sources, translations
from generator.review.page_files import LANGUAGE_FOLDERS
from generator.review.rule import InRecord, PartRule, Problem, ReviewContext, Rule, Scope

RULES: tuple[Rule | PartRule, ...] = tuple(
    chain.from_iterable(
        room.RULES for room in (references, sources, dates, translations, places, names, pages, release)
    )
)
"""Every rule; docs/review.md explains each code."""

Locate = Callable[[str, str, FieldPath], tuple[str, int, int]]
"""Answers file, line and column of a field from kind, id and path of the field."""


Found = tuple[Rule | PartRule, Problem]


def review(
    collection: Collection,
    folder: CollectionFolder | None,
    region: Region | None,
    today: datetime.date | None,
    block_names: AnyCollection[str],
    locate: Locate,
    *,
    languages: tuple[str, ...] = LANGUAGE_FOLDERS,
    least: Severity = Severity.NOTE,
    scope: Scope = Scope.COLLECTION,
    drafts: Mapping[tuple[str, str], bool] | None = None,
) -> list[Finding]:
    """All findings about a collection, sorted by place.

    `collection` must still hold its drafts. `today` is None where the result must not depend on the day. `languages`
    are those in which people write (`zh`, `en`). Rules below the severity `least` are left out.

    A collection too large to be held at once is reviewed in parts, which together find all but what rules of the scope
    COLLECTION find (no error): once for each window with the scope RECORD, and once for what is no record (registers,
    pages, files) with the scope DIRECTORY. Of the records that `collection` does not have, `drafts` says by kind and id
    whether they are drafts: in a window of those that its records point to, in the directory of all. A window needs no
    `folder`: its rules look at no file.
    """
    context = ReviewContext(collection, folder, region, today, frozenset(block_names), languages, scope, drafts or {})
    rules = [rule for rule in RULES if rule.severity.rank <= least.rank and _fits(rule, scope)]
    found: list[Found] = [
        (rule, problem) for rule in rules if isinstance(rule, Rule) for problem in rule.check(context)
    ]
    found += _in_parts(context, [rule for rule in rules if isinstance(rule, PartRule)])
    # By record, so that the file of each is read only once for all its positions.
    found.sort(key=lambda pair: pair[1].place.record_id if isinstance(pair[1].place, InRecord) else "")
    findings = [_finding(rule, problem, locate) for rule, problem in found]
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)


def _fits(rule: Rule | PartRule, scope: Scope) -> bool:
    """Whether a rule can look at as much of a collection as the scope says."""
    return isinstance(rule, PartRule) or rule.scope <= scope


def _in_parts(context: ReviewContext, rules: Sequence[PartRule]) -> Iterator[Found]:
    """What rules about parts find, in one walk through all records."""
    fields = {rule.field for rule in rules}
    of_class: dict[type[Record], tuple[PartRule, ...]] = {}
    for entry in context.entries:
        # Where all rules look at parts with sources, as in a build, a walk that others have made is enough.
        for path, part in cited_parts(entry.record) if fields == {"sources"} else records_in(entry.record):
            kind = type(part)
            if kind not in of_class:
                of_class[kind] = tuple(rule for rule in rules if rule.concerns(kind))
            for rule in of_class[kind]:
                for problem in rule.check(context, entry, path, part):
                    yield rule, problem


def _finding(rule: Rule | PartRule, problem: Problem, locate: Locate) -> Finding:
    place = problem.place
    if isinstance(place, InRecord):
        file, line, column = locate(place.kind, place.record_id, place.path)
        path = place.path
    else:
        file, line, column, path = place.file, place.line, place.column, ()
    return Finding(rule.severity, rule.code, file, path, problem.message, problem.mend, line, column)
