"""A name seal: the characters of a name cut into a square of cinnabar, in place of a portrait that nobody has licensed.

Which of the two classical kinds a seal is, and where its edge has chipped, follows from the name alone.
"""

import hashlib
import math
from collections.abc import Iterator

from markupsafe import Markup

from generator.views.drawing.outlines import Cell, outline
from generator.views.drawing.svg import element, number

SIZE = 100.0
"""The side of a seal, in units of its drawing."""

_LONGEST = 6
_STRETCH = 1.6


def seal_svg(name: str, label: str = "") -> Markup:
    """The seal of a Chinese name, coloured by `drawing.css`.

    With a `label` it is an image of that name for a screen reader; without one it is ornament. Characters
    beyond the sixth, spaces and dots between parts of a name are left out.
    """
    characters = [each for each in name if each.isalpha()][:_LONGEST] or list(name[:1])
    chance = _numbers(name)
    red_ground = next(chance) < 0.5
    edge = _edge(3.0, chance)
    parts = []
    if red_ground:
        parts.append(element("path", d=edge, class_="seal-cinnabar"))
    else:
        parts.append(element("path", d=edge + _edge(8.5, chance), class_="seal-cinnabar", fill_rule="evenodd"))
    inset = 10.0 if red_ground else 13.0
    colour = "seal-paper" if red_ground else "seal-cinnabar"
    parts += [
        _character(each, cell, colour) for each, cell in zip(characters, _cells(len(characters), inset), strict=True)
    ]
    spoken = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return element("svg", parts, viewBox=f"0 0 {number(SIZE)} {number(SIZE)}", class_="name-seal", **spoken)


def _numbers(name: str) -> Iterator[float]:
    """Numbers from 0 to 1 that depend on the name only."""
    counter = 0
    while True:
        for byte in hashlib.sha256(f"{counter}:{name}".encode()).digest():
            yield byte / 255
        counter += 1


def _edge(inset: float, chance: Iterator[float]) -> str:
    """A closed square path whose sides waver a little and have lost a splinter here and there."""
    low, high, steps = inset, SIZE - inset, 9
    points = []
    for side in range(4):
        for step in range(steps):
            along = low + (high - low) * step / steps
            waver = (next(chance) - 0.5) * 0.9
            chip = next(chance)
            depth = waver + (2.4 * chip if chip > 0.93 else 0) + (1.1 if step == 0 else 0)
            points.append(
                (
                    (along, low + depth),
                    (high - depth, along),
                    (low + high - along, high - depth),
                    (low + depth, low + high - along),
                )[side]
            )
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def _cells(count: int, inset: float) -> list[Cell]:
    """Where the characters stand, read in columns from the right; a column with fewer characters stretches them."""
    columns = 1 if count == 1 else 2 if count <= 4 else 3
    rows = math.ceil(count / columns)
    # The surname, which comes first, gets the shorter column.
    lengths = [count - rows * (columns - 1), *[rows] * (columns - 1)]
    side = SIZE - 2 * inset
    width = side / columns
    cells = []
    for index, length in enumerate(lengths):
        height = min(side / length, width * _STRETCH)
        top = (SIZE - height * length) / 2
        x = SIZE - inset - width * (index + 1)
        cells += [Cell(x, top + height * row, width, height) for row in range(length)]
    return cells


def _character(character: str, cell: Cell, class_: str) -> Markup:
    shape = outline(character, cell)
    if shape is not None:
        return element("path", d=shape, class_=class_)
    size = min(cell.width, cell.height)
    x, y = cell.x + cell.width / 2, cell.y + cell.height / 2 + size * 0.36
    return element("text", character, x=x, y=y, font_size=size, text_anchor="middle", class_=class_)
