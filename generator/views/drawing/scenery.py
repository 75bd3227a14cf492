"""What surrounds the houses and claims nothing: water, paving, walls, willows and the mist over what is not known."""

from markupsafe import Markup

from generator.views.drawing.svg import group, line, path, rectangle


def water(left: float, right: float, top: float, bottom: float) -> Markup:
    """The canal: a wash between two banks, with ripples."""
    parts = [rectangle("lane-water", left, top, right - left, bottom - top)]
    rows = 4
    for row in range(rows):
        y = top + (bottom - top) * (row + 0.7) / (rows + 0.4)
        x = left + 24 + (row * 137) % 90
        index = 0
        while x < right - 60:
            length = 26 + (index * 29 + row * 17) % 34
            parts.append(path("lane-ripple", "M", x, y, "q", length / 4, -3, length / 2, 0, "t", length / 2, 0))
            x += length + 70 + (index * 53 + row * 31) % 110
            index += 1
    parts += [line("lane-bank", left, top, right, top), line("lane-bank", left, bottom, right, bottom)]
    return group(None, *parts)


def paving(left: float, right: float, top: float, bottom: float) -> Markup:
    """The lane: a band of stone slabs between its two edges."""
    parts = [rectangle("lane-paving", left, top, right - left, bottom - top)]
    rows = 3
    for row in range(rows):
        upper, lower = top + (bottom - top) * row / rows, top + (bottom - top) * (row + 1) / rows
        if row:
            parts.append(line("lane-joint", left, upper, right, upper))
        x = left + 18 + row * 13
        index = 0
        while x < right:
            parts.append(line("lane-joint", x, upper, x, lower))
            x += 34 + (index * 7 + row * 5) % 17
            index += 1
    parts += [line("lane-ink", left, top, right, top), line("lane-ink", left, bottom, right, bottom)]
    return group(None, *parts)


def wall(left: float, right: float, ground: float, height: float) -> Markup:
    """A garden wall with a coping of tiles; its lattice windows are ornament."""
    top = ground - height
    parts = [
        rectangle("lane-wall lane-quiet", left, top, right - left, height),
        path(
            "lane-roof lane-quiet",
            "M",
            left - 3,
            top + 3,
            "L",
            left + 2,
            top - 4,
            "L",
            right - 2,
            top - 4,
            "L",
            right + 3,
            top + 3,
            "Z",
        ),
    ]
    x = left + 5
    while x < right - 3:
        parts.append(line("lane-fine", x, top - 3, x, top + 2))
        x += 7
    x = left + 40
    while x < right - 30:
        parts.append(
            path(
                "lane-lattice",
                "M",
                x - 7,
                top + 10,
                "h",
                14,
                "v",
                9,
                "h",
                -14,
                "z",
                "m",
                0,
                4.5,
                "h",
                14,
                "m",
                -7,
                -4.5,
                "v",
                9,
            )
        )
        x += 92
    return group(None, *parts)


def roofs(left: float, right: float, ground: float, height: float) -> Markup:
    """Roofs without outlines, far off: they stand for houses that nothing is said of."""
    parts = []
    x, index = left, 0
    while x < right - 40:
        width = min(64 + (index * 37) % 48, right - x)
        top = ground - height * (0.62 + (index * 29 % 38) / 100)
        parts.append(
            path(
                "lane-far",
                *("M", x - 5, top + 15, "Q", x + 6, top + 11, x + 10, top, "L", x + width - 10, top),
                *(
                    "Q",
                    x + width - 6,
                    top + 11,
                    x + width + 5,
                    top + 15,
                    "L",
                    x + width - 4,
                    top + 16,
                    "V",
                    ground,
                    "H",
                    x + 4,
                    "V",
                    top + 16,
                    "Z",
                ),
            )
        )
        x += width + 16 + (index * 23) % 34
        index += 1
    return group(None, *parts)


def willow(x: float, ground: float, height: float, lean: float = 6) -> Markup:
    """A willow at the water."""
    top = ground - height
    parts = [path("lane-trunk", "M", x, ground, "Q", x - 3, ground - height * 0.5, x + lean, top + 10)]
    for index in range(9):
        reach = (index - 4) * 6.5
        drop = height * (0.5 + (index * 31 % 17) / 50)
        parts.append(
            path(
                "lane-branch",
                "M",
                x + lean,
                top + 10,
                "q",
                reach * 0.7,
                -13,
                reach,
                2,
                "q",
                reach * 0.16,
                drop * 0.45,
                reach * 0.06,
                drop,
            )
        )
    return group(None, *parts)


def mist(left: float, right: float, y: float) -> Markup:
    """Bands of mist, as painters leave them between what they saw and what they were told."""
    parts = []
    for row in range(3):
        x, index = left + (row * 211) % 160, 0
        while x < right - 120:
            length = min(170.0 + (index * 97 + row * 61) % 190, right - x)
            parts.append(path("lane-mist", "M", x, y + row * 9, "h", length, "m", -length + 22, 0))
            x += length + 36 + (index * 41 + row * 19) % 60
            index += 1
    return group(None, *parts)


def steps(x: float, top: float, bottom: float) -> Markup:
    """Stone steps from a back door down to the water."""
    parts = []
    for index in range(4):
        y = top + (bottom - top) * index / 3
        parts.append(line("lane-ink", x - 9 - index * 2, y, x + 9 + index * 2, y))
    return group(None, *parts)
