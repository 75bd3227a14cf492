"""Rules about names: a reading that is given must be one of these characters, since search relies on it."""

import re
from collections.abc import Iterator

from generator.records.finding import FieldPath, Severity
from generator.review.rule import InRecord, Problem, ReviewContext, problem, rule


def _readings(context: ReviewContext) -> Iterator[tuple[InRecord, str, str]]:
    """Every given reading: where it stands, the characters, the reading."""
    for figure in context.collection.figures.values():
        yield InRecord("figure", figure.id, ("names", "pinyin")), figure.names.zh, figure.names.pinyin
        for index, other in enumerate(figure.names.others):
            if other.pinyin is not None:
                path: FieldPath = ("names", "others", index, "pinyin")
                yield InRecord("figure", figure.id, path), other.zh, other.pinyin
    for kind, record in context.collection.records():
        if kind != "figure" and getattr(record.names, "pinyin", None) is not None:
            # A place's name may end in an explanation in brackets, which nobody spells out.
            own_name = re.split("[(（]", record.names.zh)[0]
            yield InRecord(kind, record.id, ("names", "pinyin")), own_name, str(record.names.pinyin)


@rule("pinyin-mismatch", Severity.WARNING)
def pinyin_mismatch(context: ReviewContext) -> Iterator[Problem]:
    """The given pinyin has not one syllable for each character, so that search passes it over."""
    # The readings of all characters take a quarter of a second to load, and a build does not ask for this rule.
    from generator.language.romanisation import NotPinyin, from_pinyin

    for place, characters, reading in _readings(context):
        try:
            from_pinyin(reading, characters)
        except NotPinyin:
            yield problem(
                place,
                f"拼音 {reading} 与 {characters} 不是一字一音",
                f"the pinyin {reading} has not one syllable for each character of {characters}",
                "改正拼音",
                "correct the pinyin",
            )


RULES = (pinyin_mismatch,)
