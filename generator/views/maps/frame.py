"""The empty map that the others are drawn on: graticule, scale, north, credits; no boundary of any kind."""

from collections.abc import Sequence

import folium
from markupsafe import escape

from generator.views.maps.elements import attach
from generator.views.maps.points import MapWords
from generator.views.maps.tiles import TileLayerOptions

Bounds = tuple[tuple[float, float], tuple[float, float]]
"""South-west and north-east corner, each latitude and longitude."""


def geographic_map(
    words: MapWords, bounds: Bounds | None, tiles: TileLayerOptions | None, credits: Sequence[str] = ()
) -> folium.Map:
    """A map in Web Mercator. Without `bounds` whoever draws on it must fit it."""
    # Without tiles Leaflet needs maxZoom from the map itself, for the clusters.
    map_ = folium.Map(tiles=None, zoom_control=False, maxZoom=18, minZoom=1, zoomSnap=0.25, scrollWheelZoom=False)
    if tiles is not None:
        layer = folium.TileLayer(
            tiles.url,
            attr=str(escape(tiles.credit)),
            subdomains=tiles.subdomains or "abc",
            max_native_zoom=tiles.max_zoom,
            max_zoom=20,
            control=False,
        )
        layer.add_to(map_)
    shown = [*credits, words.credit] if words.credit else list(credits)
    options = {
        "bounds": bounds,
        "zoomIn": words.zoom_in,
        "zoomOut": words.zoom_out,
        "close": words.close,
        "north": words.north,
        # Leaflet sets credits as HTML.
        "credits": [str(escape(credit)) for credit in shown],
        "graticule": True,
        "scale": True,
    }
    attach(map_, "prepare", options)
    return map_
