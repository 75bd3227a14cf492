"""The buildings of the lane as line drawings in front view, as the maps in old local gazetteers show them.

Each function draws into the rectangle of a plan entry: its lower edge is the ground. Colours come from classes alone.
"""

from collections.abc import Callable

from markupsafe import Markup

from generator.records.plan import PlanShape, Rectangle
from generator.views.drawing.svg import element, group, line, path, rectangle


def _roof(x: float, y: float, width: float, height: float, lift: float = 3) -> Markup:
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


def _door(middle: float, ground: float, width: float, height: float) -> Markup:
    return group(
        None,
        rectangle("lane-door", middle - width / 2, ground - height, width, height),
        line("lane-fine", middle, ground - height, middle, ground),
    )


def _lattice(x: float, y: float, size: float) -> Markup:
    half = size / 2
    return group(
        None,
        rectangle("lane-window", x - half, y - half, size, size),
        line("lane-fine", x - half, y, x + half, y),
        line("lane-fine", x, y - half, x, y + half),
    )


def _house(place: Rectangle) -> Markup:
    x, y, width, height = place.x, place.y + 6, place.width, place.height - 6
    eaves, ground, middle = y + height * 0.46, y + height, x + width / 2
    parts = [rectangle("lane-wall", x + 2, eaves, width - 4, ground - eaves)]
    parts.append(_door(middle, ground, 15, (ground - eaves) * 0.68))
    parts += [_lattice(middle + side * width * 0.31, eaves + (ground - eaves) * 0.48, 10) for side in (-1, 1)]
    parts.append(
        line("lane-ink", middle - 12, ground - (ground - eaves) * 0.76, middle + 12, ground - (ground - eaves) * 0.76)
    )
    return group(None, *parts, _roof(x, y, width, height * 0.46))


def _shrine(place: Rectangle) -> Markup:
    x, y, width, height = place.x, place.y + 10, place.width, place.height - 10
    eaves, ground, middle = y + height * 0.5, y + height, x + width / 2
    return group(
        None,
        rectangle("lane-wall", x + 4, eaves, width - 8, ground - eaves),
        _door(middle, ground, width * 0.34, (ground - eaves) * 0.8),
        _roof(x, y, width, height * 0.5, lift=7),
        element("circle", cx=middle, cy=y - 5, r=3, class_="lane-ink lane-solid"),
        line("lane-ink", x - 2, ground, x + width + 2, ground),
    )


def _stage(place: Rectangle) -> Markup:
    """A stage on pillars: hipped roof, railing, open below."""
    x, y, width, height = place.x, place.y + 4, place.width, place.height - 4
    eaves, floor, ground = y + height * 0.4, y + height * 0.7, y + height
    pillars = [x + width * share for share in (0.1, 0.37, 0.63, 0.9)]
    railing = [
        line("lane-fine", x + width * step / 14, floor - 7, x + width * step / 14, floor) for step in range(2, 13)
    ]
    return group(
        None,
        rectangle("lane-wall", x + width * 0.1, eaves, width * 0.8, floor - eaves),
        *railing,
        line("lane-fine", x + width * 0.1, floor - 7, x + width * 0.9, floor - 7),
        rectangle("lane-wall", x, floor, width, 5),
        *(line("lane-ink", pillar, eaves, pillar, ground) for pillar in pillars),
        _roof(x, y, width, height * 0.4, lift=9),
    )


def _shop(place: Rectangle) -> Markup:
    """A house of two storeys, its ground floor of boards that are taken out by day."""
    x, y, width, height = place.x, place.y + 2, place.width, place.height - 2
    eaves, storey, ground = y + height * 0.3, y + height * 0.58, y + height
    boards = [
        line("lane-fine", x + 2 + (width - 4) * step / 9, storey + 5, x + 2 + (width - 4) * step / 9, ground)
        for step in range(1, 9)
    ]
    windows = [_lattice(x + width * share, (eaves + storey) / 2 + 1, 9) for share in (0.22, 0.5, 0.78)]
    return group(
        None,
        rectangle("lane-wall", x + 2, eaves, width - 4, ground - eaves),
        *windows,
        rectangle("lane-door", x + 2, storey + 5, width - 4, ground - storey - 5),
        *boards,
        path(
            "lane-roof",
            "M",
            x - 3,
            storey + 6,
            "L",
            x + 3,
            storey,
            "L",
            x + width - 3,
            storey,
            "L",
            x + width + 3,
            storey + 6,
            "Z",
        ),
        _roof(x, y, width, height * 0.3),
    )


