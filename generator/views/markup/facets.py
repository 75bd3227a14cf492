"""The form beside a list that narrows it down and puts it in order."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.language.words import Words
from generator.shell.html import NOTHING, Html, escape, joined


class FacetOption(NamedTuple):
    """A value that the lines of a list may have, and how many have it."""

    value: str
    label: str
    lines: int


class FacetGroup(NamedTuple):
    """Values of one kind; a line that has any of the chosen ones stays."""

    name: str
    title: str
    options: Sequence[FacetOption]


class FacetTable(NamedTuple):
    """All lines of a list: the addresses of the scripts that hold them, and that of a record, with * for its id."""

    scripts: Sequence[str]
    record_href: str


MOST_FOUND = 200
"""So many of the lines that meet a choice are listed, as `long-lists.js` has it too."""


def facets(
    words: Words,
    list_id: str,
    groups: Sequence[FacetGroup],
    total: int,
    sorts: Sequence[tuple[str, str]] = (),
    table: FacetTable | None = None,
) -> Html:
    """The form, hidden until a script takes it over. `sorts` are values with their words, the first as the list stands.

    `table` has all lines of a list that is spread over several pages.
    """
    list_html = Html(f'data-facets="{escape(list_id)}"')
    if table is not None:
        list_html = Html(
            f'data-facet-list="{escape(list_id)}" data-tables="{escape(" ".join(table.scripts))}" '
            f'data-href="{escape(table.record_href)}" data-loading="{escape(words("facets_loading"))}" '
            f'data-failed="{escape(words("facets_failed"))}" '
            f'data-more="{escape(words("facets_more", shown=MOST_FOUND))}"'
        )
    groups_html = joined([_group(each) for each in groups])
    return Html(
        f'<form class="facets" {list_html} data-none="{escape(words("facets_none"))}" hidden>{groups_html}'
        f'{_sorts(words, sorts)}<p class="facet-status"><output aria-live="polite"><span data-shown>{total:d}</span>'
        f' / {total:d}</output> <button type="reset">{escape(words("facets_reset"))}</button></p>\n</form>'
    )


def _group(group: FacetGroup) -> Html:
    name_html = escape(group.name)
    options_html = joined(
        [
            Html(
                f'<label><input type="checkbox" name="{name_html}" value="{escape(each.value)}"> '
                f'<span>{escape(each.label)}</span> <span class="facet-count">{each.lines:d}</span></label>'
            )
            for each in group.options
        ]
    )
    return Html(f"<fieldset><legend>{escape(group.title)}</legend>{options_html}</fieldset>")


def _sorts(words: Words, sorts: Sequence[tuple[str, str]]) -> Html:
    if not sorts:
        return NOTHING
    options_html = joined([Html(f'<option value="{escape(key)}">{escape(label)}</option>') for key, label in sorts])
    return Html(
        f'<label class="facet-sort"><span>{escape(words("facets_sort"))}</span> '
        f'<select name="sort">{options_html}</select></label>'
    )
