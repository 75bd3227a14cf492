"""The finished lines of long lists: an event, a relation."""

from generator.shell.html import NOTHING, Html, escape
from generator.views.listing.rows import EventTold
from generator.views.markup.texts import localized
from generator.views.texts import Shown


def event_line(event: EventTold, person: Shown, href: str, mark_html: Html) -> Html:
    """What stands in the line of an event: when it was, whose life it belongs to, what happened, where."""
    date_html = escape(event.date)
    if event.machine_date:
        date_html = Html(f'<time datetime="{escape(event.machine_date)}">{date_html}</time>')
    original_html = Html(f" <small>{localized(event.original)}</small>") if event.original else NOTHING
    place_html = Html(f' <span class="timeline-place">{localized(event.place)}</span>') if event.place else NOTHING
    return Html(
        f'<div class="timeline-date">{date_html}{original_html}</div><div class="timeline-text">'
        f'<a class="name timeline-person" href="{escape(href)}">{localized(person)}</a> '
        f"{localized(event.text)}{mark_html}{place_html}</div>"
    )


def tie_line(person_html: Html, kind: str, other_html: Html, text: Shown | None, mark_html: Html) -> Html:
    """The cells of a relation: who, how bound, to whom or what, in which words."""
    text_html = localized(text) if text is not None else NOTHING
    return Html(
        f'<th scope="row">{person_html}</th><td>{escape(kind)}</td><td>{other_html}</td><td>{text_html}{mark_html}</td>'
    )


def linked(name: Shown, href: str | None) -> Html:
    """A name, with the link to its page where there is one."""
    return Html(f'<a href="{escape(href)}">{localized(name)}</a>') if href else localized(name)
