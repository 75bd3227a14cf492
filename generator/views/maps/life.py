"""The map of a life: the towns of its dated events, joined in their order.

Folium builds the map once for each language. The stops stand in the page as JSON and `maps.js` draws them: so ten
thousand lives share one script, and a page costs no more than its own data.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.shell.html import Html, escape, joined, json_html
from generator.views.maps.assets import MapFragment
from generator.views.maps.points import LifeStop, MapWords
from generator.views.maps.tiles import TileLayerOptions

_EASTERN_EDGE = 330.0
"""Longitudes run from 30° W eastwards round the world, as on maps printed in China, so that the Pacific stays whole."""


LifeFrame = tuple[MapFragment, tuple[str, str, str]]
"""The map of every life, and its HTML in three parts: before the title, behind it, and behind the stops."""

_FRAMES: dict[tuple[MapWords, TileLayerOptions | None], LifeFrame] = {}
"""The frames that this process knows, drawn by itself or by another."""


def draw_frame(words: MapWords, tiles: TileLayerOptions | None) -> LifeFrame:
    """The map without a life. Whoever calls this loads what draws maps, 27 MB."""
    from generator.views.maps.elements import attach
    from generator.views.maps.fragment import fragment, reproducible
    from generator.views.maps.frame import geographic_map

    with reproducible("life"):
        map_ = geographic_map(words, None, tiles, [words.schematic])
        attach(map_, "life", {"data": "life-stops", "precision": words.precision})
        frame = fragment("life", map_, "\0title", words.no_script, Markup("\0data"))
    before, _, rest = frame.html.partition("\0title")
    middle, _, after = rest.partition("\0data")
    return frame, (before, middle, after)


def keep_frame(words: MapWords, tiles: TileLayerOptions | None, frame: LifeFrame) -> None:
    """Take the frame that another process has drawn."""
    _FRAMES[words, tiles] = frame


def life_map(
    stops: Sequence[LifeStop], words: MapWords, title: str, tiles: TileLayerOptions | None = None
) -> MapFragment:
    """The map of one life, at most one in a page. `stops` are in the order of time and hold at least one."""
    known = _FRAMES.get((words, tiles))
    if known is None:
        known = _FRAMES[words, tiles] = draw_frame(words, tiles)
    frame, (before, middle, after) = known
    rows = [
        {
            "date": stop.date,
            "text": stop.text,
            "place": stop.place,
            "lat": stop.lat,
            "lng": stop.lng if stop.lng >= _EASTERN_EDGE - 360 else stop.lng + 360,
            "radius": stop.precision_m,
        }
        for stop in stops
    ]
    data_html = Html(f'<script type="application/json" id="life-stops">{json_html(rows)}</script>')
    # nosec: a fragment is markup, the rest is Html
    html = Markup(joined([Html(before), escape(title), Html(middle), data_html, Html(after)]))
    return MapFragment(html, frame.scripts, frame.styles, frame.script_name, frame.script_source)
