"""Outlines of characters, taken from the font of the headings, so that a seal looks the same wherever it is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.release.font_glyphs import read_prepared_font
from generator.release.font_points import Contour, contours

FONT = Path(__file__).parents[2] / "vendor/fonts/NotoSerifSC-SemiBold"


class Cell(NamedTuple):
    """The rectangle that a character fills; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float


Point = tuple[float, float]

_BLANK = "%.1f"


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character as the font draws it, in units of its em.

    `pattern` is the `d` of its path with a blank for each number. Each is half the sum of two coordinates, which
    `pairs` names by their place among those of `xs` and, behind them, of `ys`: a point of the font twice, or two for
    the point half-way between them.
    """

    middle: Point
    xs: Sequence[float]
    ys: Sequence[float]
    pattern: str
    pairs: Sequence[tuple[int, int]]


@cache
def _em() -> float:
    """The side of the em square, in units of the font."""
    return float(int.from_bytes(read_prepared_font(FONT).tables["head"][18:20], "big"))


@cache
def _glyph(character: str) -> _Glyph | None:
    font = read_prepared_font(FONT)
    rounds = list(contours(font.glyph(character))) if font.holds(character) else []
    if not rounds:
        return None
    drawing = _Drawing(sum(len(each.xs) for each in rounds))
    for each in rounds:
        drawing.add(each)
    return _Glyph(drawing.middle(), drawing.xs, drawing.ys, "".join(drawing.pattern), drawing.pairs)


@dataclass(slots=True)
class _Drawing:
    """A glyph of `count` points while it is drawn, contour by contour."""

    count: int
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    pattern: list[str] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    ends: list[Point] = field(default_factory=list)
    """Where its lines and curves begin and end."""
    curves: list[tuple[Point, Point, Point]] = field(default_factory=list)

    def add(self, contour: Contour) -> None:
        """Draw a contour from its first point on the curve, to which the line that closes it leads back."""
        xs, ys, on_curve = contour
        points = list(zip(xs, ys, strict=True))
        base, size, first = len(self.xs), len(xs), on_curve.index(True)
        self.xs += xs
        self.ys += ys
        self.pattern.append(f"M{_BLANK} {_BLANK}")
        self._place(base + first, base + first)
        self.ends.append(points[first])
        command, start, step = "M", points[first], 1
        while step < size:
            here = (first + step) % size
            if on_curve[here]:
                letter, blanks, axes = _line(start, points[here], command)
                command = letter or command
                self.pattern.append(letter + blanks)
                self.pairs += [(axis * self.count + base + here,) * 2 for axis in axes]
                end = points[here]
                step += 1
            else:
                # Between two points that lie off the curve, TrueType has one on it half-way.
                following = (here + 1) % size
                other = following if on_curve[following] else here
                (x, y), (next_x, next_y) = points[other], points[following]
                end = ((x + next_x) / 2, (y + next_y) / 2)
                command = "Q"
                self.pattern.append(f"Q{_BLANK} {_BLANK} {_BLANK} {_BLANK}")
                self._place(base + here, base + here)
                self._place(base + other, base + following)
                self.curves.append((start, points[here], end))
                step += 2 if on_curve[following] else 1
            self.ends.append(end)
            start = end
        self.pattern.append("Z")

    def _place(self, one: int, other: int) -> None:
        self.pairs += ((one, other), (self.count + one, self.count + other))

    def middle(self) -> Point:
        """The middle of the ink, whose edge is an end of a line or curve, or lies where a curve bulges beyond all."""
        xs, ys = [x for x, _ in self.ends], [y for _, y in self.ends]
        left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        for start, control, end in self.curves:
            if not (left <= control[0] <= right and bottom <= control[1] <= top):
                xs += _bulge(start[0], control[0], end[0])
                ys += _bulge(start[1], control[1], end[1])
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _bulge(start: float, control: float, end: float) -> Iterator[float]:
    """How far a quadratic curve goes along one axis, where it turns back between its ends."""
    twice = 2 * (control - start)
    square = end - start - twice
    if square and 0 <= (turn := -twice / (2 * square)) < 1:
        yield square * turn * turn + twice * turn + start


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
    em = _em()
    across, down = cell.width / em, cell.height / em
    dx = cell.x + cell.width / 2 - glyph.middle[0] * across
    dy = cell.y + cell.height / 2 + glyph.middle[1] * down
    placed = [across * x + dx for x in glyph.xs] + [dy - down * y for y in glyph.ys]
    numbers = tuple([(placed[one] + placed[other]) / 2 for one, other in glyph.pairs])
    # Each number has one decimal place, and loses it where it is 0.
    return (glyph.pattern % numbers).replace("-0.0", "0").replace(".0", "")
