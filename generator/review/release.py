"""Rules about what is ready to be shown: drafts, and practical facts that have aged."""

from collections.abc import Iterator

from generator.records.base import Base, PracticalFact
from generator.records.figure import Figure
from generator.records.finding import FieldPath, Severity
from generator.records.route import Route
from generator.review.rule import InRecord, Problem, ReviewContext, problem, rule


@rule("draft", Severity.NOTE)
def draft(context: ReviewContext) -> Iterator[Problem]:
    """A record that no published edition shows."""
    for kind, record in context.collection.records():
        if record.draft:
            yield problem(
                InRecord(kind, record.id, ("draft",)),
                "草稿，不公开",
                "a draft, which is not published",
                "审校完后删去 draft: true",
                "take draft: true out when it has been reviewed",
            )


@rule("draft-referenced", Severity.WARNING)
def referenced_draft(context: ReviewContext) -> Iterator[Problem]:
    """A published record points to a draft of a site or base, which readers cannot open."""
    for kind, record_id, path, target in _targets(context):
        if target is not None and (context.is_draft("site", target) or context.is_draft("base", target)):
            yield problem(
                InRecord(kind, record_id, path),
                f"指向草稿 {target}",
                f"points to the draft {target}",
                "去掉这一处，或公开那条记录",
                "take this out, or publish that record",
            )


def _targets(context: ReviewContext) -> Iterator[tuple[str, str, FieldPath, str | None]]:
    """Every way from a published record to a place."""
    for kind, record in context.collection.records():
        if record.draft:
            continue
        if isinstance(record, Figure):
            for index, relation in enumerate(record.places):
                yield kind, record.id, ("places", index, "place"), relation.place
        elif isinstance(record, Base):
            yield kind, record.id, ("site",), record.site
        elif isinstance(record, Route):
            for index, stop in enumerate(record.stops):
                yield kind, record.id, ("stops", index, "site"), stop.site
    if context.plan is not None:
        for index, slot in enumerate(context.plan.slots):
            yield "plan", "", ("slots", index, "site"), slot.site


def _practical(context: ReviewContext) -> Iterator[tuple[Base, FieldPath, PracticalFact]]:
    for base in context.collection.bases.values():
        for index, fact in enumerate(base.practical):
            yield base, ("practical", index), fact


@rule("practical-expired", Severity.WARNING)
def expired(context: ReviewContext) -> Iterator[Problem]:
    """Opening hours and the like whose date of expiry has passed. Checked only where today is known."""
    for base, path, fact in _practical(context):
        if context.day is not None and fact.expires is not None and fact.expires.latest < context.day:
            yield problem(
                InRecord("base", base.id, (*path, "expires")),
                f"参观信息已于 {fact.expires} 过期",
                f"this practical fact expired {fact.expires}",
                "重新查证，并写新的 expires",
                "check it again, and write a new date of expiry",
            )


@rule("practical-without-expiry", Severity.NOTE)
def without_expiry(context: ReviewContext) -> Iterator[Problem]:
    """Opening hours and the like that nobody will be reminded to check again."""
    for base, path, fact in _practical(context):
        if fact.expires is None:
            yield problem(
                InRecord("base", base.id, path),
                "参观信息没有写何时到期",
                "this practical fact does not say when it expires",
                "写 expires: 该重新查证的日期",
                "write expires: the day on which to check it again",
            )


RULES = (draft, referenced_draft, expired, without_expiry)
