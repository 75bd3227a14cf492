"""The map of a life: the towns of its dated events, joined in their order.

Folium builds the map once for each language. The stops stand in the page as JSON and `maps.js` draws them: so ten
thousand lives share one script, and a page costs no more than its own data.
"""

from collections.abc import Sequence
from functools import lru_cache

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from generator.views.maps.elements import attach
from generator.views.maps.fragment import MapFragment, fragment, reproducible
from generator.views.maps.frame import geographic_map
from generator.views.maps.points import LifeStop, MapWords
from generator.views.maps.tiles import TileLayerOptions

_EASTERN_EDGE = 330.0
"""Longitudes run from 30° W eastwards round the world, as on maps printed in China, so that the Pacific stays whole."""


@lru_cache(maxsize=8)
def _frame(words: MapWords, tiles: TileLayerOptions | None) -> MapFragment:
    with reproducible("life"):
        map_ = geographic_map(words, None, tiles, [words.schematic])
        attach(map_, "life", {"data": "life-stops", "precision": words.precision})
        return fragment("life", map_, "\0title", words.no_script, Markup("\0data"))


def life_map(
    stops: Sequence[LifeStop], words: MapWords, title: str, tiles: TileLayerOptions | None = None
) -> MapFragment:
    """The map of one life, at most one in a page. `stops` are in the order of time and hold at least one."""
    frame = _frame(words, tiles)
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
    data = Markup('<script type="application/json" id="life-stops">{}</script>').format(
        htmlsafe_json_dumps(rows, ensure_ascii=False)
    )
    before, _, rest = frame.html.partition("\0title")
    middle, _, after = rest.partition("\0data")
    html = Markup("").join((Markup(before), title, Markup(middle), data, Markup(after)))
    return MapFragment(html, frame.scripts, frame.styles, frame.script_name, frame.script_source)
