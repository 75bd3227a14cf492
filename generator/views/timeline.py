"""All events of all lives on one line, by decade."""

from itertools import groupby

from generator.records.dates import HistoricalDate
from generator.records.figure import Event, Figure
from generator.views.context import ViewContext
from generator.views.list_script import add_list_script
from generator.views.page import Block, Heading
from generator.views.rows import PageParts

LIST_ID = "all-events"


def timeline_block(context: ViewContext, page_path: str) -> Block:
    """Every event with its person, grouped by the decade in which it began; a facet by person."""
    parts = PageParts.of_block(context, page_path)
    told: list[tuple[Event, Figure]] = [
        (event, figure) for figure in context.figures_by_birth for event in figure.timeline
    ]
    told.sort(key=lambda item: item[0].date)
    decades = [
        {
            "id": f"decade-{decade}",
            "title": context.t("era_decade", decade=decade) if decade >= 0 else context.t("era_before"),
            "events": [_row(parts, event, figure) for event, figure in events],
        }
        for decade, events in groupby(told, key=lambda item: _decade(item[0].date))
    ]
    people = [
        {"value": figure.id, "label": context.texts.name(figure.names).text, "count": len(figure.timeline)}
        for figure in context.figures_by_birth
        if figure.timeline
    ]
    html = context.render("timeline.html", list_id=LIST_ID, decades=decades, people=people, total=len(told))
    headings = tuple(Heading(str(each["title"]), str(each["id"])) for each in decades)
    return Block(html, scripts=(add_list_script(context.assets),) if told else (), headings=headings)


def _decade(date: HistoricalDate) -> int:
    """The first year of the decade; -1 for everything before our era."""
    return max(date.year // 10 * 10, -1)


def _row(parts: PageParts, event: Event, figure: Figure) -> dict[str, object]:
    born = figure.born.date if figure.born else None
    return {
        "event": parts.event_row(event, born),
        "person_id": figure.id,
        "person": parts.context.texts.name(figure.names),
        "href": parts.links.to_record("figure", figure.id, "life"),
    }
