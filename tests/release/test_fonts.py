"""Fonts of the characters that are used: nothing missing, nothing twice, the same however the demand was gathered."""

import io
import pickle
import re
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.release.font_demand import FontDemand
from generator.release.font_use import KAI, SONG, SONG_TRADITIONAL, FaceKey
from generator.release.fonts import SLICE_SIZE, FontRelease, cut, release_fonts, unicode_range
from tools.prepared_fonts import prepare_font

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 900)]
SONG_400, KAI_400 = FaceKey(SONG, 400), FaceKey(KAI, 400)


LATIN = "".join(map(chr, range(0x20, 0x7F)))


def make_font(path: Path, characters: str, family: str) -> Path:
    """A small prepared font in which every character is a square of its own size."""
    names = [".notdef", *(f"u{ord(character):05X}" for character in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): f"u{ord(character):05X}" for character in characters})
    glyphs = {}
    for index, name in enumerate(names):
        pen = TTGlyphPen(None)
        size = 100 + index % 800
        pen.moveTo((0, 0))
        for point in ((0, size), (size, size), (size, 0)):
            pen.lineTo(point)
        pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (1000, 0) for name in names})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.setupNameTable({"familyName": "Some Font", "styleName": "Regular"})
    builder.setupVerticalHeader(ascent=500, descent=-500)
    builder.setupVerticalMetrics({name: (1000, 40) for name in names})
    builder.save(path)
    prepare_font(path, path.with_suffix(""), family)
    return path.with_suffix("")


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> dict[FaceKey, Path]:
    folder = tmp_path_factory.mktemp("fonts")
    return {
        SONG_400: make_font(folder / "song.ttf", LATIN + "".join(HAN), "A"),
        FaceKey(SONG_TRADITIONAL, 400): make_font(folder / "song-tc.ttf", LATIN + "趙", "B"),
        KAI_400: make_font(folder / "kai.ttf", LATIN + "".join(HAN[:50]), "C"),
    }


def demand(*pages: str, face: FaceKey = SONG_400) -> FontDemand:
    wanted = FontDemand()
    for number, characters in enumerate(pages):
        wanted.add({face: frozenset(characters)}, number)
    return wanted


def served(release: FontRelease) -> dict[str, list[set[int]]]:
    """What the style sheet promises: for each family the characters of each of its slices."""
    promised: dict[str, list[set[int]]] = {}
    for family, file, ranges in re.findall(
        r'font-family:"([^"]+)".*?url\(([^)]+)\).*?unicode-range:([^}]+)}', release.style
    ):
        codes: set[int] = set()
        for each in ranges.split(","):
            first, _, last = each.removeprefix("U+").partition("-")
            codes |= set(range(int(first, 16), int(last or first, 16) + 1))
        held = set(TTFont(io.BytesIO(release.files[file])).getBestCmap())
        assert codes == held, "a slice holds exactly what its rule promises"
        promised.setdefault(family, []).append(codes)
    return promised


def test_the_slices_hold_exactly_the_han_characters_in_use(faces: dict[FaceKey, Path]) -> None:
    text = "".join(HAN[10:700:3])
    slices = served(release_fonts(faces, demand(text[:90], text[60:])))[SONG]
    assert set().union(*slices) == {ord(character) for character in text}
    assert sum(map(len, slices)) == len(set(text)), "no character is in two slices"


def test_letters_come_together_in_a_slice_that_lies_ready(faces: dict[FaceKey, Path]) -> None:
    slices = served(release_fonts(faces, demand("一1")))[SONG]
    assert {ord(letter) for letter in LATIN} in slices
    assert len(slices) == 2


def test_a_character_that_no_font_has_is_told(faces: dict[FaceKey, Path]) -> None:
    assert release_fonts(faces, demand("一丁𰻝")).missing == {"𰻝"}


def test_a_character_that_the_own_font_lacks_comes_from_the_next_family(faces: dict[FaceKey, Path]) -> None:
    release = release_fonts(faces, demand("一趙", face=KAI_400))
    assert served(release) == {KAI: [{ord("一")}], SONG_TRADITIONAL: [{ord("趙")}]}
    assert not release.missing


def test_only_the_faces_in_use_are_served(faces: dict[FaceKey, Path]) -> None:
    assert set(served(release_fonts(faces, demand("一")))) == {SONG}


def test_the_order_of_merging_does_not_matter(faces: dict[FaceKey, Path]) -> None:
    pages = ["".join(HAN[start : start + 150]) for start in range(0, 700, 60)]
    whole = demand(*pages)
    parts = []
    for step in range(3):
        part = FontDemand()
        for number in range(step, len(pages), 3):
            part.add({SONG_400: frozenset(pages[number])}, number)
        parts.append(part)
    for order in ((0, 1, 2), (2, 0, 1)):
        merged = FontDemand()
        for each in order:
            merged.merge(parts[each])
        assert release_fonts(faces, merged) == release_fonts(faces, whole)


def test_a_process_may_count_its_own_pages_from_zero(faces: dict[FaceKey, Path]) -> None:
    pages = ["".join(HAN[start : start + 150]) for start in range(0, 700, 60)]
    whole, merged = demand(*pages), FontDemand()
    for start in (5, 0, 9):
        merged.merge(demand(*pages[start : {0: 5, 5: 9, 9: None}[start]]), start)
    assert merged == whole
    with pytest.raises(ValueError, match="after page 11"):
        merged.add({SONG_400: frozenset("一")}, 11)


def test_equal_demands_are_the_same_bytes(faces: dict[FaceKey, Path]) -> None:
    one, other = demand("一丁", "丁七"), FontDemand()
    other.merge(demand("七丁"), 1)
    other.merge(demand("丁一"))
    assert one == other
    assert pickle.dumps(one) == pickle.dumps(other)
    assert pickle.loads(pickle.dumps(one)) == one


def test_rare_characters_of_one_page_lie_together(faces: dict[FaceKey, Path]) -> None:
    common = "".join(HAN[:100])
    pages = [common + "".join(HAN[100 + 8 * number : 108 + 8 * number]) for number in range(100)]
    slices = served(release_fonts(faces, demand(*pages)))[SONG]
    of_common = sum(bool(each & set(map(ord, common))) for each in slices)
    for page in pages:
        assert sum(bool(set(map(ord, page)) & each) for each in slices) <= of_common + 2


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.characters(min_codepoint=0x4E00, max_codepoint=0x5300), st.integers(1, 9), min_size=1), st.data()
)
def test_cutting_loses_and_repeats_nothing_and_moves_few_borders(counts: dict[str, int], data: st.DataObject) -> None:
    first = dict.fromkeys(counts, 0)
    slices = cut(counts, first, 100)
    assert sorted("".join(slices)) == sorted(counts)
    assert all(len(each) <= 2 * SLICE_SIZE for each in slices)
    more = {**counts, data.draw(st.characters(min_codepoint=0x5301, max_codepoint=0x9000)): 1}
    assert len(set(slices) - set(cut(more, dict.fromkeys(more, 0), 100))) <= 2


@pytest.mark.parametrize(
    ("characters", "expected"),
    [("a", "U+61"), ("abcx", "U+61-63,U+78"), ("常a", "U+61,U+5E38"), ("一丁", "U+4E00-4E01")],
)
def test_unicode_range(characters: str, expected: str) -> None:
    assert unicode_range(characters) == expected
