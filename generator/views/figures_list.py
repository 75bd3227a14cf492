"""The list of figures: a table of contents with facets beside it, in parts where it is long."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from markupsafe import Markup

from generator.shell.html import NOTHING, Html
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.list_script import add_list_script, add_list_style, add_long_list_script
from generator.views.listing.paging import PAGE_SIZE, LongList
from generator.views.listing.record_links import record_links
from generator.views.listing.rows import FigureRow
from generator.views.listing.tables import TableLine, add_tables
from generator.views.markup.entries import entry, entry_list
from generator.views.markup.facets import FacetGroup, FacetOption, facets
from generator.views.markup.lifespans import lifespan_axis, lifespan_bar
from generator.views.markup.sections import empty_state, notice
from generator.views.markup.texts import localized
from generator.views.page import Block, Crumb, Page

LIST_ID = "figure-list"

_MOST_ORGANISATIONS = 12
"""Beside a long list only so many organisations can be chosen, those with the most figures."""

_FACETS = ("field", "organisation", "era", "link")

_SORTS = ("born", "name", "died", "prominence")


def figures_block(context: ViewContext, page_path: str) -> Block:
    """Figures with dates, one line and life span; facets by field, organisation, era and link to the city.

    A long list begins here; the rest of it is in `figures_pages`.
    """
    t, figures, links = context.t, context.index.figures, context.links(page_path)
    ours_html = notice(t("selection_ours"))
    if not figures:
        return _block(context, Html(f"{ours_html}\n{empty_state(t('figures_empty'), t('figures_empty_why'))}\n"))
    sorts = [(each, t(f"sort_{each}")) for each in _SORTS]
    if len(figures) <= PAGE_SIZE:
        rows = list(figures)
        form_html = facets(t, LIST_ID, _facet_groups(context), len(figures), sorts)
        lines_html = _lines(context, links, rows, lambda number: _attributes(rows[number]))
        return _block(context, Html(f"{ours_html}\n{_with_facets(form_html, lines_html)}"))
    long_list = _long_list(context)
    groups = _facet_groups(context, _MOST_ORGANISATIONS)
    table = add_tables(
        context, links, "figures", "figure", groups, _SORTS[2:], (_table_line(groups, each) for each in figures)
    )
    form_html = facets(t, LIST_ID, groups, len(figures), sorts, table)
    part_html = _part(context, long_list, list(islice(figures, long_list.size)), 1, links)
    body_html = _with_facets(form_html, Html(f"{long_list.group_index(links)}{part_html}{long_list.pager(1, links)}"))
    return Block(
        Markup(f"{ours_html}\n{body_html}"),  # nosec: Html is escaped already
        scripts=(add_long_list_script(context.assets),),
        styles=(add_list_style(context.assets),),
    )


def figures_pages(context: ViewContext) -> Iterator[Page]:
    """The further parts of a long list of figures."""
    if len(context.index.figures) > PAGE_SIZE:
        long_list = _long_list(context)
        for number, figures in long_list.own_parts(context.index.figures):
            links = context.links(long_list.path(number))
            yield long_list.page(number, _part(context, long_list, figures, number, links))


def _block(context: ViewContext, html: Html) -> Block:
    return Block(Markup(html), scripts=(add_list_script(context.assets),))  # nosec: Html is escaped already


def _with_facets(form_html: Html, lines_html: Html) -> Html:
    return Html(
        f'<div class="list-with-facets wide">\n{form_html}\n<div class="list-body">\n{lines_html}</div>\n</div>\n'
    )


def _long_list(context: ViewContext) -> LongList:
    title = context.t("section_figures")
    labels = [_era_label(context, each.era) for each in context.index.figures]
    return LongList(context, "figures", title, "figures", labels, (Crumb(title, "figures/"),), "figures/")


def _part(context: ViewContext, long_list: LongList, figures: Sequence[FigureRow], number: int, links: Links) -> Html:
    start = long_list.bounds(number).start
    return _lines(context, links, figures, lambda line: long_list.anchor_attribute(start + line))


def _lines(
    context: ViewContext,
    links: Links,
    figures: Sequence[FigureRow],
    attributes: Callable[[int], Iterable[tuple[str, str]]],
) -> Html:
    axis = context.index.life_axis
    to_figure = record_links(links, "figure")
    draft = [context.t("doubt_draft")]
    entries = [
        entry(
            to_figure(figure.id),
            figure.name,
            figure.pinyin,
            localized(figure.line) if figure.line else NOTHING,
            figure.years,
            lifespan_bar(figure.born, figure.died_by, axis, figure.years) if figure.born else NOTHING,
            draft if figure.is_draft else (),
            attributes(number),
        )
        for number, figure in enumerate(figures)
    ]
    list_html = entry_list(context.t("figures_list_label"), entries, LIST_ID)
    return Html(f'<div class="lifespan-head">{lifespan_axis(axis)}</div>\n{list_html}')


def _attributes(figure: FigureRow) -> list[tuple[str, str]]:
    """What the facets and the orders of a list on one page read."""
    return [
        ("data-field", " ".join(figure.fields)),
        ("data-organisation", " ".join(dict.fromkeys(each for each, _ in figure.organisations))),
        ("data-era", figure.era),
        ("data-link", " ".join(figure.links)),
        ("data-name", figure.pinyin.casefold()),
        ("data-born", "9999" if figure.born is None else str(figure.born)),
        ("data-died", "9999" if figure.died is None else str(figure.died)),
        ("data-prominence", str(100 - figure.prominence)),
    ]


def _values(figure: FigureRow, group: str) -> Sequence[str]:
    """The values that a figure has in a group of facets, each once."""
    match group:
        case "field":
            return tuple(dict.fromkeys(figure.fields))
        case "organisation":
            return tuple(dict.fromkeys(each for each, _ in figure.organisations))
        case "era":
            return (figure.era,)
        case _:
            return tuple(dict.fromkeys(figure.links))


def _table_line(groups: Sequence[FacetGroup], figure: FigureRow) -> TableLine:
    return TableLine(
        figure.id,
        figure.name.text,
        figure.pinyin,
        figure.years,
        [_values(figure, group.name) for group in groups],
        (9999 if figure.died is None else figure.died, 100 - figure.prominence),
    )


def _facet_groups(context: ViewContext, most_organisations: int | None = None) -> list[FacetGroup]:
    t = context.t
    organisation_names: dict[str, str] = {}
    counts = {name: Counter[str]() for name in _FACETS}
    for figure in context.index.figures:
        for key, organisation in figure.organisations:
            organisation_names.setdefault(key, organisation)
        for name, count in counts.items():
            count.update(_values(figure, name))
    labels: dict[str, Callable[[str], str]] = {
        "field": lambda value: t(f"field_of_work_{value}"),
        "organisation": organisation_names.__getitem__,
        "era": partial(_era_label, context),
        "link": lambda value: t(f"city_link_{value}"),
    }
    groups = []
    for name in _FACETS:
        label = labels[name]
        counted = _by_number(counts[name])
        if name == "era":
            counted.sort()
        elif name == "organisation":
            counted = counted[:most_organisations]
        if len(counted) > 1:
            options = [FacetOption(value, label(value), count) for value, count in counted]
            groups.append(FacetGroup(name, t(f"facet_{name}"), options))
    return groups


def _era_label(context: ViewContext, era: str) -> str:
    return context.t("era_unknown") if era == "unknown" else context.t("era_decade", decade=era)


def _by_number(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Values with how often they occur, the most frequent first, then by value."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
