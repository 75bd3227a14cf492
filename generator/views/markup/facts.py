"""Facts with everything that a reader must see beside them, and the list in which a record page shows them."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.markup.marks import Marks
from generator.views.markup.texts import localized
from generator.views.notes import FactNote
from generator.views.texts import Shown


class ToldFact(Protocol):
    """A row with a value, what stands behind it, its mark and its anchor."""

    @property
    def value(self) -> Shown: ...
    @property
    def note(self) -> FactNote | None: ...
    @property
    def anchor(self) -> str: ...
    @property
    def more(self) -> Sequence[Shown]: ...


def told(marks: Marks, row: ToldFact) -> Html:
    """A fact: the value, what stands with it, the mark, other accounts."""
    note = row.note
    id_html = Html(f' id="{escape(row.anchor)}"') if row.anchor else NOTHING
    if note is not None and not row.more:
        return Html(f"<span{id_html}>{marks.marked(row.value, note)}</span>{marks.variants(note)}")
    more_html = joined([Html(f' <small class="fact-more">{localized(each)}</small>') for each in row.more])
    mark_html = Html(f"{marks.mark(note)}{marks.variants(note)}") if note is not None else NOTHING
    return Html(f"<span{id_html}>{localized(row.value)}</span>{more_html}{mark_html}")


def fact_list(marks: Marks, groups: Iterable[tuple[str, Iterable[ToldFact]]]) -> Html:
    """Labels, each with the facts that stand under it."""
    rows = []
    for label, facts in groups:
        facts_html = joined([Html(f"<dd>{told(marks, each)}</dd>") for each in facts])
        rows.append(Html(f"<div><dt>{escape(label)}</dt>{facts_html}</div>"))
    return Html(f'<dl class="facts">{joined(rows)}</dl>')


class ToldEvent(ToldFact, Protocol):
    """A row with an event of a life."""

    @property
    def date(self) -> str: ...
    @property
    def machine_date(self) -> str | None: ...
    @property
    def original(self) -> Shown | None: ...
    @property
    def place(self) -> Shown | None: ...
    @property
    def age(self) -> str | None: ...


def event_date(row: ToldEvent) -> Html:
    """When an event was: the date, the wording of the source, the age."""
    date_html = escape(row.date)
    if row.machine_date:
        date_html = Html(f'<time datetime="{escape(row.machine_date)}">{date_html}</time>')
    original_html = Html(f" <small>{localized(row.original)}</small>") if row.original else NOTHING
    age_html = Html(f" <small>{escape(row.age)}</small>") if row.age else NOTHING
    return Html(f"{date_html}{original_html}{age_html}")


def event_text(marks: Marks, row: ToldEvent) -> Html:
    """What happened, and where."""
    place_html = Html(f' <span class="timeline-place">{localized(row.place)}</span>') if row.place else NOTHING
    return Html(f"{told(marks, row)}{place_html}")


def timeline(marks: Marks, label: str, events: Iterable[ToldEvent]) -> Html:
    """The events of a life, in the order given."""
    items_html = joined(
        [
            Html(
                f'<li><div class="timeline-date">{event_date(each)}</div>'
                f'<div class="timeline-text">{event_text(marks, each)}</div></li>\n'
            )
            for each in events
        ]
    )
    return Html(f'<ol class="timeline" aria-label="{escape(label)}">{items_html}</ol>')
