"""The list of figures: a table of contents with facets beside it."""

from collections import Counter
from collections.abc import Iterable

from generator.records.figure import Figure
from generator.views.context import ViewContext
from generator.views.list_script import add_list_script
from generator.views.page import Block

LIST_ID = "figure-list"


def figures_block(context: ViewContext, page_path: str) -> Block:
    """Every figure with dates, one line and life span; facets by field, organisation, era and link to the city."""
    links = context.links(page_path)
    texts = context.texts
    rows = []
    for figure in context.figures_by_birth:
        born, died = figure.born, figure.died
        organisations = list(dict.fromkeys(each.id for each in figure.organisations))
        attributes = {
            "data-field": " ".join(each.value for each in figure.fields),
            "data-organisation": " ".join(organisations),
            "data-era": _era(figure),
            "data-link": " ".join(each.value for each in figure.city_links),
            "data-name": figure.names.pinyin.casefold(),
            "data-born": str(born.date.year) if born else "9999",
            "data-died": str(died.date.year) if died else "9999",
            "data-prominence": str(100 - figure.prominence),
        }
        rows.append(
            {
                "href": links.to_record("figure", figure.id),
                "name": texts.name(figure.names),
                "pinyin": figure.names.pinyin,
                "line": texts.optional(figure.summary),
                "years": texts.years(figure),
                "born": born.date.year if born else None,
                "died": died.date.latest[0] if died else None,
                "tags": [context.t("doubt_draft")] if figure.draft else [],
                "attributes": attributes,
            }
        )
    axis = context.life_axis
    html = context.render(
        "figures.html",
        list_id=LIST_ID,
        rows=rows,
        groups=_facet_groups(context),
        axis=axis,
    )
    return Block(html, scripts=(add_list_script(context.assets),))


def _era(figure: Figure) -> str:
    """The decade of birth: `1890` for the 1890s."""
    return str(figure.born.date.year // 10 * 10) if figure.born else "unknown"


def _facet_groups(context: ViewContext) -> list[dict[str, object]]:
    texts, t = context.texts, context.t
    figures = context.figures_by_birth
    organisation_names: dict[str, str] = {}
    for figure in figures:
        for membership in figure.organisations:
            organisation_names.setdefault(membership.id, texts.plain(membership.organisation))
    groups = [
        ("field", _counted(each.value for figure in figures for each in dict.fromkeys(figure.fields))),
        ("organisation", _counted(each for figure in figures for each in {m.id for m in figure.organisations})),
        ("era", sorted(_counted(_era(figure) for figure in figures))),
        ("link", _counted(each.value for figure in figures for each in dict.fromkeys(figure.city_links))),
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
