"""Rules about dates that cannot all be true. Vague dates get the benefit of the doubt: only a certain clash counts."""

from collections.abc import Iterator

from generator.records.dates import HistoricalDate
from generator.records.figure import Figure
from generator.records.finding import FieldPath, Severity
from generator.review.rule import InRecord, Problem, ReviewContext, problem, rule

OLDEST_AGE = 120
"""In years. The longest human life that is documented is 122 years."""


def _born_after(figure: Figure, date: HistoricalDate) -> bool:
    return figure.born is not None and date.latest < figure.born.date.earliest


def _died_before(figure: Figure, date: HistoricalDate) -> bool:
    return figure.died is not None and date.earliest > figure.died.date.latest


@rule("death-before-birth", Severity.ERROR)
def death_before_birth(context: ReviewContext) -> Iterator[Problem]:
    """A person died before birth."""
    for figure in context.collection.figures.values():
        if figure.born and figure.died and figure.died.date.latest < figure.born.date.earliest:
            yield problem(
                InRecord("figure", figure.id, ("died", "date")),
                f"卒于 {figure.died.date}，早于生年 {figure.born.date}",
                f"died {figure.died.date}, before the birth {figure.born.date}",
                "改正其中一个日期",
                "correct one of the two dates",
            )


@rule("age-implausible", Severity.WARNING)
def implausible_age(context: ReviewContext) -> Iterator[Problem]:
    """A life longer than any that is documented."""
    for figure in context.collection.figures.values():
        if not (figure.born and figure.died):
            continue
        age = figure.died.date.earliest[0] - figure.born.date.latest[0]
        if age > OLDEST_AGE:
            yield problem(
                InRecord("figure", figure.id, ("died", "date")),
                f"享年至少 {age - 1} 岁",
                f"lived for at least {age - 1} years",
                "核对生卒年",
                "check birth and death",
            )


@rule("event-outside-life", Severity.ERROR)
def event_outside_life(context: ReviewContext) -> Iterator[Problem]:
    """An event before birth or after death. What came after death is marked `posthumous: true`."""
    for figure in context.collection.figures.values():
        for index, event in enumerate(figure.timeline):
            path: FieldPath = ("timeline", index, "date")
            if _born_after(figure, event.date):
                yield _outside(figure, path, event.date, before=True)
            elif _died_before(figure, event.date) and not event.posthumous:
                yield _outside(figure, path, event.date, before=False)


@rule("term-outside-life", Severity.WARNING)
def term_outside_life(context: ReviewContext) -> Iterator[Problem]:
    """An office or membership that begins before birth or after death."""
    for figure in context.collection.figures.values():
        for path, since, until in _terms(figure):
            for name, date in (since, until):
                if date is not None and (_born_after(figure, date) or _died_before(figure, date)):
                    yield _outside(figure, (*path, name), date, before=_born_after(figure, date))


@rule("term-reversed", Severity.ERROR)
def reversed_term(context: ReviewContext) -> Iterator[Problem]:
    """An office or membership that ends before it begins."""
    for figure in context.collection.figures.values():
        for path, (_, since), (name, until) in _terms(figure):
            if since is not None and until is not None and until.latest < since.earliest:
                yield problem(
                    InRecord("figure", figure.id, (*path, name)),
                    f"止于 {until}，早于起始的 {since}",
                    f"ends {until}, before it begins {since}",
                    "改正其中一个日期",
                    "correct one of the two dates",
                )


Named = tuple[str, HistoricalDate | None]


def _terms(figure: Figure) -> Iterator[tuple[FieldPath, Named, Named]]:
    """Every office and membership: the way to it, and begin and end with the keys under which the file has them."""
    for index, membership in enumerate(figure.organisations):
        yield ("organisations", index), ("since", membership.since), ("until", membership.until)
    for index, role in enumerate(figure.roles):
        yield ("roles", index), ("from", role.since), ("to", role.until)


def _outside(figure: Figure, path: FieldPath, date: HistoricalDate, *, before: bool) -> Problem:
    limit = figure.born if before else figure.died
    assert limit is not None  # the caller compared with it
    if before:
        zh, en = f"{date} 早于出生（{limit.date}）", f"{date} is before the birth ({limit.date})"
    else:
        zh, en = f"{date} 晚于去世（{limit.date}）", f"{date} is after the death ({limit.date})"
    return problem(
        InRecord("figure", figure.id, path),
        zh,
        en,
        "改正日期；时间线上的身后之事写 posthumous: true",
        "correct the date; in the timeline, mark what came after death with posthumous: true",
    )


RULES = (death_before_birth, implausible_age, event_outside_life, term_outside_life, reversed_term)
