"""A name seal: the characters of a name cut into a square of cinnabar, in place of a portrait that nobody has licensed.

Which of the two classical kinds a seal is, and where its edge has chipped, follows from the name alone.
"""

import hashlib
import math
from collections.abc import Sequence
from functools import cache

from markupsafe import Markup

from generator.shell.html import Html, escape, joined
from generator.views.drawing.outlines import Cell, outline
from generator.views.drawing.svg import element

SIZE = 100.0
"""The side of a seal, in units of its drawing."""

_LONGEST = 6
_STRETCH = 1.6
_SIDE = int(SIZE)

_STEPS = 9
"""The points on each side of an edge."""
_EDGE = 2 * 4 * _STEPS
"""The numbers that chance gives for one edge."""
_DIGESTS = -(-(1 + 2 * _EDGE) // hashlib.sha256().digest_size)


def seal_svg(name: str, label: str = "") -> Markup:
    """The seal of a Chinese name, coloured by `drawing.css`.

    With a `label` it is an image of that name for a screen reader; without one it is ornament. Characters
    beyond the sixth, spaces and dots between parts of a name are left out.
    """
    characters = [each for each in name if each.isalpha()][:_LONGEST] or list(name[:1])
    chance = _numbers(name)
    red_ground = chance[0] < 0.5
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


def _numbers(name: str) -> list[float]:
    """Numbers from 0 to 1 that depend on the name only, enough for both edges."""
    digests = [hashlib.sha256(f"{counter}:{name}".encode()).digest() for counter in range(_DIGESTS)]
    return [byte / 255 for byte in b"".join(digests)]


def _edge(inset: float, chance: Sequence[float]) -> str:
    """A closed square path whose sides waver a little and have lost a splinter here and there."""
    low, high = inset, SIZE - inset
    depths = [
        (waver - 0.5) * 0.9 + (2.4 * chip if chip > 0.93 else 0) + (1.1 if point % _STEPS == 0 else 0)
        for point, waver, chip in zip(range(4 * _STEPS), chance[0::2], chance[1::2], strict=False)
    ]
    top, right_and_bottom, left = depths[:_STEPS], depths[_STEPS : 3 * _STEPS], depths[3 * _STEPS :]
    numbers = [low + depth for depth in top] + [high - depth for depth in right_and_bottom]
    numbers += [low + depth for depth in left]
    return (_edge_pattern(inset) % tuple(numbers)).replace(".0", "")


@cache
def _edge_pattern(inset: float) -> str:
    """The path of an edge round the square, with a blank for how deep each of its points lies."""
    low, high = inset, SIZE - inset
    along = [low + (high - low) * step / _STEPS for step in range(_STEPS)]
    points = [
        *(f"{each:.1f} %.1f" for each in along),
        *(f"%.1f {each:.1f}" for each in along),
        *(f"{low + high - each:.1f} %.1f" for each in along),
        *(f"%.1f {low + high - each:.1f}" for each in along),
    ]
    return "M" + "L".join(points) + "Z"


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


def _character(character: str, cell: Cell, colour_html: Html) -> Html:
    shape = outline(character, cell)
    if shape is not None:
        return Html(f'<path d="{escape(shape)}" class="{colour_html}"/>')
    size = min(cell.width, cell.height)
    x, y = cell.x + cell.width / 2, cell.y + cell.height / 2 + size * 0.36
    text = element("text", character, x=x, y=y, font_size=size, text_anchor="middle", class_=colour_html)
    return Html(text)
