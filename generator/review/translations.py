"""Rules about languages: every text that readers see exists in all languages in which people write."""

from collections.abc import Iterator

from generator.records.finding import FieldPath, Severity
from generator.records.text import LocalizedText
from generator.review.rule import Entry, InRecord, Problem, ReviewContext, part_rule, problem

_NOTES = frozenset({"note", "basis"})
"""Fields that explain a fact to those who ask; a reader of the page can do without them."""


def _missing(context: ReviewContext, entry: Entry, path: FieldPath, text: LocalizedText) -> Iterator[Problem]:
    for language in context.languages:
        if getattr(text, language) is None:
            yield problem(
                InRecord(entry.kind, entry.record_id, path),
                f"没有 {language} 文字，这种语言的读者会看到另一种文字",
                f"no text in {language}; readers of that language see another one",
                f"补上 {language}",
                f"add {language}",
            )


@part_rule("translation-missing", Severity.WARNING, LocalizedText)
def missing_translation(
    context: ReviewContext, entry: Entry, path: FieldPath, text: LocalizedText
) -> Iterator[Problem]:
    """A text that readers see is missing in a language."""
    if _NOTES.isdisjoint(path):
        yield from _missing(context, entry, path, text)


@part_rule("note-translation-missing", Severity.NOTE, LocalizedText)
def missing_note_translation(
    context: ReviewContext, entry: Entry, path: FieldPath, text: LocalizedText
) -> Iterator[Problem]:
    """A note is missing in a language."""
    if not _NOTES.isdisjoint(path):
        yield from _missing(context, entry, path, text)


RULES = (missing_translation, missing_note_translation)
