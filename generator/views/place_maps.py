"""The maps of the pages, filled from the records, with the assets that they need.

What draws them is imported by whoever has a map to draw: it takes 27 MB and a third of a second.
"""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from generator.records.base import Theme
from generator.records.figure import Figure
from generator.records.site import Scope
from generator.views.context import ViewContext
from generator.views.dates import in_order
from generator.views.links import Links, record_folder
from generator.views.list_script import add_points_script
from generator.views.listing.record_links import record_pattern
from generator.views.listing.rows import PlacePoint, PlaceRow
from generator.views.maps.assets import MapFragment, shared_assets
from generator.views.maps.life import LifeFrame, draw_frame, keep_frame, life_map
from generator.views.maps.points import LifeStop, MapKind, MapPoint, Town
from generator.views.maps.points_script import MOST_IN_PAGE, points_script
from generator.views.page import Block
from generator.views.place_lists import BASES_ID, PLACES_ID


@dataclass(frozen=True)
class PageMap:
    """A map ready for a page, with the paths of its assets from the root of the site."""

    html: Markup
    title: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def _page_map(context: ViewContext, fragment: MapFragment, title: str, more: tuple[str, ...] = ()) -> PageMap:
    """Store the assets of a map once for the whole site. `more` are scripts between the shared ones and its own."""
    assets = context.assets
    if any(name not in assets.by_name for name in (*fragment.scripts, *fragment.styles)):
        folder = Path(str(files("generator")))
        for name, content in shared_assets(folder / "vendor", folder / "theme" / "static").items():
            assets.add(name, content)
    own = _script(context, fragment.script_name, fragment.script_source)
    return PageMap(
        fragment.html,
        title,
        (*(assets.by_name[name] for name in fragment.scripts), *more, own),
        tuple(assets.by_name[name] for name in fragment.styles),
    )


def _script(context: ViewContext, name: str, source: str) -> str:
    """Store the own script of a map, which all lives of one language share."""
    own_name = f"maps/{context.language}-{name.rpartition('/')[2]}"
    known = context.map_scripts.get(own_name)
    if known is None or known[0] != source:
        known = context.map_scripts[own_name] = source, context.assets.add(own_name, source)
    return known[1]


def figure_map(context: ViewContext, figure: Figure) -> tuple[PageMap, tuple[LifeStop, ...]] | None:
    """The map of a life and its stops in the order of time; None where no event has a place that can be drawn."""
    texts = context.texts
    stops = []
    for event in in_order(figure.timeline):
        town = context.collection.places.get(event.place) if event.place is not None else None
        if town is None or town.coordinates is None:
            continue
        lat, lng = town.coordinates.to_wgs84()
        stops.append(
            LifeStop(
                date=texts.date(event.date),
                text=texts.plain(event.text),
                place=texts.plain(town.names),
                lat=lat,
                lng=lng,
                precision_m=town.coordinates.precision_m,
            )
        )
    if not stops:
        return None
    title = context.t("map_life_title", name=texts.name(figure.names).text)
    fragment = life_map(stops, context.map_words, title, context.tiles)
    return _page_map(context, fragment, title), tuple(stops)


def draw_life_frame(context: ViewContext) -> LifeFrame:
    """What the maps of all lives share."""
    return draw_frame(context.map_words, context.tiles)


def keep_life_frame(context: ViewContext, frame: LifeFrame) -> None:
    """Take over from another process what `draw_life_frame` makes."""
    keep_frame(context.map_words, context.tiles, frame)


def places_map_block(context: ViewContext, page_path: str) -> Block:
    """The map of all sites that have a position, in a layer for each scope."""
    links = context.links(page_path)
    points = [_point(links, site, where) for site in context.index.sites.values() if (where := site.point) is not None]
    kinds = [MapKind(scope.value, context.t(f"scope_{scope.value}")) for scope in Scope]
    return _overview_block(context, page_path, "site", kinds, points, context.t("map_places_title"), PLACES_ID)


def bases_map_block(context: ViewContext, page_path: str) -> Block:
    """The map of all bases that have a position, in a layer for each theme."""
    links, t = context.links(page_path), context.t
    points = [_point(links, base, where) for base in context.index.bases.values() if (where := base.point) is not None]
    kinds = [MapKind(theme.value, t(f"theme_{theme.value}")) for theme in Theme]
    return _overview_block(context, page_path, "base", kinds, points, t("map_bases_title"), BASES_ID)


def _point(links: Links, place: PlaceRow, where: PlacePoint) -> MapPoint:
    href = links.to_record(place.kind, place.id)
    folder = record_folder(place.id, links.is_sharded)
    return MapPoint(folder, place.name.text, href, place.group, where.lat, where.lng, where.precision_m, place.about)


def _overview_block(
    context: ViewContext,
    page_path: str,
    page: str,
    kinds: list[MapKind],
    points: list[MapPoint],
    title: str,
    list_id: str,
) -> Block:
    if not points:
        return Block(context.render("map.html", map=None, list_id=list_id))
    towns, words, scripts = _towns(context), context.map_words, tuple[str, ...]()
    from generator.views.maps.crowded import crowded_map
    from generator.views.maps.overview import overview_map

    if len(points) <= MOST_IN_PAGE:
        fragment = overview_map(kinds, points, towns, words, title, context.tiles)
    else:
        script = context.assets.add(f"maps/{context.language}-{list_id}.js", points_script(points))
        source = context.links(page_path).to_asset(script), record_pattern(context.links(page_path), page)
        fragment = crowded_map(kinds, points, source, towns, words, title, context.tiles)
        scripts = (add_points_script(context.assets),)
    page_map = _page_map(context, fragment, title, scripts)
    return Block(context.render("map.html", map=page_map, list_id=list_id), page_map.scripts, page_map.styles)


def _towns(context: ViewContext) -> list[Town]:
    towns = []
    for place in context.collection.places.values():
        if place.coordinates is not None:
            lat, lng = place.coordinates.to_wgs84()
            towns.append(Town(context.texts.plain(place.names), lat, lng))
    return towns


def lane_map(context: ViewContext, links: Links) -> PageMap | None:
    """The plan of the lane to zoom into; None for a city without a plan."""
    plan = context.collection.plan
    if plan is None:
        return None
    sites = context.index.sites
    known = [
        (slot.site, sites[slot.site].name.text, links.to_record("site", slot.site))
        for slot in plan.slots
        if slot.site in sites
    ]
    from generator.views.maps.plan import plan_map

    title = context.t("map_lane_title")
    return _page_map(context, plan_map(plan, known, context.map_words, title, context.texts.plain), title)
