"""Outlines of characters, taken from the font of the headings, so that a seal looks the same wherever it is shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.misc.arrayTools import calcBounds, unionRect  # type: ignore[import-untyped]
from fontTools.misc.bezierTools import calcQuadraticBounds  # type: ignore[import-untyped]
from fontTools.pens.basePen import decomposeQuadraticSegment  # type: ignore[import-untyped]
from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

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


Point = tuple[float, float]
Stroke = tuple[str, tuple[Point, ...]]

_BLANK = "%.1f"


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character as the font draws it, in units of its em.

    `pattern` is the `d` of its path with a blank for each number. Each is half the sum of two coordinates, which
    `pairs` names by their place among those of `xs` and, behind them, of `ys`: a point of the font twice, or two for
    the point half-way between them.
    """

    middle: Point
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    pattern: str
    pairs: tuple[tuple[int, int], ...]


@cache
def _glyph(character: str) -> _Glyph | None:
    glyphs, names, _ = _font()
    name = names.get(ord(character))
    if name is None:
        return None
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    strokes = list(_strokes(pen.value))
    return _as_pattern(_middle(strokes), strokes) if strokes else None


def _strokes(recorded: Iterable[tuple[str, tuple[Point | None, ...]]]) -> Iterator[Stroke]:
    """The strokes of a pen. A round without any point on its curve begins half-way between its last and its first."""
    for stroke, given in recorded:
        points = tuple(point for point in given if point is not None)
        if len(points) < len(given):
            (x, y), (first_x, first_y) = points[-1], points[0]
            points = (*points, ((x + first_x) / 2, (y + first_y) / 2))
            yield "moveTo", points[-1:]
        yield ("lineTo" if stroke == "qCurveTo" and len(points) == 1 else stroke), points


def _middle(strokes: Sequence[Stroke]) -> Point:
    """The middle of the ink, whose edge is an end of a line or curve, or lies where a curve bulges beyond all ends."""
    ends: list[Point] = []
    curves: list[tuple[Point, Point, Point]] = []
    for stroke, points in strokes:
        if stroke == "qCurveTo":
            start = ends[-1]
            for control, end in decomposeQuadraticSegment(points):
                curves.append((start, control, end))
                ends.append(end)
                start = end
        else:
            ends += points
    left, bottom, right, top = calcBounds(ends)
    for curve in curves:
        x, y = curve[1]
        if not (left <= x <= right and bottom <= y <= top):
            left, bottom, right, top = unionRect((left, bottom, right, top), calcQuadraticBounds(*curve))
    return (left + right) / 2, (bottom + top) / 2


def _as_pattern(middle: Point, strokes: Sequence[Stroke]) -> _Glyph:
    points = [point for _, placed in strokes for point in placed]
    count, index = len(points), 0
    pattern: list[str] = []
    pairs: list[tuple[int, int]] = []
    command = ""
    for stroke, placed in strokes:
        if stroke == "closePath":
            pattern.append("Z")
        elif stroke == "moveTo":
            command = "M"
            pattern.append(f"M{_BLANK} {_BLANK}")
            pairs += [(index, index), (count + index, count + index)]
        elif stroke == "lineTo":
            letter, blanks, axes = _line(points[index - 1], points[index], command)
            command = letter or command
            pattern.append(letter + blanks)
            pairs += [(axis * count + index, axis * count + index) for axis in axes]
        else:
            command = "Q"
            for here in range(index, index + len(placed) - 1):
                # Between two points that lie off the curve, TrueType has one on it half-way.
                on_curve = (here + 1, here + 1) if here == index + len(placed) - 2 else (here, here + 1)
                pattern.append(f"Q{_BLANK} {_BLANK} {_BLANK} {_BLANK}")
                pairs += [(here, here), (count + here, count + here)]
                pairs += [on_curve, (count + on_curve[0], count + on_curve[1])]
        index += len(placed)
    xs, ys = zip(*points, strict=True)
    return _Glyph(middle, xs, ys, "".join(pattern), tuple(pairs))


def _line(start: Point, end: Point, command: str) -> tuple[str, str, tuple[int, ...]]:
    """The letter of a line, its blanks, and which of x (0) and y (1) fills each.

    A line after a move needs no letter, and one that leads nowhere is left out.
    """
    if end[0] == start[0]:
        return ("V", _BLANK, (1,)) if end[1] != start[1] else ("", "", ())
    if end[1] == start[1]:
        return "H", _BLANK, (0,)
    if command == "M":
        return "", f" {_BLANK} {_BLANK}", (0, 1)
    return "L", f"{_BLANK} {_BLANK}", (0, 1)


@lru_cache(maxsize=8192)
def outline(character: str, cell: Cell) -> str | None:
    """The `d` of a path that draws the character in the middle of `cell`, or None when the font does not have it.

    The em square is stretched to the cell, not the ink, so that the strokes of all characters stay of one weight.
    """
    glyph = _glyph(character)
    if glyph is None:
        return None
    em = _font()[2]
    across, down = cell.width / em, cell.height / em
    dx = cell.x + cell.width / 2 - glyph.middle[0] * across
    dy = cell.y + cell.height / 2 + glyph.middle[1] * down
    placed = [across * x + dx for x in glyph.xs] + [dy - down * y for y in glyph.ys]
    numbers = tuple([(placed[one] + placed[other]) / 2 for one, other in glyph.pairs])
    # Each number has one decimal place, and loses it where it is 0.
    return (glyph.pattern % numbers).replace("-0.0", "0").replace(".0", "")
