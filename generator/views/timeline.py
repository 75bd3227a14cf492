"""All events of all lives on one line, by decade; where they are many, each decade on pages of its own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.list_script import add_list_script, add_list_style
from generator.views.listing.paging import LongList
from generator.views.listing.record_links import at_root
from generator.views.listing.rows import EventRow
from generator.views.markup.facets import FacetGroup, FacetOption, facets
from generator.views.page import Block, Crumb, Heading, Page
from generator.views.rows import EventRow as TimelineEvent
from generator.views.rows import PageParts

LIST_ID = "all-events"

MOST_ON_ONE_PAGE = 400
"""Up to so many events stand on one page, with the sources of each: some 40 KB (gzip)."""


def timeline_block(context: ViewContext, page_path: str) -> Block:
    """Every event with its person, grouped by the decade in which it began; a facet by person.

    Where they are too many, the decades with the number of their events; the events are in `timeline_pages`.
    """
    index = context.index
    if _is_long(context):
        return Timeline(context).overview(context.links(page_path))
    parts = PageParts.of_block(context, page_path)
    decades = [
        {
            "id": f"decade-{decade}",
            "title": decade_title(context, decade),
            "events": [_row(parts, event) for event in events],
        }
        for decade, events in groupby(index.events, key=lambda event: event.decade)
    ]
    counts = Counter(event.figure for event in index.events)
    people = [
        FacetOption(figure.id, figure.name.text, counts[figure.id])
        for figure in index.people.values()
        if figure.id in counts
    ]
    group = FacetGroup("person", context.t("facet_person"), people)
    form = Markup(facets(context.t, LIST_ID, [group], len(index.events)))  # nosec: Html is escaped already
    html = context.render("timeline.html", list_id=LIST_ID, decades=decades, form=form)
    headings = tuple(Heading(str(each["title"]), str(each["id"])) for each in decades)
    return Block(html, scripts=(add_list_script(context.assets),) if index.events else (), headings=headings)


def decade_title(context: ViewContext, decade: int) -> str:
    """What a decade is called; -1 stands for all before our era."""
    return context.t("era_decade", decade=decade) if decade >= 0 else context.t("era_before")


def _is_long(context: ViewContext) -> bool:
    return context.index.is_brief or sum(context.index.decades.values()) > MOST_ON_ONE_PAGE


def _row(parts: PageParts, row: EventRow) -> dict[str, object]:
    told = row.told
    assert told is not None  # since the index is not brief
    event = TimelineEvent(
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
        "person_id": row.figure,
        "person": parts.context.index.people[row.figure].name,
        "href": parts.links.to_record("figure", row.figure, "life"),
    }


def timeline_pages(context: ViewContext) -> Iterator[Page]:
    """The pages of a long timeline: each decade in parts."""
    if _is_long(context):
        yield from Timeline(context).pages()


class Timeline:
    """A timeline that is spread over pages by decade."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._decades = list(context.index.decades.items())

    def _path(self, decade: int) -> str:
        return f"lists/{_list_name(decade)}/1/"

    def _list(self, decade: int, events: Sequence[EventRow]) -> LongList:
        title = decade_title(self._context, decade)
        parent = Crumb(self._context.t("list_title_timeline"), "timeline/")
        return LongList(
            self._context, _list_name(decade), title, "timeline", [_year_label(each) for each in events], (parent,)
        )

    def overview(self, links: Links) -> Block:
        """The centuries with their decades, each with how many events it has and the link to its pages."""
        t = self._context.t
        total = sum(count for _, count in self._decades)
        centuries = []
        for century, decades in groupby(self._decades, lambda each: max(each[0] // 100, -1)):
            links_html = joined([self._decade_link(links, *each) for each in decades])
            title = t("century", century=century + 1) if century >= 0 else t("era_before")
            title_html = escape(title)
            centuries.append(
                Html(f'<section class="century"><h2>{title_html}</h2><ol class="decades">{links_html}</ol></section>\n')
            )
        html = Html(f"<p>{escape(t('timeline_periods', count=total))}</p>\n{joined(centuries)}")
        return Block(Markup(html), styles=(add_list_style(self._context.assets),))  # nosec: Html is escaped already

    def _decade_link(self, links: Links, decade: int, count: int) -> Html:
        href = links.to(self._path(decade))
        title_html = escape(decade_title(self._context, decade))
        return Html(f'<li><a href="{escape(href)}">{title_html}</a> <small>{count:d}</small></li>')

    def pages(self) -> Iterator[Page]:
        """Every part of every decade, with links to the decades around it."""
        for position, (decade, told) in enumerate(groupby(self._context.index.events, lambda each: each.decade)):
            events = list(told)
            parts = self._list(decade, events)
            around = self._decades[max(position - 1, 0) : position] + self._decades[position + 1 : position + 2]
            for number, lines in parts.own_parts(events):
                links = self._context.links(parts.path(number))
                items_html = self._items(links, lines, parts, parts.bounds(number).start)
                near_html = joined([self._decade_link(links, *each) for each in around])
                label_html = escape(self._context.t("timeline_label"))
                yield parts.page(
                    number,
                    Html(
                        f'<ol class="timeline timeline-all" aria-label="{label_html}">\n{items_html}</ol>\n'
                        f'<ol class="decades decades-near no-print">{near_html}</ol>'
                    ),
                )

    def _items(self, links: Links, events: Sequence[EventRow], parts: LongList, start: int) -> Html:
        items = []
        for number, event in enumerate(events, start):
            anchor = parts.anchors.get(number)
            id_html = Html(f' id="{escape(anchor)}"') if anchor else NOTHING
            items.append(Html(f"<li{id_html}>{event.line_html}</li>\n"))
        return at_root(joined(items), links)


def _year_label(event: EventRow) -> str:
    return str(event.year) if event.year > 0 else "–"


def _list_name(decade: int) -> str:
    return f"timeline-{decade}" if decade >= 0 else "timeline-before"
