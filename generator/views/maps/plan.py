"""The plan of the lane as a map that can be moved and enlarged: plan units instead of degrees, no scale, no pins."""

from collections.abc import Callable, Sequence

import folium

from generator.records.plan import Band, LanePlan, Placement, Rectangle
from generator.records.text import LocalizedText
from generator.views.maps.assets import MapFragment
from generator.views.maps.elements import attach, label
from generator.views.maps.fragment import fragment, reproducible
from generator.views.maps.points import MapWords


def plan_map(
    plan: LanePlan,
    links: Sequence[tuple[str, str, str]],
    words: MapWords,
    title: str,
    say: Callable[[LocalizedText], str],
) -> MapFragment:
    """The plan with a popup for each of its sites. `links` are id, name and address of the sites that have a page.

    `say` gives a text of the plan in the language of the page.
    """
    known = {site: (name, href) for site, name, href in links}
    with reproducible("plan"):
        map_ = folium.Map(
            tiles=None, crs="Simple", zoom_control=False, minZoom=-2, maxZoom=2, zoomSnap=0.05, scrollWheelZoom=False
        )
        for band, class_name in ((plan.canal, "map-water"), (plan.lane, "map-lane")):
            _band(map_, plan, band, class_name)
            label(map_, (plan.height - (band.top + band.bottom) / 2, plan.width / 2), say(band.label), "map-band")
        for feature in plan.features:
            shape = _shape(map_, plan, feature, "map-feature")
            attach(shape, "tip", {"text": say(feature.label)})
        for slot in plan.slots:
            name, href = known.get(slot.site, (say(slot.label), ""))
            shape = _shape(
                map_, plan, slot, "map-house map-unknown" if slot.placement is Placement.UNKNOWN else "map-house"
            )
            item = {"label": name, "href": href, "text": say(slot.basis), "note": ""}
            attach(shape, "popup", {"items": [item]})
            attach(shape, "tip", {"text": say(slot.label)})
            attach(shape, "reachable", {"label": name})
        label(map_, (plan.height - 14, plan.width / 2), say(plan.unknown_order), "map-stamp")
        options = {
            "bounds": ((0, 0), (plan.height, plan.width)),
            "zoomIn": words.zoom_in,
            "zoomOut": words.zoom_out,
            "close": words.close,
            "north": words.north,
            "credits": [],
            "cover": True,
            "graticule": False,
            "scale": False,
        }
        attach(map_, "prepare", options)
        return fragment("plan", map_, title, words.no_script)


def _corners(plan: LanePlan, x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    """A rectangle of the plan, whose y runs south, in Leaflet's plane, whose latitude runs north."""
    top, bottom = plan.height - y, plan.height - y - height
    return [(top, x), (top, x + width), (bottom, x + width), (bottom, x)]


def _band(map_: folium.Map, plan: LanePlan, band: Band, class_name: str) -> None:
    corners = _corners(plan, 0, band.top, plan.width, band.bottom - band.top)
    folium.Polygon(corners, className=class_name, interactive=False, fill=True).add_to(map_)


def _shape(map_: folium.Map, plan: LanePlan, place: Rectangle, class_name: str) -> folium.Polygon:
    certain = class_name if place.certain else f"{class_name} map-uncertain"
    shape = folium.Polygon(_corners(plan, place.x, place.y, place.width, place.height), className=certain, fill=True)
    shape.add_to(map_)
    return shape
