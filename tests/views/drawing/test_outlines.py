"""Outlines are those that the font's own library draws, though a build does without that library."""

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.misc.transform import Transform  # type: ignore[import-untyped]
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]
from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from generator.views.drawing.outlines import Cell, outline
from generator.views.drawing.svg import number

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "node_modules/@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf"
CELLS = (Cell(10, 10, 40, 40), Cell(13.0, 24.3, 37.0, 25.7), Cell(-3, -3, 5.1, 7.7))


def drawn(character: str, cell: Cell) -> str:
    font = TTFont(SOURCE)
    glyphs, name = font.getGlyphSet(), font.getBestCmap()[ord(character)]
    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    left, bottom, right, top = bounds.bounds
    across, down = cell.width / font["head"].unitsPerEm, cell.height / font["head"].unitsPerEm
    dx = cell.x + cell.width / 2 - (left + right) / 2 * across
    dy = cell.y + cell.height / 2 + (bottom + top) / 2 * down
    pen = SVGPathPen(glyphs, ntos=number)
    glyphs[name].draw(TransformPen(pen, Transform(across, 0, 0, -down, dx, dy)))
    return str(pen.getCommands())


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("character", "史良〇o8é，龘")
def test_an_outline_is_the_drawing_of_the_library(character: str, cell: Cell) -> None:
    assert outline(character, cell) == drawn(character, cell)


@pytest.mark.parametrize("character", [" ", "\U0002f800"])
def test_what_has_no_ink_or_no_glyph_has_no_outline(character: str) -> None:
    assert outline(character, CELLS[0]) is None


def test_drawing_needs_no_font_library() -> None:
    program = (
        "import sys, generator.cli, generator.editions.build\n"
        "from generator.views.drawing.seal import seal_svg\n"
        "assert '<path' in seal_svg('史良')\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'fontTools'])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
