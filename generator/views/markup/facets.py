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


def facets(
    words: Words,
    list_id: str,
    groups: Sequence[FacetGroup],
    total: int,
    sorts: Sequence[tuple[str, str]] = (),
    tables: Sequence[str] = (),
) -> Html:
    """The form, hidden until a script takes it over. `sorts` are values with their words, the first as the list stands.

    `tables` are the addresses of the scripts that hold all lines of a list that is spread over several pages.
    """
    list_html = Html(f'data-facets="{escape(list_id)}"')
    if tables:
        list_html = Html(f'data-facet-list="{escape(list_id)}" data-facet-tables="{escape(" ".join(tables))}"')
        list_html = Html(f'{list_html} data-more="{escape(words("facets_more"))}"')
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
