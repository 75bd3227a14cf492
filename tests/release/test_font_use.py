"""What characters a page needs of which face."""

import pytest

from generator.release.font_use import KAI, SONG, SONG_TRADITIONAL, FaceKey, font_use


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def use(html: str, language: str = "zh") -> dict[str, str]:
    """The Han characters per face, as `Qingguo Song 600` → text."""
    found = font_use(html, language)
    return {
        f"{face.family} {face.weight}": "".join(sorted(filter(is_han, characters)))
        for face, characters in found.items()
        if any(map(is_han, characters))
    }


@pytest.mark.parametrize(
    ("html", "weight_600"),
    [
        ("<h2 id='x'>生<em>平</em></h2>", "平生"),
        ('<a class="name" href="x">史良</a>', "史良"),
        ('<text class="lane-name">史良</text>', "史良"),
        ('<span class="surname-x">史</span>', ""),
        ("<p>甲<strong>乙</strong></p>", "乙"),
        ("<h4>甲</h4>", ""),
    ],
)
def test_headings_and_names_are_heavy(html: str, weight_600: str) -> None:
    assert use(html).get(f"{SONG} 600", "") == weight_600


def test_everything_is_in_the_face_of_the_page() -> None:
    assert use("<p>甲</p><blockquote>乙</blockquote>")[f"{SONG} 400"] == "乙甲"
    assert use("<p>甲</p>", "zh-Hant") == {f"{SONG_TRADITIONAL} 400": "甲"}


def test_quotations_are_kai() -> None:
    assert use("<blockquote><p>千果</p></blockquote>")[f"{KAI} 400"] == "千果"
    assert use('<p class="lead kai">千果</p>')[f"{KAI} 400"] == "千果"


def test_a_run_in_the_other_script_takes_its_song() -> None:
    found = use('<h1>赵</h1><span lang="zh-Hant">趙</span>')
    assert found[f"{SONG_TRADITIONAL} 400"] == found[f"{SONG_TRADITIONAL} 600"] == "趙"


def test_what_a_reader_types_and_style_sheets_add_is_there() -> None:
    assert font_use("", "zh")[FaceKey(SONG, 400)] >= frozenset("abcXYZ019，。“”")


def test_character_references_are_characters() -> None:
    assert use("<p>&#24120;&#x5DDE;</p>")[f"{SONG} 400"] == "州常"


def test_scripts_are_no_text() -> None:
    assert not use("<script>var 甲;</script><!-- 乙 -->")


def test_a_class_may_be_anywhere_in_its_tag_and_prose_that_looks_like_one_is_none() -> None:
    assert use('<p id="x" class="lead record-name">史</p><p>class="x" 的 name "良"</p>')[f"{SONG} 600"] == "史"
