"""The functions of this folder as templates call them: each answer is markup that no template escapes again."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from generator.language.words import Words
from generator.shell.html import Html, escape
from generator.views.markup import facts, headings, sections, sources, texts
from generator.views.markup.marks import Marks
from generator.views.notes import FactNote, SourceNote
from generator.views.texts import Shown


class Components:
    """What the record pages of one language share with the pages that are made by templates."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.marks = Marks(words)
        self.tier_key_html = sources.tier_key(words)

    def note_list(self, notes: Iterable[SourceNote]) -> Html:
        """The numbered sources for the end of a page."""
        return sources.note_list([each.entry_html for each in notes], self.tier_key_html)

    def notes_section(self, notes: Iterable[SourceNote]) -> Html:
        """The part of a page that lists its sources."""
        content_html = self.note_list(notes)
        return sections.section("notes", self.words("section_notes"), content_html, lead=self.words("notes_lead"))

    def record_sources(self, note: FactNote) -> Html:
        """The line with the mark of a record as a whole."""
        return Html(
            f'<p class="record-source">{escape(self.words("record_sources"))}'
            f"{self.marks.mark(note)}{self.marks.variants(note)}</p>"
        )

    def for_templates(self) -> dict[str, Callable[..., Markup]]:
        """The components by the names under which templates call them."""
        return {
            "localized": lambda value: Markup(texts.localized(value)),
            "with_qualifier": lambda name: Markup(headings.with_qualifier(name)),
            "mark": self._mark,
            "told": lambda row: Markup(facts.told(self.marks, row)),
            "variants": lambda note: Markup(self.marks.variants(note)),
            "event_date": lambda row: Markup(facts.event_date(row)),
            "event_text": lambda row: Markup(facts.event_text(self.marks, row)),
            "section": _section,
            "notice": lambda text: Markup(sections.notice(text)),
            "empty_state": lambda what, why=None: Markup(sections.empty_state(what, why)),
        }

    def _mark(self, note: FactNote, after: str = "") -> Markup:
        return Markup(self.marks.mark(note, after))


def _section(
    anchor: str, title: str, caller: Callable[[], Markup], wide: bool = False, lead: Shown | str | None = None
) -> Markup:
    return Markup(sections.section(anchor, title, Html(caller()), wide, lead))
