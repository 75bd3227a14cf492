"""Pinyin: an editor's reading is cut into syllables, and where there is none the usual reading is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.romanisation import NotPinyin, Romanisation, from_pinyin, from_text, readings, toneless


@pytest.mark.parametrize(
    ("text", "given", "syllables"),
    [
        ("单雄信", "Shàn Xióngxìn", ("shàn", "xióng", "xìn")),
        ("吕思勉", "Lǚ Sīmiǎn", ("lǚ", "sī", "miǎn")),
        ("西安", "Xī'ān", ("xī", "ān")),
        ("西安", "Xi’an", ("xi", "an")),
        ("先", "xiān", ("xiān",)),
        ("方案", "fāngàn", ("fāng", "àn")),
        ("反感", "fǎngǎn", ("fǎn", "gǎn")),
        ("缪荃孙", "MIÀO QUÁNSŪN", ("miào", "quán", "sūn")),
        ("长荡湖", "Cháng dàng hú", ("cháng", "dàng", "hú")),
        ("赵元任（语言）", "Zhào Yuánrèn yǔyán", ("zhào", "yuán", "rèn", "yǔ", "yán")),
        ("花儿", "huār", ("huā", "r")),
        ("赵元任故居（单堂）", "Zhào Yuánrèn Gùjū", ("zhào", "yuán", "rèn", "gù", "jū", "dān", "táng")),
        ("略", "lüè", ("lüè",)),
        ("区", "Ou1", ("ou",)),
    ],
)
def test_a_given_reading_is_cut_into_one_syllable_a_character(
    text: str, given: str, syllables: tuple[str, ...]
) -> None:
    assert from_pinyin(given, text).syllables == syllables


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("赵元任", "Smith"),
        ("赵元任故", "Zhào Yuánrèn"),
        ("元任故居", "Yuánrèn"),
        ("赵元", "Zhào Yuánrèn"),
        ("赵元任", "Zhào"),
        ("赵", ""),
        ("赵", "赵"),
    ],
)
def test_what_is_not_the_pinyin_of_the_name_is_refused(text: str, given: str) -> None:
    with pytest.raises(NotPinyin):
        from_pinyin(given, text)


def test_decomposed_marks_are_the_same_letters() -> None:
    assert from_pinyin("Lu\u0308\u030c", "吕").toneless == ("lv",)


def test_u_with_dots_is_spelt_in_every_way_that_people_type() -> None:
    assert from_pinyin("Lǚ Sīmiǎn", "吕思勉").spellings == ("lvsimian", "lusimian", "lyusimian")
    assert from_text("赵").spellings == ("zhao",)


def test_initials() -> None:
    assert from_text("赵元任").initials == "zyr"


def test_the_reading_of_traditional_characters_is_that_of_the_simplified() -> None:
    assert from_text("趙元任").toneless == ("zhao", "yuan", "ren")


def test_a_character_without_known_reading_leaves_its_place_empty() -> None:
    assert from_text("赵\U000323af元").toneless == ("zhao", "", "yuan")


def test_both_readings_are_kept_where_they_differ() -> None:
    assert [each.toneless for each in readings("单雄信", "Shàn Xióngxìn")] == [
        ("shan", "xiong", "xin"),
        ("dan", "xiong", "xin"),
    ]
    assert len(readings("赵元任", "Zhào Yuánrèn")) == 1


def test_an_unreadable_reading_leaves_the_usual_one() -> None:
    assert readings("赵", "Smith") == (from_text("赵"),)


SYLLABLES = st.lists(
    st.sampled_from(["shàn", "xióng", "xìn", "lǚ", "ān", "ér", "zhuàng", "o", "gǎn", "fāng"]), min_size=1
)
SEPARATORS = st.sampled_from([" ", "'", "’", "-", " ' "])


@given(SYLLABLES, SEPARATORS, st.booleans())
def test_parted_syllables_come_back_as_they_were(syllables: list[str], separator: str, capital: bool) -> None:
    given = separator.join(each.capitalize() if capital else each for each in syllables)
    assert from_pinyin(given, "元" * len(syllables)) == Romanisation(tuple(syllables))


@given(SYLLABLES)
def test_syllables_joined_by_the_rule_lose_no_letter(syllables: list[str]) -> None:
    joined = "".join(f"'{each}" if toneless(each)[0] in "aoe" else each for each in syllables)
    found = from_pinyin(joined, "元" * len(syllables))
    assert "".join(found.syllables) == "".join(syllables)
    assert len(found.syllables) == len(syllables)


@given(st.text(), st.text())
def test_any_text_has_a_reading_or_is_refused(given: str, text: str) -> None:
    every = readings(text, given)
    assert len({len(each.syllables) for each in every}) == 1


@given(st.text())
def test_toneless_has_no_marks_left(text: str) -> None:
    assert toneless(toneless(text)) == toneless(text)
