"""Slices that are joined from prepared glyphs: what they draw is what the original font draws, byte for byte again."""

import io
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from generator.release.font_glyphs import read_prepared_font
from generator.release.font_woff2 import make_slice

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "generator" / "vendor" / "fonts"
MODULES = ROOT / "node_modules"
KAI = "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff"
SOURCES = {
    "NotoSerifSC-Regular": "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "NotoSerifTC-SemiBold": "@expo-google-fonts/noto-serif-tc/600SemiBold/NotoSerifTC_600SemiBold.ttf",
    "LXGWWenKai-Regular": KAI,
}
CHARACTERS = "常州趙薛應旂一丁é×あーà〱﹏"
"""Common and rare, of several widths and heights; in Kai some are composed of others."""


def outline(font: TTFont, name: str) -> object:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value


@pytest.mark.parametrize("name", SOURCES)
def test_a_slice_draws_what_the_font_draws(name: str) -> None:
    prepared = read_prepared_font(FOLDER / name)
    held = sorted(prepared.holds(CHARACTERS))
    assert len(held) > 8
    with (
        TTFont(io.BytesIO(make_slice(prepared, "".join(held)))) as made,
        TTFont(MODULES / SOURCES[name], lazy=True) as original,
    ):
        names, original_names = made.getBestCmap(), original.getBestCmap()
        assert [chr(code) for code in names] == held
        for code, glyph in names.items():
            assert outline(made, glyph) == outline(original, original_names[code]), chr(code)
            for metrics in ("hmtx", "vmtx"):
                assert made[metrics][glyph] == original[metrics][original_names[code]], (metrics, chr(code))
        assert made["head"].unitsPerEm == original["head"].unitsPerEm
        assert (made["hhea"].ascent, made["OS/2"].sTypoAscender) == (
            original["hhea"].ascent,
            original["OS/2"].sTypoAscender,
        )


def test_characters_beyond_the_basic_plane_are_mapped() -> None:
    prepared = read_prepared_font(FOLDER / "NotoSerifSC-Regular")
    beyond = next(chr(code) for code in range(0x20000, 0x2A6E0) if prepared.holds(chr(code)))
    with TTFont(io.BytesIO(make_slice(prepared, "一" + beyond))) as made:
        assert sorted(made.getBestCmap()) == [ord("一"), ord(beyond)]


def test_a_reserved_name_does_not_stay() -> None:
    prepared = read_prepared_font(FOLDER / "LXGWWenKai-Regular")
    files = [make_slice(prepared, "一"), *(each.data for each in prepared.ready)]
    for data in files:
        with TTFont(io.BytesIO(data)) as made:
            names = [str(record) for record in made["name"].names if record.nameID not in (0, 13, 14)]
            assert names and not [name for name in names if "LXGW" in name or "霞" in name]
            assert "LXGW" in made["name"].getDebugName(0), "the copyright stays"


def test_the_same_characters_give_the_same_bytes() -> None:
    prepared = read_prepared_font(FOLDER / "NotoSerifSC-Regular")
    assert make_slice(prepared, "常州") == make_slice(prepared, "州常州")


def test_a_character_that_the_font_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        make_slice(read_prepared_font(FOLDER / "NotoSerifSC-Regular"), "𰻝")


def test_a_changed_font_has_another_fingerprint() -> None:
    prints = {read_prepared_font(FOLDER / name).fingerprint for name in SOURCES}
    assert len(prints) == len(SOURCES)
