"""Rules about sources: every fact names where it is from, and every name leads to an entry of the register."""

from collections.abc import Iterator

from generator.archive.references import citations_of
from generator.records.fact import Fact, Variant
from generator.records.finding import FieldPath, Severity
from generator.records.model import Record
from generator.records.source import Tier
from generator.review.rule import (
    Entry,
    InRecord,
    Problem,
    ReviewContext,
    Scope,
    inherits_sources,
    part_rule,
    problem,
    rule,
)


@part_rule("source-unknown", Severity.ERROR, Record, field="sources")
def unknown_source(context: ReviewContext, entry: Entry, path: FieldPath, part: Record) -> Iterator[Problem]:
    """A record names a source that the register does not have."""
    named: tuple[str, ...] = getattr(part, "sources")  # noqa: B009 - the rule is asked only where there are some
    for source in named:
        if source not in context.collection.sources:
            yield problem(
                InRecord(entry.kind, entry.record_id, (*path, "sources")),
                f"出处 {source} 不在 content/sources.yml 里",
                f"the source {source} is not in content/sources.yml",
                "改正编号，或先登记这个出处",
                "correct the id, or register the source first",
            )


def _rests_on(entry: Entry, path: FieldPath, fact: Fact) -> tuple[str, ...]:
    """The sources of a fact: its own, or those of the site, base or route around it."""
    if not fact.sources and inherits_sources(entry, path) and isinstance(entry.record, Fact):
        return entry.record.sources
    return fact.sources


@part_rule("fact-without-source", Severity.WARNING, Fact, field="sources")
def fact_without_source(context: ReviewContext, entry: Entry, path: FieldPath, fact: Fact) -> Iterator[Problem]:
    """Nobody is named who says so."""
    if not fact.verified and not _rests_on(entry, path, fact):
        yield problem(
            InRecord(entry.kind, entry.record_id, path),
            "这条事实没有出处",
            "this fact names no source",
            "补上 sources；查不到就保留，页面会标明没有出处",
            "add sources; if none can be found leave it, the page says so",
        )


@part_rule("verified-without-source", Severity.ERROR, Fact, field="sources")
def verified_without_source(context: ReviewContext, entry: Entry, path: FieldPath, fact: Fact) -> Iterator[Problem]:
    """`verified: true` claims that a source says so, and none is named."""
    if fact.verified and not _rests_on(entry, path, fact):
        yield problem(
            InRecord(entry.kind, entry.record_id, path),
            "verified: true 却没有写出处",
            "verified: true, but no source is named",
            "补上 sources，或改为 verified: false",
            "add sources, or write verified: false",
        )


@part_rule("fact-unverified", Severity.NOTE, Fact, field="sources")
def unverified_fact(context: ReviewContext, entry: Entry, path: FieldPath, fact: Fact) -> Iterator[Problem]:
    """Sources are named, but none of them has been found to say so."""
    if fact.sources and not fact.verified:
        yield problem(
            InRecord(entry.kind, entry.record_id, path),
            "这条事实尚未核实",
            "this fact has not been verified",
            "查对出处，属实后写 verified: true",
            "check the sources; if one of them says so, write verified: true",
        )


@part_rule("variant-without-source", Severity.NOTE, Variant, field="sources")
def variant_without_source(
    context: ReviewContext, entry: Entry, path: FieldPath, variant: Variant
) -> Iterator[Problem]:
    """Another account (一说) stands beside a fact, and nobody is named who gives it."""
    if not variant.sources:
        yield problem(
            InRecord(entry.kind, entry.record_id, path),
            "这个“一说”没有出处",
            "this other account names no source",
            "写明是谁这样说的",
            "say who gives this account",
        )


@part_rule("contested-on-weak-sources", Severity.WARNING, Fact, field="sources")
def contested_fact(context: ReviewContext, entry: Entry, path: FieldPath, fact: Fact) -> Iterator[Problem]:
    """Accounts differ, and the one that the record follows rests on copies, travel pages or general knowledge alone."""
    if not fact.variants:
        return
    sources = context.collection.sources
    tiers = {sources[source].tier for source in _rests_on(entry, path, fact) if source in sources}
    if tiers and tiers <= {Tier.C, Tier.NONE}:
        yield problem(
            InRecord(entry.kind, entry.record_id, path),
            "有异说的事实只以 C 级出处为据",
            "accounts of this fact differ, and it rests on sources of tier C alone",
            "另找 A 级或 B 级出处",
            "look for a source of tier A or B",
        )


@rule("source-unused", Severity.NOTE, Scope.COLLECTION)
def unused_source(context: ReviewContext) -> Iterator[Problem]:
    """An entry of the register that no record and no page refers to."""
    used = {source for entry in context.entries for _, source in citations_of(entry.record)}
    used |= {token.name for page in context.pages for token in page.source_tokens()}
    for source in context.collection.sources:
        if source not in used:
            yield problem(
                InRecord("source", source, ("id",)),
                f"出处 {source} 没有被引用",
                f"nothing refers to the source {source}",
                "引用它，或从登记中删去",
                "refer to it, or take it out of the register",
            )


RULES = (
    unknown_source,
    fact_without_source,
    verified_without_source,
    unverified_fact,
    variant_without_source,
    contested_fact,
    unused_source,
)
