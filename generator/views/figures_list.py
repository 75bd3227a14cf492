"""The list of figures: a table of contents with facets beside it."""

from collections import Counter
from collections.abc import Iterable

from generator.views.context import ViewContext
from generator.views.list_script import add_list_script
from generator.views.listing.rows import FigureRow
from generator.views.page import Block

LIST_ID = "figure-list"


def figures_block(context: ViewContext, page_path: str) -> Block:
    """Every figure with dates, one line and life span; facets by field, organisation, era and link to the city."""
    links, index = context.links(page_path), context.index
    rows = [
        {
            "href": links.to_record("figure", figure.id),
            "figure": figure,
            "tags": [context.t("doubt_draft")] if figure.is_draft else [],
            "attributes": _attributes(figure),
        }
        for figure in index.figures.values()
    ]
    html = context.render(
        "figures.html",
        list_id=LIST_ID,
        rows=rows,
        groups=_facet_groups(context),
        axis=index.life_axis,
    )
    return Block(html, scripts=(add_list_script(context.assets),))


def _attributes(figure: FigureRow) -> dict[str, str]:
    """What the facets and the orders of the list read."""
    return {
        "data-field": " ".join(figure.fields),
        "data-organisation": " ".join(dict.fromkeys(each for each, _ in figure.organisations)),
        "data-era": figure.era,
        "data-link": " ".join(figure.links),
        "data-name": figure.pinyin.casefold(),
        "data-born": "9999" if figure.born is None else str(figure.born),
        "data-died": "9999" if figure.died is None else str(figure.died),
        "data-prominence": str(100 - figure.prominence),
    }


def _facet_groups(context: ViewContext) -> list[dict[str, object]]:
    t, figures = context.t, context.index.figures.values()
    organisation_names: dict[str, str] = {}
    for figure in figures:
        for key, name in figure.organisations:
            organisation_names.setdefault(key, name)
    groups = [
        ("field", _counted(each for figure in figures for each in dict.fromkeys(figure.fields))),
        ("organisation", _counted(each for figure in figures for each in {key for key, _ in figure.organisations})),
        ("era", sorted(_counted(figure.era for figure in figures))),
        ("link", _counted(each for figure in figures for each in dict.fromkeys(figure.links))),
    ]
    labels = {
        "field": lambda value: t(f"field_of_work_{value}"),
        "organisation": lambda value: organisation_names[value],
        "era": lambda value: t("era_unknown") if value == "unknown" else t("era_decade", decade=value),
        "link": lambda value: t(f"city_link_{value}"),
    }
    return [
        {
            "name": name,
            "title": t(f"facet_{name}"),
            "options": [{"value": value, "label": labels[name](value), "count": count} for value, count in options],
        }
        for name, options in groups
        if len(options) > 1
    ]


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    """Values with how often they occur, the most frequent first, then by value."""
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
