"""All events of all lives on one line, by decade."""

from itertools import groupby

from generator.views.context import ViewContext
from generator.views.list_script import add_list_script
from generator.views.listing.rows import EventRow as Told
from generator.views.page import Block, Heading
from generator.views.rows import EventRow, PageParts

LIST_ID = "all-events"


def timeline_block(context: ViewContext, page_path: str) -> Block:
    """Every event with its person, grouped by the decade in which it began; a facet by person."""
    parts = PageParts.of_block(context, page_path)
    index = context.index
    decades = [
        {
            "id": f"decade-{decade}",
            "title": context.t("era_decade", decade=decade) if decade >= 0 else context.t("era_before"),
            "events": [_row(parts, event) for event in events],
        }
        for decade, events in groupby(index.events, key=lambda event: event.decade)
    ]
    people = [
        {"value": figure.id, "label": figure.name.text, "count": index.event_counts[figure.id]}
        for figure in index.figures.values()
        if index.event_counts[figure.id]
    ]
    html = context.render("timeline.html", list_id=LIST_ID, decades=decades, people=people, total=len(index.events))
    headings = tuple(Heading(str(each["title"]), str(each["id"])) for each in decades)
    return Block(html, scripts=(add_list_script(context.assets),) if index.events else (), headings=headings)


def _row(parts: PageParts, told: Told) -> dict[str, object]:
    event = EventRow(
        date=told.date,
        machine_date=told.machine_date,
        value=told.text,
        original=told.original,
        place=told.place,
        age=None,
        note=parts.notes.mark_of(*told.note),
        anchor="",
    )
    return {
        "event": event,
        "person_id": told.figure,
        "person": parts.context.index.figures[told.figure].name,
        "href": parts.links.to_record("figure", told.figure, "life"),
    }
