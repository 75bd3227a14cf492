"""The overview of the city: pins where a place is known, circles of true radius where it is known roughly."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import folium
from folium.plugins import MarkerCluster
from markupsafe import escape

from generator.records.coordinates import LatLng
from generator.views.maps.assets import MapFragment
from generator.views.maps.elements import Json, attach, label
from generator.views.maps.fragment import fragment, reproducible
from generator.views.maps.frame import Bounds, geographic_map
from generator.views.maps.points import MapKind, MapPoint, MapWords, Town, kind_class, short_name
from generator.views.maps.tiles import TileLayerOptions

_METRES_PER_DEGREE = 111_320.0

_NEAR = 0.25
"""Within how many degrees two places are so near that the labels of the northern one stand above it."""


def overview_map(
    kinds: Sequence[MapKind],
    points: Sequence[MapPoint],
    towns: Sequence[Town],
    words: MapWords,
    title: str,
    tiles: TileLayerOptions | None = None,
) -> MapFragment:
    """A map of `points` in switchable layers, one for each of `kinds` that has any, over the names of `towns`.

    Things at one place share one popup that lists them all, each with a link to its page.
    """
    with reproducible("overview"):
        map_ = geographic_map(words, bounds_of(points, towns), tiles)
        for town in towns:
            label(map_, (town.lat, town.lng), town.name, "map-town")
        lines = _Lines([(point.lat, point.lng) for point in points if not point.is_spot])
        for kind in kinds:
            of_kind = sorted(
                (point for point in points if point.kind == kind.id), key=lambda point: (point.lat, point.lng)
            )
            if of_kind:
                _add_layer(map_, kind, of_kind, words, lines)
        # Open, because the button that would open it is a picture.
        folium.LayerControl(collapsed=False).add_to(map_)
        return fragment("overview", map_, title, words.no_script)


class _Lines:
    """Gives the labels of each place lines of their own: below it, or above where another place lies near by, south."""

    def __init__(self, places: Iterable[LatLng]) -> None:
        self._places = sorted(set(places))
        self._taken: Counter[LatLng] = Counter()

    def next(self, place: LatLng) -> int:
        """The next free line, as `label()` counts lines."""
        taken = self._taken[place]
        self._taken[place] += 1
        return -1 - taken if self._has_southern_neighbour(place) else taken

    def _has_southern_neighbour(self, place: LatLng) -> bool:
        return any(0 < place[0] - lat < _NEAR and abs(place[1] - lng) < _NEAR for lat, lng in self._places)


def _add_layer(map_: folium.Map, kind: MapKind, points: Sequence[MapPoint], words: MapWords, lines: "_Lines") -> None:
    # Leaflet sets the name of a layer as HTML.
    layer = folium.FeatureGroup(name=str(escape(kind.label))).add_to(map_)
    cluster = MarkerCluster(showCoverageOnHover=False, maxClusterRadius=44)  # type: ignore[no-untyped-call]
    if any(point.is_spot for point in points):
        layer.add_child(cluster)
        attach(cluster, "cluster", {"number": words.number, "label": kind.label})
    of_kind = f"map-kind-{kind_class(kind.id)}"
    for place, group in groupby(points, key=lambda point: (point.lat, point.lng)):
        here = list(group)
        spots, rough = [point for point in here if point.is_spot], [point for point in here if not point.is_spot]
        for spot in spots:
            label(cluster, place, short_name(spot.label), f"map-pin {of_kind}", _popup([spot], words))
        for radius in sorted({point.precision_m for point in rough}, reverse=True):
            folium.Circle(place, radius=radius, className=f"map-circle {of_kind}", interactive=False, fill=True).add_to(
                layer
            )
        if rough:
            number = words.number.format(count=len(rough))
            text = short_name(rough[0].label) if len(rough) == 1 else f"{kind.label} · {number}"
            label(layer, place, text, f"map-rough {of_kind}", _popup(rough, words), lines.next(place))


def _popup(points: Sequence[MapPoint], words: MapWords) -> Json:
    items = []
    for point in points:
        note = "" if point.is_spot else words.precision.format(metres=point.precision_m)
        items.append({"label": point.label, "href": point.href, "text": point.text, "note": note})
    return {"items": items}


def bounds_of(points: Sequence[MapPoint], towns: Sequence[Town]) -> Bounds | None:
    """The corners of all circles; of the towns where there is no point at all."""
    boxes = []
    for point in points:
        reach = max(point.precision_m, 300)
        north = reach / _METRES_PER_DEGREE
        east = north / max(math.cos(math.radians(point.lat)), 0.01)
        boxes.append((point.lat - north, point.lng - east, point.lat + north, point.lng + east))
    if not boxes:
        boxes = [(town.lat, town.lng, town.lat, town.lng) for town in towns]
    if not boxes:
        return None
    south, west, north_, east_ = (
        *map(min, zip(*(box[:2] for box in boxes), strict=True)),
        *map(max, zip(*(box[2:] for box in boxes), strict=True)),
    )
    return (round(south, 5), round(west, 5)), (round(north_, 5), round(east_, 5))
