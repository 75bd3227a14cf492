"""Outlines of characters, taken from the font of the headings, so that a seal looks the same wherever it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from generator.release.font_glyphs import read_prepared_font
from generator.release.font_points import Contour, contours

FONT = Path(__file__).parents[2] / "vendor/fonts/NotoSerifSC-SemiBold"

Point = tuple[int, int]


@cache
def em() -> int:
    """The side of the em square in the units of an outline: halves of those of the font."""
    return 2 * int.from_bytes(read_prepared_font(FONT).tables["head"][18:20], "big")


@lru_cache(maxsize=8192)
def outline(character: str) -> str | None:
    """The `d` of a path that draws the character with the middle of its ink in the origin, y growing downwards.

    None when the font does not have the character, or it has no ink. Whoever draws it says by a `transform` where and
    how large: so the text of a character is the same in every seal, and as short as whole numbers can make it.
    """
    font = read_prepared_font(FONT)
    rounds = list(contours(font.glyph(character))) if font.holds(character) else []
    if not rounds:
        return None
    drawing = _Drawing()
    for each in rounds:
        drawing.add(each)
    x, y = drawing.middle()
    return f"m{drawing.start[0] - x} {drawing.start[1] - y}{drawing.path}".replace(" -", "-")


@dataclass(slots=True)
class _Drawing:
    """A glyph while it is drawn, contour by contour, from where the last one began: a closed line leads back there.

    In halves of a unit of the font, so that a point half-way between two others is a whole number.
    """

    start: Point = (0, 0)
    """Where its first contour begins."""
    path: str = ""
    """What follows the first move."""
    ends: list[Point] = field(default_factory=list)
    """Where its lines and curves begin and end."""
    curves: list[tuple[Point, Point, Point]] = field(default_factory=list)
    _begin: Point | None = None

    def add(self, contour: Contour) -> None:
        """Draw a contour from its first point on the curve, to which the line that closes it leads back."""
        on_curve = contour.on_curve
        points = [(int(2 * x), int(-2 * y)) for x, y in zip(contour.xs, contour.ys, strict=True)]
        size, first = len(points), on_curve.index(True)
        start = points[first]
        self.ends.append(start)
        parts: list[str] = []
        if self._begin is None:
            self.start = start
        else:
            parts.append(f"m{start[0] - self._begin[0]} {start[1] - self._begin[1]}")
        self._begin = start
        command, step = "m", 1
        is_smooth = False
        while step < size:
            here = (first + step) % size
            if on_curve[here]:
                end = points[here]
                letter, numbers = _line(end[0] - start[0], end[1] - start[1])
                is_smooth = False
                step += 1
            else:
                # Between two points that lie off the curve, TrueType has one on it half-way.
                following = (here + 1) % size
                control, (x, y) = points[here], points[following]
                end = (x, y) if on_curve[following] else ((control[0] + x) // 2, (control[1] + y) // 2)
                letter, numbers = "t", f"{end[0] - start[0]} {end[1] - start[1]}"
                if not is_smooth:
                    letter, numbers = "q", f"{control[0] - start[0]} {control[1] - start[1]} {numbers}"
                self.curves.append((start, control, end))
                # From a point half-way, the next control point lies as far on as this one lies back.
                is_smooth = not on_curve[following]
                step += 1 if is_smooth else 2
            if letter:
                # A letter holds for what follows, and after a move stands for lines.
                is_held = letter == command or (letter == "l" and command == "m")
                parts.append(f" {numbers}" if is_held else letter + numbers)
                command = letter
            self.ends.append(end)
            start = end
        self.path += "".join(parts) + "z"

    def middle(self) -> Point:
        """The middle of the ink, whose edge is an end of a line or curve, or lies where a curve bulges beyond all."""
        xs, ys = [float(x) for x, _ in self.ends], [float(y) for _, y in self.ends]
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        for start, control, end in self.curves:
            if not (left <= control[0] <= right and top <= control[1] <= bottom):
                xs += _bulge(start[0], control[0], end[0])
                ys += _bulge(start[1], control[1], end[1])
        return round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2)


def _bulge(start: int, control: int, end: int) -> Iterator[float]:
    """How far a quadratic curve goes along one axis, where it turns back between its ends."""
    twice = 2 * (control - start)
    square = end - start - twice
    if square and 0 <= (turn := -twice / (2 * square)) < 1:
        yield square * turn * turn + twice * turn + start


def _line(dx: int, dy: int) -> tuple[str, str]:
    """The letter of a line and its numbers; none for one that leads nowhere."""
    if dx == 0:
        return ("v", f"{dy}") if dy else ("", "")
    return ("h", f"{dx}") if dy == 0 else ("l", f"{dx} {dy}")
