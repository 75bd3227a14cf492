"""Rules about languages: every text that readers see exists in all languages in which people write."""

from collections.abc import Iterator
from typing import Any

from generator.records.finding import FieldPath, Severity
from generator.records.model import Record
from generator.records.text import LocalizedText
from generator.review.rule import Entry, InRecord, Problem, ReviewContext, problem, rule

_NOTES = frozenset({"note", "basis"})
"""Fields that explain a fact to those who ask; a reader of the page can do without them."""


def _texts(entry: Entry) -> Iterator[tuple[FieldPath, LocalizedText]]:
    stack: list[tuple[FieldPath, Any]] = [((), entry.record)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, LocalizedText):
            yield path, value
        elif isinstance(value, Record):
            fields = type(value).model_fields
            stack += [((*path, fields[name].alias or name), getattr(value, name)) for name in reversed(list(fields))]
        elif isinstance(value, tuple):
            stack += [((*path, index), item) for index, item in reversed(list(enumerate(value)))]


def _missing(context: ReviewContext, *, notes: bool) -> Iterator[Problem]:
    for entry in context.entries:
        for path, text in _texts(entry):
            if any(part in _NOTES for part in path) is not notes:
                continue
            for language in context.languages:
                if getattr(text, language) is None:
                    yield problem(
                        InRecord(entry.kind, entry.record_id, path),
                        f"没有 {language} 文字，这种语言的读者会看到另一种文字",
                        f"no text in {language}; readers of that language see another one",
                        f"补上 {language}",
                        f"add {language}",
                    )


@rule("translation-missing", Severity.WARNING)
def missing_translation(context: ReviewContext) -> Iterator[Problem]:
    """A text that readers see is missing in a language."""
    yield from _missing(context, notes=False)


@rule("note-translation-missing", Severity.NOTE)
def missing_note_translation(context: ReviewContext) -> Iterator[Problem]:
    """A note is missing in a language."""
    yield from _missing(context, notes=True)


RULES = (missing_translation, missing_note_translation)
