"""Outlines of characters, taken from the font of the headings, so that a seal looks the same wherever it is shown."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.misc.transform import Transform  # type: ignore[import-untyped]
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]
from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from generator.views.drawing.svg import number

FONT = Path(__file__).parents[2] / "vendor/fonts/NotoSerifSC-SemiBold.ttf"


class Cell(NamedTuple):
    """The rectangle that a character fills; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@cache
def _font() -> tuple[Any, dict[int, str], float]:
    font = TTFont(FONT, lazy=True)
    return font.getGlyphSet(), font.getBestCmap(), float(font["head"].unitsPerEm)


@lru_cache(maxsize=4096)
def outline(character: str, cell: Cell) -> str | None:
    """The `d` of a path that draws the character in the middle of `cell`, or None when the font does not have it.

    The em square is stretched to the cell, not the ink, so that the strokes of all characters stay of one weight.
    """
    glyphs, names, em = _font()
    name = names.get(ord(character))
    if name is None:
        return None
    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    if bounds.bounds is None:
        return None
    left, bottom, right, top = bounds.bounds
    across, down = cell.width / em, cell.height / em
    dx = cell.x + cell.width / 2 - (left + right) / 2 * across
    dy = cell.y + cell.height / 2 + (bottom + top) / 2 * down
    pen = SVGPathPen(glyphs, ntos=number)
    glyphs[name].draw(TransformPen(pen, Transform(across, 0, 0, -down, dx, dy)))
    return str(pen.getCommands())
