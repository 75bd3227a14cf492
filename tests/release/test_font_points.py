"""The points of a glyph come back from the streams of WOFF2 as they went in."""

from array import array
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, woff2  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph as TrueTypeGlyph  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from hypothesis import given
from hypothesis import strategies as st

from generator.release.font_glyphs import Glyph, read_prepared_font
from generator.release.font_points import contours

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "node_modules/@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf"
POINTS = st.tuples(st.integers(-8000, 8000), st.integers(-8000, 8000), st.booleans())


def packed(rounds: list[list[tuple[int, int, bool]]]) -> Glyph:
    """A glyph whose streams fontTools has written."""
    points = [point for each in rounds for point in each]
    glyph = TrueTypeGlyph()
    glyph.coordinates = GlyphCoordinates([(x, y) for x, y, _ in points])
    glyph.flags = array("B", [int(is_on) for _, _, is_on in points])
    pieces = woff2.WOFF2GlyfTable()
    pieces.flagStream = pieces.glyphStream = b""
    pieces._encodeTriplets(glyph)
    sizes = b"".join(woff2.pack255UShort(len(each)) for each in rounds)
    return Glyph(1000, 1000, 0, len(rounds), False, 0, sizes, pieces.flagStream, pieces.glyphStream + b"\0")


@given(st.lists(st.lists(POINTS, min_size=1, max_size=9).map(lambda each: [(0, 0, True), *each]), max_size=4))
def test_points_come_back(rounds: list[list[tuple[int, int, bool]]]) -> None:
    read = [list(zip(each.xs, each.ys, each.on_curve, strict=True)) for each in contours(packed(rounds))]
    assert read == rounds


@pytest.mark.parametrize("size", [252, 253, 505, 506, 761, 762, 900])
def test_a_contour_may_have_many_points(size: int) -> None:
    points = [(number % 50, number, True) for number in range(size)]
    assert [len(each.xs) for each in contours(packed([points, points[:3]]))] == [size, 3]


def test_a_round_without_a_point_on_its_curve_gets_one() -> None:
    square = [(0, 0, False), (0, 100, False), (100, 100, False), (101, 0, False)]
    (read,) = contours(packed([square]))
    assert (read.xs[-1], read.ys[-1]) == (50.5, 0)
    assert read.on_curve == [False, False, False, False, True]


@pytest.mark.parametrize("character", "州é龘")
def test_the_points_are_those_of_the_original_font(character: str) -> None:
    prepared = read_prepared_font(ROOT / "generator/vendor/fonts/NotoSerifSC-SemiBold")
    with TTFont(SOURCE, lazy=True) as font:
        coordinates, ends, _ = font["glyf"][font.getBestCmap()[ord(character)]].getCoordinates(font["glyf"])
    read = list(contours(prepared.glyph(character)))
    assert [(x, y) for each in read for x, y in zip(each.xs, each.ys, strict=True)] == list(coordinates)
    assert len(read) == len(ends)
