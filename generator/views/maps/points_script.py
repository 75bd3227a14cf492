"""The points of a map with so many places that they come from a script of their own."""

import json
from collections.abc import Sequence

from generator.views.maps.points import MapPoint, short_name

MOST_IN_PAGE = 500
"""Up to so many places are part of the map's own script, some 40 KB (gzip)."""


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
