"""The lane: its drawing with the houses' doors open, and the list of what stands there."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.records.plan import LanePlan, Placement, Slot
from generator.records.site import Scope
from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.context import ViewContext
from generator.views.drawing.lane import LaneWords, PlanHouse, lane_svg
from generator.views.drawing.lettering import Link
from generator.views.links import Links
from generator.views.listing.paging import PAGE_SIZE
from generator.views.listing.rows import PersonRow, PlaceRow
from generator.views.markup.entries import entry_list, place_line
from generator.views.page import Block
from generator.views.place_lists import PlaceEntries
from generator.views.place_maps import lane_map
from generator.views.texts import Shown

MOST_DRAWN = 24
"""So many names have room on the drawing."""


def lane_drawing(context: ViewContext, page_path: str) -> Markup | None:
    """The drawing with the figures at their houses and the others across the water; None for a city without a plan."""
    plan = context.collection.plan
    if plan is None:
        return None
    links, sites = context.links(page_path), context.index.sites
    drawn = drawn_figures(context)
    residents = _residents(drawn, plan)
    at_home = {figure.id for figures in residents.values() for figure in figures}
    houses = [
        PlanHouse(
            slot.site,
            sites[slot.site].name.text,
            links.to_record("site", slot.site),
            tuple(_link(links, figure) for figure in residents.get(slot.site, ())),
        )
        for slot in plan.slots
        if slot.site in sites
    ]
    across = [_link(links, figure) for figure in drawn if figure.id not in at_home]
    t = context.t
    words = LaneWords(t("lane_drawing_title"), t("lane_elsewhere"), t("lane_north"))
    return lane_svg(plan, houses, words, context.texts.plain, across)


def drawn_figures(context: ViewContext) -> list[PersonRow]:
    """The figures whom the drawing names, the earliest born first: all, or the best-known ones of many."""
    figures = list(context.index.people.values())
    if len(figures) <= MOST_DRAWN:
        return figures
    chosen = {each.id for each in sorted(figures, key=lambda figure: -figure.prominence)[:MOST_DRAWN]}
    return [figure for figure in figures if figure.id in chosen]


def drawing_remark(context: ViewContext) -> str | None:
    """What a reader must be told where the drawing does not name all figures."""
    count = len(context.index.people)
    return context.t("lane_chosen", shown=MOST_DRAWN, count=count) if count > MOST_DRAWN else None


def _residents(drawn: Sequence[PersonRow], plan: LanePlan) -> dict[str, list[PersonRow]]:
    """The figures at each house: each figure once, at the first house of the plan that was a home."""
    houses = {slot.site for slot in plan.slots}
    residents: dict[str, list[PersonRow]] = {}
    for figure in drawn:
        homes = [each for each in figure.homes if each in houses]
        if homes:
            residents.setdefault(homes[0], []).append(figure)
    return residents


def _link(links: Links, figure: PersonRow) -> Link:
    name = figure.name.text
    return Link(name, links.to_record("figure", figure.id), f"{name} {figure.years}".strip())


def lane_plan_block(context: ViewContext, page_path: str) -> Block:
    """The drawing across the whole width, with the note that it is schematic."""
    plan = context.collection.plan
    note = context.texts.shown(plan.note) if plan else None
    drawing = lane_drawing(context, page_path)
    return Block(context.render("lane_plan.html", drawing=drawing, note=note, remark=drawing_remark(context)))


def lane_sites_block(context: ViewContext, page_path: str) -> Block:
    """What stands in the lane, in text: first what has a sourced place, from west to east, then the rest by id."""
    t, links, plan = context.t, context.links(page_path), context.collection.plan
    sites = [site for site in context.index.sites.values() if site.group == Scope.LANE]
    slots = {slot.site: slot for slot in plan.slots} if plan else {}
    placed = sorted((site for site in sites if _is_placed(slots.get(site.id))), key=lambda site: slots[site.id].x)
    others = [site for site in sites if not _is_placed(slots.get(site.id))]
    page_map = lane_map(context, links)
    lists = [
        _sites(context, links, rows, slots, t(f"lane_{key}"), f"lane-{key}")
        for key, rows in (("placed", placed), ("unplaced", others))
        if rows
    ]
    html = context.render(
        "lane_sites.html",
        map=page_map,
        has_placed=bool(placed),
        lists=Markup(joined(lists)),  # nosec: Html is escaped already
        empty=not sites,
    )
    return Block(
        html,
        scripts=page_map.scripts if page_map else (),
        styles=page_map.styles if page_map else (),
    )


def _is_placed(slot: Slot | None) -> bool:
    return slot is not None and slot.placement is Placement.KNOWN


def _sites(
    context: ViewContext, links: Links, sites: Sequence[PlaceRow], slots: dict[str, Slot], title: str, anchor: str
) -> Html:
    """A list of the lane's sites; of very many only the first, since the list of all places has them all."""
    make = PlaceEntries(context, links)
    before = context.t("plan_basis")
    entries = []
    for site in sites[:PAGE_SIZE]:
        slot = slots.get(site.id)
        basis: Shown | None = context.texts.shown(slot.basis) if slot is not None else None
        entries.append(make.entry(site, line_html=place_line(site.line, basis, "entry-basis", before)))
    id_html, title_html, more_html = escape(anchor), escape(title), NOTHING
    if len(sites) > PAGE_SIZE:
        shown_html = escape(context.t("list_shown", shown=PAGE_SIZE, count=len(sites)))
        all_html = escape(context.t("list_all", count=len(context.index.sites)))
        more_html = Html(f'<p>{shown_html} <a href="{escape(links.to("sites/"))}">{all_html}</a></p>\n')
    return Html(
        f'<section class="lane-list" id="{id_html}" aria-labelledby="{id_html}-title">\n'
        f'<h3 id="{id_html}-title">{title_html}</h3>\n{entry_list(title, entries)}{more_html}</section>\n'
    )
