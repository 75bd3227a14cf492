"""The overview of so many places that they come from a script of their own and stand in clusters."""

from collections.abc import Sequence

import folium
from folium.plugins import MarkerCluster
from markupsafe import escape

from generator.views.maps.assets import MapFragment
from generator.views.maps.elements import attach, label
from generator.views.maps.fragment import fragment, reproducible
from generator.views.maps.frame import geographic_map
from generator.views.maps.overview import bounds_of
from generator.views.maps.points import MapKind, MapPoint, MapWords, Town, kind_class
from generator.views.maps.tiles import TileLayerOptions


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

    `source` is the address of the script that `points_script()` makes, and that of a record, with * for its id.
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
