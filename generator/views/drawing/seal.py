"""A name seal: the characters of a name cut into a square of cinnabar, in place of a portrait that nobody has licensed.

Which of the two classical kinds a seal is, and where its edge has chipped, follows from the name alone.
"""

import hashlib
import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.shell.html import Html, escape, joined
from generator.views.drawing.outlines import em, outline
from generator.views.drawing.svg import element, number


class Cell(NamedTuple):
    """The rectangle that a character fills; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float


SIZE = 100.0
"""The side of a seal, in units of its drawing."""

_LONGEST = 6
_STRETCH = 1.6
_SIDE = int(SIZE)

_STEPS = 9
"""The points on each side of an edge."""
_EDGE = 2 * 4 * _STEPS
"""The bytes of chance for one edge."""
_DIGESTS = -(-(1 + 2 * _EDGE) // hashlib.sha256().digest_size)


def seal_svg(name: str, label: str = "") -> Markup:
    """The seal of a Chinese name, coloured by `drawing.css`.

    With a `label` it is an image of that name for a screen reader; without one it is ornament. Characters
    beyond the sixth, spaces and dots between parts of a name are left out.
    """
    characters = [each for each in name if each.isalpha()][:_LONGEST] or list(name[:1])
    chance = _chance(name)
    red_ground = chance[0] < 128
    edge_html = Html(_edge(3.0, chance[1:]))
    if red_ground:
        ground_html = Html(f'<path d="{edge_html}" class="seal-cinnabar"/>')
    else:
        inner_html = Html(_edge(8.5, chance[1 + _EDGE :]))
        ground_html = Html(f'<path d="{edge_html}{inner_html}" class="seal-cinnabar" fill-rule="evenodd"/>')
    inset = 10.0 if red_ground else 13.0
    colour_html = Html("seal-paper" if red_ground else "seal-cinnabar")
    cells = _cells(len(characters), inset)
    characters_html = joined([_character(*each, colour_html) for each in zip(characters, cells, strict=True)])
    spoken_html = Html(f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"')
    return Markup(  # nosec: made of Html
        f'<svg viewBox="0 0 {_SIDE:d} {_SIDE:d}" class="name-seal" {spoken_html}>{ground_html}{characters_html}</svg>'
    )


def _chance(name: str) -> bytes:
    """Bytes that depend on the name only, enough for both edges."""
    return b"".join([hashlib.sha256(f"{counter}:{name}".encode()).digest() for counter in range(_DIGESTS)])


def _edge(inset: float, chance: bytes) -> str:
    """A closed square path whose sides waver a little and have lost a splinter here and there."""
    points = zip(_depths(inset), chance[0:_EDGE:2], chance[1:_EDGE:2], strict=True)
    return _edge_pattern(inset) % tuple([whole[waver] if chip < _CHIP else chipped[waver][chip - _CHIP]
                                        for (whole, chipped), waver, chip in points])  # fmt: skip


_CHIP = 238
"""From this byte on, a splinter is missing at a point of an edge."""

_Depths = tuple[Sequence[str], Sequence[Sequence[str]]]


@cache
def _depths(inset: float) -> Sequence[_Depths]:
    """For each point of an edge the number that says how deep it lies, for every byte of chance that makes it waver.

    Whole, and chipped by each byte from `_CHIP` on.
    """
    return [_depth(inset, point // _STEPS in (1, 2), point % _STEPS == 0) for point in range(4 * _STEPS)]


@cache
def _depth(inset: float, is_far: bool, is_corner: bool) -> _Depths:
    def shown(waver: int, chip: float) -> str:
        depth = (waver / 255 - 0.5) * 0.9 + chip + (1.1 if is_corner else 0)
        return f"{SIZE - inset - depth if is_far else inset + depth:.1f}".removesuffix(".0")

    every = range(256)
    return (
        [shown(waver, 0) for waver in every],
        [[shown(waver, 2.4 * (chip / 255)) for chip in range(_CHIP, 256)] for waver in every],
    )


@cache
def _edge_pattern(inset: float) -> str:
    """The path of an edge round the square, with a blank for how deep each of its points lies."""
    low, high = inset, SIZE - inset
    along = [low + (high - low) * step / _STEPS for step in range(_STEPS)]
    forth = [f"{each:.1f}".removesuffix(".0") for each in along]
    back = [f"{low + high - each:.1f}".removesuffix(".0") for each in along]
    points = [*(f"{x} %s" for x in forth), *(f"%s {y}" for y in forth), *(f"{x} %s" for x in back),
              *(f"%s {y}" for y in back)]  # fmt: skip
    return "M" + "L".join(points) + "Z"


@cache
def _cells(count: int, inset: float) -> Sequence[Cell]:
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


def _character(character: str, cell: Cell, colour_html: Html) -> Html:
    shape = outline(character)
    if shape is not None:
        return Html(f'<path transform="{_placed(cell)}" d="{Html(shape)}" class="{colour_html}"/>')
    size = min(cell.width, cell.height)
    x, y = cell.x + cell.width / 2, cell.y + cell.height / 2 + size * 0.36
    text = element("text", character, x=x, y=y, font_size=size, text_anchor="middle", class_=colour_html)
    return Html(text)


@lru_cache(maxsize=64)
def _placed(cell: Cell) -> Html:
    """What moves an outline into the middle of a cell.

    The em square is stretched to the cell, not the ink, so that the strokes of all characters stay of one weight.
    """
    across, down = (f"{side / em():.5f}".strip("0") for side in (cell.width, cell.height))
    scale = across if across == down else f"{across} {down}"
    x, y = number(cell.x + cell.width / 2), number(cell.y + cell.height / 2)
    return escape(f"translate({x} {y})scale({scale})")
