"""Fonts of the characters that are used: nothing missing, nothing twice, the same bytes however they were made."""

import io
import re
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.release.font_use import KAI, SONG, SONG_TRADITIONAL, FaceKey, FaceUse
from generator.release.fonts import SLICE_SIZE, FontRelease, cut, release_fonts, unicode_range

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 900)]
SONG_400, KAI_400 = FaceKey(SONG, 400), FaceKey(KAI, 400)


def make_font(path: Path, characters: str, reserved_name: str) -> Path:
    """A small TrueType font in which every character is a square of its own size."""
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
    builder.setupNameTable({"familyName": reserved_name, "styleName": "Regular", "copyright": "(c) somebody"})
    builder.save(path)
    return path


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> dict[FaceKey, Path]:
    folder = tmp_path_factory.mktemp("fonts")
    latin = "".join(map(chr, range(0x20, 0x7F)))
    return {
        SONG_400: make_font(folder / "song.ttf", latin + "".join(HAN), "Some Song"),
        FaceKey(SONG_TRADITIONAL, 400): make_font(folder / "song-tc.ttf", latin + "趙", "Some Song TC"),
        KAI_400: make_font(folder / "kai.ttf", latin + "".join(HAN[:50]), "Reserved Kai"),
    }


def page(characters: str, face: FaceKey = SONG_400) -> tuple[str, FaceUse]:
    return "zh", {face: frozenset(characters)}


def served(release: FontRelease, language: str = "zh") -> dict[str, list[set[int]]]:
    """What the style sheet promises: for each family the characters of each of its slices."""
    promised: dict[str, list[set[int]]] = {}
    for family, file, ranges in re.findall(
        r'font-family:"([^"]+)".*?url\(([^)]+)\).*?unicode-range:([^}]+)}', release.styles[language]
    ):
        codes: set[int] = set()
        for each in ranges.split(","):
            first, _, last = each.removeprefix("U+").partition("-")
            codes |= set(range(int(first, 16), int(last or first, 16) + 1))
        held = set(TTFont(io.BytesIO(release.files[file])).getBestCmap())
        assert codes == held, "a slice holds exactly what its rule promises"
        promised.setdefault(family, []).append(codes)
    return promised


def test_the_slices_hold_exactly_the_characters_in_use(faces: dict[FaceKey, Path]) -> None:
    text = "".join(HAN[10:700:3]) + "Changzhou 1936"
    slices = served(release_fonts(faces, [page(text[:90]), page(text[60:])]))[SONG]
    assert set().union(*slices) == {ord(character) for character in text}
    assert sum(map(len, slices)) == len(set(text)), "no character is in two slices"


def test_a_character_that_no_font_has_is_told(faces: dict[FaceKey, Path]) -> None:
    assert release_fonts(faces, [page("一丁𰻝")]).missing == {"𰻝"}


def test_a_character_that_the_own_font_lacks_comes_from_the_next_family(faces: dict[FaceKey, Path]) -> None:
    release = release_fonts(faces, [page("一趙", KAI_400)])
    assert served(release) == {KAI: [{ord("一")}], SONG_TRADITIONAL: [{ord("趙")}]}
    assert not release.missing


def test_each_language_has_only_the_faces_that_its_pages_use(faces: dict[FaceKey, Path]) -> None:
    pages = [page("一"), ("zh-Hant", {FaceKey(SONG_TRADITIONAL, 400): frozenset("趙")})]
    release = release_fonts(faces, pages)
    assert set(served(release, "zh")) == {SONG}
    assert set(served(release, "zh-Hant")) == {SONG_TRADITIONAL}


def test_a_reserved_name_does_not_stay_in_a_subset(faces: dict[FaceKey, Path]) -> None:
    release = release_fonts(faces, [page("一丁", KAI_400)])
    (data,) = release.files.values()
    names = {str(record) for record in TTFont(io.BytesIO(data))["name"].names}
    assert not [name for name in names if "Reserved" in name]
    assert "(c) somebody" in names, "the copyright stays"
    assert any(name.startswith(KAI) for name in names)


def test_the_same_text_gives_the_same_bytes_cold_and_warm(faces: dict[FaceKey, Path], tmp_path: Path) -> None:
    pages = [page("".join(HAN[:300])), page("".join(HAN[200:500]))]
    cold = release_fonts(faces, pages)
    first = release_fonts(faces, pages, tmp_path / "cache")
    warm = release_fonts(faces, pages, tmp_path / "cache")
    assert cold == first == warm


def test_a_slice_does_not_depend_on_what_else_was_made_with_it(faces: dict[FaceKey, Path], tmp_path: Path) -> None:
    before = [page("".join(HAN[:400])), page("".join(HAN[300:800])), *[page(HAN[1])] * 20]
    after = [*before, page(HAN[850])]
    release_fonts(faces, before, tmp_path / "cache")
    assert release_fonts(faces, after, tmp_path / "cache") == release_fonts(faces, after)


def test_one_process_and_several_give_the_same_bytes(
    faces: dict[FaceKey, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [page("".join(HAN)), page("".join(HAN[:50]), KAI_400)]
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    several = release_fonts(faces, pages)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert release_fonts(faces, pages) == several


@pytest.mark.parametrize("damage", [b"", b"x" * 500])
def test_a_damaged_cache_counts_as_empty(faces: dict[FaceKey, Path], tmp_path: Path, damage: bytes) -> None:
    pages = [page("一丁七")]
    expected = release_fonts(faces, pages, tmp_path)
    kept = list(tmp_path.iterdir())
    assert kept
    for file in kept:
        file.write_bytes(damage)
    assert release_fonts(faces, pages, tmp_path) == expected


def test_a_cache_that_cannot_be_written_is_only_slow(faces: dict[FaceKey, Path], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert release_fonts(faces, [page("一")], tmp_path / "file" / "cache").files


def test_rare_characters_of_one_page_lie_together(faces: dict[FaceKey, Path]) -> None:
    common = "".join(HAN[:100])
    pages = [page(common + "".join(HAN[100 + 8 * number : 108 + 8 * number])) for number in range(100)]
    slices = served(release_fonts(faces, pages))[SONG]
    for _, use in pages:
        needed = {ord(character) for character in use[SONG_400]}
        assert sum(bool(needed & each) for each in slices) <= 3


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.characters(min_codepoint=0x4E00, max_codepoint=0x5300), st.integers(1, 9), min_size=1), st.data()
)
def test_cutting_loses_and_repeats_nothing_and_moves_few_borders(counts: dict[str, int], data: st.DataObject) -> None:
    home = dict.fromkeys(counts, (0, 0))
    slices = cut(counts, home, 100)
    assert sorted("".join(slices)) == sorted(counts)
    assert all(len(each) <= 2 * SLICE_SIZE for each in slices)
    more = {**counts, data.draw(st.characters(min_codepoint=0x5301, max_codepoint=0x9000)): 1}
    assert len(set(slices) - set(cut(more, dict.fromkeys(more, (0, 0)), 100))) <= 2


@pytest.mark.parametrize(
    ("characters", "expected"),
    [("a", "U+61"), ("abcx", "U+61-63,U+78"), ("常a", "U+61,U+5E38"), ("一丁", "U+4E00-4E01")],
)
def test_unicode_range(characters: str, expected: str) -> None:
    assert unicode_range(characters) == expected
