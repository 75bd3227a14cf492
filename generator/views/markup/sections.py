"""The parts of a page: sections, notices, gaps that stay visible, and what ends every record page."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.language.words import Words
from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.markup.facts import ToldFact, told
from generator.views.markup.marks import Marks
from generator.views.markup.texts import localized
from generator.views.texts import Shown


def section(anchor: str, title: str, content_html: Html, wide: bool = False, lead: Shown | str | None = None) -> Html:
    """A part of a page with its heading."""
    lead_html = Html(f'<p class="section-lead">{localized(lead)}</p>') if lead else NOTHING
    return Html(f"{_section_opening(anchor, title, wide)}{lead_html}{content_html}\n</div>\n</section>")


@lru_cache(maxsize=256)
def _section_opening(anchor: str, title: str, wide: bool) -> Html:
    """What begins a section; record pages have the same few."""
    wide_html = Html(" wide") if wide else NOTHING
    id_html = escape(anchor)
    return Html(
        f'<section class="section{wide_html}" id="{id_html}" aria-labelledby="{id_html}-title">\n'
        f'<h2 id="{id_html}-title">{escape(title)}</h2>\n<div class="section-body">'
    )


def notice(text: Shown | str) -> Html:
    """A remark on the page as a whole."""
    return Html(f'<p class="notice">{localized(text)}</p>')


def empty_state(what: Shown | str, why: Shown | str | None = None) -> Html:
    """What nobody has found yet, said where a reader would look for it."""
    why_html = Html(f' <span class="empty-why">{localized(why)}</span>') if why else NOTHING
    return Html(f'<p class="empty-state"><span class="empty-what">{localized(what)}</span>{why_html}</p>')


def place_parts(marks: Marks, parts: Iterable[tuple[str, ToldFact | None]], missing: str) -> Html:
    """What the programme asks of a place: the title of each part with its fact, or `missing` where there is none."""
    parts_html = joined([_place_part(marks, title, row, missing) for title, row in parts])
    return Html(f'<div class="place-parts">\n{parts_html}</div>')


def _place_part(marks: Marks, title: str, row: ToldFact | None, missing: str) -> Html:
    content_html = Html(f"<p>{told(marks, row)}</p>") if row is not None else empty_state(missing)
    return Html(f'<section class="place-part"><h3>{escape(title)}</h3>{content_html}</section>\n')


def review(title: str, steps: Sequence[tuple[str, str, str]]) -> Html:
    """Who checked the record: stage, name and date of each step."""
    if not steps:
        return NOTHING
    steps_html = joined(
        [Html(f"<li>{escape(stage)} · {escape(by)} · {escape(date)}</li>") for stage, by, date in steps]
    )
    return Html(
        f'<section class="review" aria-labelledby="review-title">'
        f'<h2 id="review-title" class="label">{escape(title)}</h2>\n'
        f"<ul>{steps_html}</ul></section>\n"
    )


def cite(title: str, text: str, qr_html: Html) -> Html:
    """How to cite the page, with the code that leads from print back to it."""
    return Html(
        f'<aside class="cite" aria-label="{escape(title)}">{qr_html}<p class="label">{escape(title)}</p>'
        f'<p class="cite-text">{escape(text)}</p></aside>'
    )


def pager(words: Words, previous: tuple[str, str] | None, following: tuple[str, str] | None) -> Html:
    """Links to the neighbours of a page: address and title of each."""
    previous_html = _neighbour(words, "previous", "prev", previous) if previous else NOTHING
    following_html = _neighbour(words, "next", "next", following) if following else NOTHING
    return Html(
        f'<nav class="pager no-print" aria-label="{escape(words("pager_label"))}">{previous_html}{following_html}</nav>'
    )


def _neighbour(words: Words, side: str, rel: str, page: tuple[str, str]) -> Html:
    href, title = page
    return Html(
        f'<a class="pager-{escape(side)}" rel="{escape(rel)}" href="{escape(href)}">'
        f"<small>{escape(words(f'pager_{side}'))}</small> {escape(title)}</a>"
    )
