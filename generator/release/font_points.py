"""The points of a glyph of a prepared font, read back from the streams of WOFF2 in which it is kept."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.release.font_glyphs import Glyph

_OFF_CURVE = 0x80


class Contour(NamedTuple):
    """A closed line through points, in units of the font; y grows upwards. At least one point is on the curve."""

    xs: list[float]
    ys: list[float]
    on_curve: list[bool]


def contours(glyph: Glyph) -> Iterator[Contour]:
    """The contours of a glyph, in their order."""
    triplets = iter(glyph.triplets)
    x = y = place = 0
    for size in _sizes(glyph.contour_sizes):
        contour = Contour([], [], [])
        for flag in glyph.flags[place : place + size]:
            dx, dy = _step(flag & 0x7F, triplets)
            x += dx
            y += dy
            contour.xs.append(x)
            contour.ys.append(y)
            contour.on_curve.append(flag < _OFF_CURVE)
        place += size
        if not any(contour.on_curve):
            # Such a round is on its curve half-way between any two of its points.
            contour.xs.append((contour.xs[0] + x) / 2)
            contour.ys.append((contour.ys[0] + y) / 2)
            contour.on_curve.append(True)
        yield contour


def _sizes(stream: bytes) -> Iterator[int]:
    """The numbers of a stream of 255UInt16."""
    numbers = iter(stream)
    for code in numbers:
        if code == 253:
            yield next(numbers) << 8 | next(numbers)
        elif code == 254:
            yield next(numbers) + 506
        else:
            yield next(numbers) + 253 if code == 255 else code


def _step(code: int, data: Iterator[int]) -> tuple[int, int]:
    """How far a point lies from the one before: `code` says how many bytes of `data` tell that, and the signs."""
    if code < 20:
        far = ((code % 10 & 14) << 7) + next(data)
        far = far if code & 1 else -far
        return (0, far) if code < 10 else (far, 0)
    if code < 84:
        kind, both = code - 20, next(data)
        x = 1 + (kind & 0x30) + (both >> 4)
        y = 1 + ((kind & 0x0C) << 2) + (both & 0x0F)
    elif code < 120:
        kind = code - 84
        x = 1 + (kind // 12 << 8) + next(data)
        y = 1 + (kind % 12 >> 2 << 8) + next(data)
    elif code < 124:
        first, both, last = next(data), next(data), next(data)
        x, y = (first << 4) + (both >> 4), ((both & 0x0F) << 8) + last
    else:
        x = next(data) << 8 | next(data)
        y = next(data) << 8 | next(data)
    return x if code & 1 else -x, y if code & 2 else -y
