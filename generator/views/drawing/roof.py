"""The tiled roof that all buildings of the lane share."""

from markupsafe import Markup

from generator.views.drawing.svg import group, path


def roof(x: float, y: float, width: float, height: float, lift: float = 3) -> Markup:
    """A tiled roof whose ridge and eaves turn up by `lift` at their ends; `height` is from ridge to eaves."""
    left, right, eaves = x - 6, x + width + 6, y + height
    ridge_left, ridge_right = x + width * 0.1, x + width * 0.9
    middle = x + width / 2
    surface = path(
        "lane-roof",
        *("M", ridge_left, y, "L", ridge_right, y),
        *("Q", ridge_right + 4, eaves - 5, right, eaves - lift),
        *("Q", right - 8, eaves + 1, right - 14, eaves, "L", left + 14, eaves),
        *("Q", left + 8, eaves + 1, left, eaves - lift),
        *("Q", ridge_left - 4, eaves - 5, ridge_left, y, "Z"),
    )
    ridge = path(
        "lane-ridge",
        *("M", ridge_left - 4, y - lift - 1, "Q", ridge_left, y, ridge_left + 7, y),
        *("L", ridge_right - 7, y, "Q", ridge_right, y, ridge_right + 4, y - lift - 1),
    )
    count = max(int(width // 8), 3)
    tiles = []
    for index in range(1, count):
        share = index / count
        top, foot = ridge_left + (ridge_right - ridge_left) * share, x + width * share
        tiles.append(
            path(
                "lane-fine",
                "M",
                top,
                y + 2,
                "Q",
                (top * 2 + foot + (foot - middle) * 0.02) / 3,
                y + height * 0.6,
                foot,
                eaves,
            )
        )
    return group(None, surface, *tiles, ridge)
