"""The lane: its drawing with the houses' doors open, and the list of what stands there."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.records.figure import Figure
from generator.records.plan import LanePlan, Placement, Slot
from generator.records.relation import PlaceRelationKind
from generator.records.site import Scope, Site
from generator.views.context import ViewContext
from generator.views.drawing.lane import LaneWords, PlanHouse, lane_svg
from generator.views.drawing.lettering import Link
from generator.views.links import Links
from generator.views.page import Block
from generator.views.place_lists import site_row
from generator.views.place_maps import lane_map
from generator.views.texts import Shown

_AT_HOME = frozenset({PlaceRelationKind.BORN_AT, PlaceRelationKind.LIVED_AT, PlaceRelationKind.OWNED})


def lane_drawing(context: ViewContext, page_path: str) -> Markup | None:
    """The drawing with the figures at their houses and the others across the water; None for a city without a plan."""
    plan = context.collection.plan
    if plan is None:
        return None
    links = context.links(page_path)
    residents = _residents(context, plan)
    at_home = {figure.id for figures in residents.values() for figure in figures}
    houses = [
        PlanHouse(
            slot.site,
            context.texts.name(context.collection.sites[slot.site].names).text,
            links.to_record("site", slot.site),
            tuple(_link(context, links, figure) for figure in residents.get(slot.site, ())),
        )
        for slot in plan.slots
        if slot.site in context.collection.sites
    ]
    across = [_link(context, links, figure) for figure in context.figures_by_birth if figure.id not in at_home]
    t = context.t
    words = LaneWords(t("lane_drawing_title"), t("lane_elsewhere"), t("lane_north"))
    return lane_svg(plan, houses, words, context.texts.plain, across)


def _residents(context: ViewContext, plan: LanePlan) -> dict[str, list[Figure]]:
    """The figures at each house: each figure once, at the first house of the plan that was a home."""
    drawn = {slot.site for slot in plan.slots}
    residents: dict[str, list[Figure]] = {}
    for figure in context.figures_by_birth:
        homes = [each.place for each in figure.places if each.kind in _AT_HOME and each.place in drawn]
        if homes:
            residents.setdefault(homes[0], []).append(figure)
    return residents


def _link(context: ViewContext, links: Links, figure: Figure) -> Link:
    name = context.texts.name(figure.names).text
    years = context.texts.years(figure)
    return Link(name, links.to_record("figure", figure.id), f"{name} {years}".strip())


def lane_plan_block(context: ViewContext, page_path: str) -> Block:
    """The drawing across the whole width, with the note that it is schematic."""
    plan = context.collection.plan
    note = context.texts.shown(plan.note) if plan else None
    return Block(context.render("lane_plan.html", drawing=lane_drawing(context, page_path), note=note))


def lane_sites_block(context: ViewContext, page_path: str) -> Block:
    """What stands in the lane, in text: first what has a sourced place, from west to east, then the rest by id."""
    links = context.links(page_path)
    plan = context.collection.plan
    sites = [site for site in context.collection.sites.values() if site.scope is Scope.LANE]
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


def _rows(context: ViewContext, links: Links, sites: Sequence[Site], slots: dict[str, Slot]) -> list[dict[str, object]]:
    rows = []
    for site in sites:
        slot = slots.get(site.id)
        basis: Shown | None = context.texts.shown(slot.basis) if slot is not None else None
        rows.append({**site_row(context, links, site), "basis": basis})
    return rows
