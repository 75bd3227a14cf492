"""The buildings of the lane as line drawings in front view, as the maps in old local gazetteers show them.

Each function draws into the rectangle of a plan entry: its lower edge is the ground. Colours come from classes alone.
"""

from collections.abc import Callable

from markupsafe import Markup

from generator.records.plan import PlanShape, Rectangle
from generator.views.drawing import structures
from generator.views.drawing.roof import roof
from generator.views.drawing.svg import element, group, line, path, rectangle


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
    return group(None, *parts, roof(x, y, width, height * 0.46))


def _shrine(place: Rectangle) -> Markup:
    x, y, width, height = place.x, place.y + 10, place.width, place.height - 10
    eaves, ground, middle = y + height * 0.5, y + height, x + width / 2
    return group(
        None,
        rectangle("lane-wall", x + 4, eaves, width - 8, ground - eaves),
        _door(middle, ground, width * 0.34, (ground - eaves) * 0.8),
        roof(x, y, width, height * 0.5, lift=7),
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
        roof(x, y, width, height * 0.4, lift=9),
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
        roof(x, y, width, height * 0.3),
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


_SHAPES: dict[PlanShape, Callable[[Rectangle], Markup]] = {
    PlanShape.HOUSE: _house,
    PlanShape.GARDEN: _garden,
    PlanShape.STAGE: _stage,
    PlanShape.SHRINE: _shrine,
    PlanShape.SHOP: _shop,
    PlanShape.WELL: structures.well,
    PlanShape.ARCHWAY: structures.archway,
    PlanShape.BRIDGE: structures.bridge,
    PlanShape.ALLEY: structures.alley,
    PlanShape.LOST: structures.lost,
}


def building(place: Rectangle) -> Markup:
    """The drawing of one entry of the plan, in plan units."""
    return _SHAPES[place.shape](place)
