"""What is no house: wells, archways, side lanes, bridges, and foundations of what is gone."""

from markupsafe import Markup

from generator.records.plan import Rectangle
from generator.views.drawing.roof import roof
from generator.views.drawing.svg import element, group, line, path, rectangle


def well(place: Rectangle) -> Markup:
    """A well with its stone rim."""
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


def archway(place: Rectangle) -> Markup:
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
        roof(posts[1], y + 4, posts[2] - posts[1], 10, lift=4),
        roof(posts[0], beam - 3, posts[1] - posts[0] - 4, 8, lift=3),
        roof(posts[2] + 4, beam - 3, posts[3] - posts[2] - 4, 8, lift=3),
        line("lane-fine", posts[1], y + 26, posts[2], y + 26),
    )


def lost(place: Rectangle) -> Markup:
    """Foundations only."""
    x, y, width, height = place.x, place.y + place.height * 0.55, place.width, place.height * 0.45
    stones = [
        element("circle", cx=x + width * (column + 0.5) / 4, cy=y + height * row, r=2.2, class_="lane-ink lane-paper")
        for row in (0.25, 0.75)
        for column in range(4)
    ]
    return group(None, rectangle("lane-trace", x, y, width, height), *stones)


def alley(place: Rectangle) -> Markup:
    """A side lane seen from above, running north."""
    x, y, width, height = place.x, place.y, place.width, place.height
    return group(
        None,
        rectangle("lane-paving", x, y, width, height),
        line("lane-ink", x, y, x, y + height),
        line("lane-ink", x + width, y, x + width, y + height),
    )


def bridge(place: Rectangle) -> Markup:
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
