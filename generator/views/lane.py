"""The lane: its drawing with the houses' doors open, and the list of what stands there."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.records.plan import LanePlan, Placement, Slot
from generator.records.site import Scope
from generator.views.context import ViewContext
from generator.views.drawing.lane import LaneWords, PlanHouse, lane_svg
from generator.views.drawing.lettering import Link
from generator.views.links import Links
from generator.views.listing.rows import FigureRow, PlaceRow
from generator.views.page import Block
from generator.views.place_lists import place_row
from generator.views.place_maps import lane_map
from generator.views.texts import Shown


def lane_drawing(context: ViewContext, page_path: str) -> Markup | None:
    """The drawing with the figures at their houses and the others across the water; None for a city without a plan."""
    plan = context.collection.plan
    if plan is None:
        return None
    links, sites = context.links(page_path), context.index.sites
    residents = _residents(context, plan)
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
    across = [_link(links, figure) for figure in context.index.figures.values() if figure.id not in at_home]
    t = context.t
    words = LaneWords(t("lane_drawing_title"), t("lane_elsewhere"), t("lane_north"))
    return lane_svg(plan, houses, words, context.texts.plain, across)


def _residents(context: ViewContext, plan: LanePlan) -> dict[str, list[FigureRow]]:
    """The figures at each house: each figure once, at the first house of the plan that was a home."""
    drawn = {slot.site for slot in plan.slots}
    residents: dict[str, list[FigureRow]] = {}
    for figure in context.index.figures.values():
        homes = [each for each in figure.homes if each in drawn]
        if homes:
            residents.setdefault(homes[0], []).append(figure)
    return residents


def _link(links: Links, figure: FigureRow) -> Link:
    name = figure.name.text
    return Link(name, links.to_record("figure", figure.id), f"{name} {figure.years}".strip())


def lane_plan_block(context: ViewContext, page_path: str) -> Block:
    """The drawing across the whole width, with the note that it is schematic."""
    plan = context.collection.plan
    note = context.texts.shown(plan.note) if plan else None
    return Block(context.render("lane_plan.html", drawing=lane_drawing(context, page_path), note=note))


def lane_sites_block(context: ViewContext, page_path: str) -> Block:
    """What stands in the lane, in text: first what has a sourced place, from west to east, then the rest by id."""
    links = context.links(page_path)
    plan = context.collection.plan
    sites = [site for site in context.index.sites.values() if site.group == Scope.LANE]
    slots = {slot.site: slot for slot in plan.slots} if plan else {}
    placed = sorted((site for site in sites if _is_placed(slots.get(site.id))), key=lambda site: slots[site.id].x)
    others = [site for site in sites if not _is_placed(slots.get(site.id))]
    page_map = lane_map(context, links)
    return Block(
        context.render(
            "lane_sites.html",
            map=page_map,
            placed=_rows(context, links, placed, slots),
            others=_rows(context, links, others, slots),
        ),
        scripts=page_map.scripts if page_map else (),
        styles=page_map.styles if page_map else (),
    )


def _is_placed(slot: Slot | None) -> bool:
    return slot is not None and slot.placement is Placement.KNOWN


def _rows(
    context: ViewContext, links: Links, sites: Sequence[PlaceRow], slots: dict[str, Slot]
) -> list[dict[str, object]]:
    rows = []
    for site in sites:
        slot = slots.get(site.id)
        basis: Shown | None = context.texts.shown(slot.basis) if slot is not None else None
        rows.append({**place_row(context, links, site), "basis": basis})
    return rows