def _garden(place: Rectangle) -> Markup:
    """A wall with a moon gate; a rock and a tree look over it."""
    x, y, width, height = place.x, place.y, place.width, place.height
    ground = y + height
    wall = ground - min(height * 0.5, 34)
    gate, tree, rock = x + width * 0.5, x + width * 0.22, x + width * 0.8
    crown = [
        element("circle", cx=tree + dx, cy=wall - dy, r=radius, class_="lane-leaf")
        for dx, dy, radius in ((-8, 9, 9), (5, 8, 8), (-2, 18, 9))
    ]
    return group(
        None,
        *crown,
        path("lane-ink", "M", tree, wall, "Q", tree + 2, wall - 8, tree - 2, wall - 18),
        path(
            "lane-rock",
            *(
                "M",
                rock - 13,
                wall,
                "Q",
                rock - 15,
                wall - 9,
                rock - 7,
                wall - 11,
                "Q",
                rock - 8,
                wall - 24,
                rock + 1,
                wall - 21,
            ),
            *("Q", rock + 8, wall - 23, rock + 6, wall - 12, "Q", rock + 14, wall - 8, rock + 11, wall, "Z"),
        ),
        element("circle", cx=rock - 1, cy=wall - 9, r=2.5, class_="lane-wall"),
        rectangle("lane-wall", x, wall, width, ground - wall),
        path(
            "lane-roof",
            "M",
            x - 3,
            wall + 3,
            "L",
            x + 1,
            wall - 3,
            "L",
            x + width - 1,
            wall - 3,
            "L",
            x + width + 3,
            wall + 3,
            "Z",
        ),
        element("circle", cx=gate, cy=ground - 11, r=10, class_="lane-door"),
        line("lane-ink", x, ground, x + width, ground),
    )


def _well(place: Rectangle) -> Markup:
    middle, ground, half = place.x + place.width / 2, place.y + place.height, place.width * 0.42
    top = ground - 22
    return group(
        None,
        path(
            "lane-wall",
            *(
                "M",
                middle - half,
                top,
                "L",
                middle - half + 3,
                ground - 3,
                "Q",
                middle,
                ground + 4,
                middle + half - 3,
                ground - 3,
            ),
            *("L", middle + half, top, "Z"),
        ),
        element("ellipse", cx=middle, cy=top, rx=half, ry=6, class_="lane-wall"),
        element("ellipse", cx=middle, cy=top, rx=half - 5, ry=3.6, class_="lane-water lane-ink"),
    )


def _archway(place: Rectangle) -> Markup:
    """A memorial archway of three bays."""
    x, y, width, height = place.x, place.y, place.width, place.height
    ground = y + height
    posts = [x + width * share for share in (0.04, 0.3, 0.7, 0.96)]
    beam = y + height * 0.42
    return group(
        None,
        rectangle("lane-wall", posts[1], y + 14, posts[2] - posts[1], beam - y - 10),
        rectangle("lane-wall", posts[0], beam + 6, posts[1] - posts[0], 8),
        rectangle("lane-wall", posts[2], beam + 6, posts[3] - posts[2], 8),
        *(
            rectangle(
                "lane-wall",
                post - 2,
                (y + 14 if index in (1, 2) else beam + 4),
                4,
                ground - (y + 14 if index in (1, 2) else beam + 4),
            )
            for index, post in enumerate(posts)
        ),
        _roof(posts[1], y + 4, posts[2] - posts[1], 10, lift=4),
        _roof(posts[0], beam - 3, posts[1] - posts[0] - 4, 8, lift=3),
        _roof(posts[2] + 4, beam - 3, posts[3] - posts[2] - 4, 8, lift=3),
        line("lane-fine", posts[1], y + 26, posts[2], y + 26),
    )


def _lost(place: Rectangle) -> Markup:
    """Foundations only."""
    x, y, width, height = place.x, place.y + place.height * 0.55, place.width, place.height * 0.45
    stones = [
        element("circle", cx=x + width * (column + 0.5) / 4, cy=y + height * row, r=2.2, class_="lane-ink lane-paper")
        for row in (0.25, 0.75)
        for column in range(4)
    ]
    return group(None, rectangle("lane-trace", x, y, width, height), *stones)


def _alley(place: Rectangle) -> Markup:
    x, y, width, height = place.x, place.y, place.width, place.height
    return group(
        None,
        rectangle("lane-paving", x, y, width, height),
        line("lane-ink", x, y, x, y + height),
        line("lane-ink", x + width, y, x + width, y + height),
    )


def _bridge(place: Rectangle) -> Markup:
    """A bridge seen from above: parapets that open towards the banks, and its steps."""
    x, y, width, height = place.x, place.y, place.width, place.height
    right, foot, middle = x + width, y + height, y + height / 2
    steps = [
        line("lane-fine", x + 3, y + height * index / 14, right - 3, y + height * index / 14)
        for index in range(1, 14)
        if index != 7
    ]
    return group(
        None,
        path(
            "lane-wall",
            "M",
            x - 3,
            y,
            "Q",
            x + 7,
            middle,
            x - 3,
            foot,
            "L",
            right + 3,
            foot,
            "Q",
            right - 7,
            middle,
            right + 3,
            y,
            "Z",
        ),
        *steps,
        path("lane-ink", "M", x + 1, y, "Q", x + 10, middle, x + 1, foot),
        path("lane-ink", "M", right - 1, y, "Q", right - 10, middle, right - 1, foot),
    )


_SHAPES: dict[PlanShape, Callable[[Rectangle], Markup]] = {
    PlanShape.HOUSE: _house,
    PlanShape.GARDEN: _garden,
    PlanShape.STAGE: _stage,
    PlanShape.SHRINE: _shrine,
    PlanShape.SHOP: _shop,
    PlanShape.WELL: _well,
    PlanShape.ARCHWAY: _archway,
    PlanShape.BRIDGE: _bridge,
    PlanShape.ALLEY: _alley,
    PlanShape.LOST: _lost,
}


def building(place: Rectangle) -> Markup:
    """The drawing of one entry of the plan, in plan units."""
    return _SHAPES[place.shape](place)
