"""The overview of so many places that they come from a script of their own and stand in clusters."""

import json
from collections.abc import Sequence

import folium
from folium.plugins import MarkerCluster
from markupsafe import escape

from generator.views.maps.elements import attach, label
from generator.views.maps.fragment import MapFragment, fragment, reproducible
from generator.views.maps.frame import geographic_map
from generator.views.maps.overview import bounds_of, kind_class, short_name
from generator.views.maps.points import MapKind, MapPoint, MapWords, Town
from generator.views.maps.tiles import TileLayerOptions

MOST_IN_PAGE = 500
"""Up to so many places are part of the map's own script, some 40 KB (gzip)."""


def crowded_map(
    kinds: Sequence[MapKind],
    points: Sequence[MapPoint],
    source: tuple[str, str],
    towns: Sequence[Town],
    words: MapWords,
    title: str,
    tiles: TileLayerOptions | None = None,
) -> MapFragment:
    """A map whose layers are filled in the browser. It needs `map-points.js`.

    `source` is the address of the script that `points_script` makes, and that of a record, with * for its id.
    """
    with reproducible("overview"):
        map_ = geographic_map(words, bounds_of(points, towns), tiles)
        for town in towns:
            label(map_, (town.lat, town.lng), town.name, "map-town")
        present = {point.kind for point in points}
        for kind in kinds:
            if kind.id not in present:
                continue
            # Leaflet sets the name of a layer as HTML.
            layer = folium.FeatureGroup(name=str(escape(kind.label))).add_to(map_)
            cluster = MarkerCluster(showCoverageOnHover=False, maxClusterRadius=60)  # type: ignore[no-untyped-call]
            layer.add_child(cluster)
            attach(cluster, "cluster", {"number": words.number, "label": kind.label})
            options = {
                "src": source[0],
                "href": source[1],
                "kind": kind.id,
                "className": f"map-kind-{kind_class(kind.id)}",
                "number": words.number,
                "precision": words.precision,
            }
            attach(cluster, "points", options)
        folium.LayerControl(collapsed=False).add_to(map_)
        return fragment("overview", map_, title, words.no_script)


def points_script(points: Sequence[MapPoint]) -> str:
    """The points by kind, as a script that `map-points.js` reads."""
    kinds: dict[str, list[list[str | int | float]]] = {}
    for point in points:
        kinds.setdefault(point.kind, []).append(
            [
                point.lat,
                point.lng,
                point.precision_m,
                point.id,
                short_name(point.label),
                point.text,
                int(not point.is_spot),
            ]
        )
    data = json.dumps(kinds, ensure_ascii=False, separators=(",", ":"))
    return f"(window.qingguoPoints = window.qingguoPoints || {{}}).last = {data};\n"
