"""Outlines are those that the font's own library draws, though a build does without that library."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fontTools.misc.transform import Transform  # type: ignore[import-untyped]
from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.svgLib.path import parse_path  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from generator.views.drawing.outlines import em, outline

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "node_modules/@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf"


def library(character: str) -> tuple[Any, tuple[float, float, float, float]]:
    """The glyph of a character in the font, and the bounds of its ink."""
    font = TTFont(SOURCE)
    glyphs, name = font.getGlyphSet(), font.getBestCmap()[ord(character)]
    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    return glyphs[name], bounds.bounds


class Segments(BasePen):  # type: ignore[misc]
    """Every line that leads somewhere, and every curve; the line that closes a contour stands for itself."""

    def __init__(self) -> None:
        super().__init__(None)
        self.drawn: list[tuple[float, ...]] = []

    def _moveTo(self, point: tuple[float, float]) -> None:
        self.drawn.append(point)
        self.start = point

    def _lineTo(self, point: tuple[float, float]) -> None:
        if point != self._getCurrentPoint():
            self.drawn.append(point)

    def _qCurveToOne(self, control: tuple[float, float], point: tuple[float, float]) -> None:
        self.drawn.append((*control, *point))

    def _closePath(self) -> None:
        if self._getCurrentPoint() != self.start:
            self.drawn.append(self.start)


@pytest.mark.parametrize("character", "史良〇o8é，龘")
def test_an_outline_is_the_drawing_of_the_library(character: str) -> None:
    glyph, (left, bottom, right, top) = library(character)
    expected, found = Segments(), Segments()
    glyph.draw(TransformPen(expected, Transform(2, 0, 0, -2, -round(left + right), round(bottom + top))))
    parse_path(outline(character), found)
    assert found.drawn == expected.drawn


@pytest.mark.parametrize("character", "史良龘")
def test_the_ink_lies_round_the_origin_and_fills_most_of_the_em(character: str) -> None:
    shape = outline(character)
    assert shape is not None
    bounds = BoundsPen(None)
    parse_path(shape, bounds)
    left, top, right, bottom = bounds.bounds
    assert abs(left + right) <= 1 and abs(top + bottom) <= 1
    assert 0.8 * em() < max(right - left, bottom - top) < em()


@pytest.mark.parametrize("character", [" ", "\U0002f800"])
def test_what_has_no_ink_or_no_glyph_has_no_outline(character: str) -> None:
    assert outline(character) is None


def test_drawing_needs_no_font_library() -> None:
    program = (
        "import sys, generator.cli, generator.editions.build\n"
        "from generator.views.drawing.seal import seal_svg\n"
        "assert '<path' in seal_svg('史良')\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'fontTools'])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
