"""Traditional forms: OpenCC converts the text, and the names of people stay as they were given."""

from hypothesis import given
from hypothesis import strategies as st

from generator.language.traditional import (
    TAIWAN_FORMS,
    TraditionalConverter,
    simplified_characters,
    traditional_variants,
)

TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("应旂里后面发于文山元任\0\n<&|"), st.characters(exclude_categories=["Cs"]))
)


def test_text_is_converted_by_phrase() -> None:
    assert TraditionalConverter({}).convert("头发、发展与皇后后面") == "頭髮、發展與皇后後面"


def test_a_protected_name_takes_the_form_that_was_given() -> None:
    converter = TraditionalConverter({"薛应旂": "薛應旂", "于里": "于里"})
    assert converter.convert("薛应旂与于里的后面") == "薛應旂與于里的後面"


def test_the_longest_of_overlapping_names_wins() -> None:
    converter = TraditionalConverter({"于里": "短", "于里山": "长"})
    assert converter.convert("于里山、于里") == "长、短"


def test_a_protected_form_is_not_converted_again() -> None:
    assert TraditionalConverter({"甲": "乙", "乙": "丙"}).convert("甲乙") == "乙丙"


def test_signs_of_patterns_in_names_are_plain_characters() -> None:
    assert TraditionalConverter({"(.*)": "x", "": "y"}).convert("后(.*)后") == "後x後"


@given(TEXT, TEXT)
def test_a_name_keeps_its_form_wherever_it_stands(before: str, after: str) -> None:
    converter = TraditionalConverter({"薛应旂": "薛應旂"})
    assert "薛應旂" in converter.convert(f"{before}薛应旂{after}")


@given(TEXT)
def test_identical_protection_changes_nothing_when_everything_is_a_name(text: str) -> None:
    assert TraditionalConverter({text: text}).convert(text) == text


def test_characters_one_by_one() -> None:
    assert simplified_characters("趙乾元趙") == {"乾": "干", "趙": "赵"}


def test_all_traditional_variants_of_the_given_characters() -> None:
    assert {"發", "髮"} <= {variant for variant, form in traditional_variants("发").items() if form == "发"}
    assert traditional_variants("元") == {}


def test_the_forms_are_those_that_readers_write() -> None:
    assert TraditionalConverter({}).convert("待核，为人群里的资料库") == "待核，為人群裡的資料庫"


def test_every_form_that_is_written_and_not_read_back_is_listed() -> None:
    characters = [chr(code) for code in (*range(0x3400, 0xA000), *range(0x20000, 0x323B0))]
    written = TraditionalConverter({}).convert("\n".join(characters)).split("\n")
    back = simplified_characters({*characters, *written})
    lost = {
        form: character
        for character, form in zip(characters, written, strict=True)
        if form != character and form not in back and character not in back
    }
    assert lost == {**TAIWAN_FORMS, "么": "幺"}, "么 is what 麼 is simplified to"
