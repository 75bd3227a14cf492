"""The people and places to which a record is bound."""

from collections.abc import Iterable

from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.markup.marks import Marks
from generator.views.markup.texts import localized
from generator.views.partners import BondRow, by_partner
from generator.views.texts import Shown


def bonds(marks: Marks, rows: Iterable[BondRow], label: str) -> Html:
    """People or places, each with all its ties."""
    items_html = joined([_partner(marks, ties) for ties in by_partner(rows)])
    return Html(f'<ul class="bonds" aria-label="{escape(label)}">\n{items_html}</ul>')


def _partner(marks: Marks, ties: list[BondRow]) -> Html:
    first = ties[0]
    name_html = localized(first.name)
    if first.href:
        name_html = Html(f'<a class="name" href="{escape(first.href)}">{name_html}</a>')
    else:
        name_html = Html(f'<span class="name">{name_html}</span>')
    about_html = Html(f' <span class="bond-about">{localized(first.about)}</span>') if first.about else NOTHING
    return Html(f"<li>{name_html}{about_html}{joined([_tie(marks, row) for row in ties])}</li>\n")


def _tie(marks: Marks, row: BondRow) -> Html:
    id_html = Html(f' id="{escape(row.anchor)}"') if row.anchor else NOTHING
    if row.text:
        told_html = Html(
            f' <span class="bond-text">{marks.marked(row.text, row.note)}{marks.variants(row.note)}</span>'
        )
    else:
        told_html = Html(f"{marks.mark(row.note)}{marks.variants(row.note)}")
    return Html(
        f' <span class="bond-tie"{id_html}><span class="bond-kind label">{escape(row.kind)}</span>{told_html}</span>'
    )


def linked(rows: Iterable[tuple[str, Shown, Shown | str | None]]) -> Html:
    """Links to other records: address, name, and a line about it where there is one."""
    items_html = joined([_link(href, name, line) for href, name, line in rows])
    return Html(f'<ul class="linked">{items_html}</ul>')


def _link(href: str, name: Shown, line: Shown | str | None) -> Html:
    line_html = Html(f' <span class="linked-line">{localized(line)}</span>') if line else NOTHING
    return Html(f'<li><a class="name" href="{escape(href)}">{localized(name)}</a>{line_html}</li>')
