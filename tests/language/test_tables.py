"""The tables say of characters what the dictionaries say of which they were made."""

import subprocess
import sys
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC
from pypinyin import Style, phrases_dict, pinyin, pinyin_dict

from generator.language import tables
from generator.language.romanisation import HAN, from_text
from generator.language.traditional import simplified_characters

READABLE = [chr(code) for code in pinyin_dict.pinyin_dict if HAN.match(chr(code))]
PHRASES = sorted(phrases_dict.phrases_dict)
PARTS = st.one_of(
    st.sampled_from(PHRASES), st.sampled_from(PHRASES).map(lambda phrase: phrase[:-1]), st.sampled_from(READABLE)
)


def by_pypinyin(text: str) -> tuple[str, ...]:
    return tuple(reading[0] for reading in pinyin(text, style=Style.TONE))


def is_simplified(text: str) -> bool:
    return not simplified_characters(text)


def test_every_character_has_the_readings_of_pypinyin() -> None:
    readings = tables.readings()
    for code, listed in pinyin_dict.pinyin_dict.items():
        assert readings.of(chr(code)) == tuple(listed.split(","))
    assert readings.of("a") == readings.of("\U0010ffff") == readings.of("\0") == ()


def test_every_phrase_is_read_as_by_pypinyin() -> None:
    for phrase in filter(is_simplified, PHRASES):
        assert from_text(phrase).syllables == by_pypinyin(phrase)


@given(st.lists(PARTS, min_size=1, max_size=6).map("".join).filter(is_simplified))
def test_a_text_is_read_as_by_pypinyin(text: str) -> None:
    assert from_text(text).syllables == by_pypinyin(text)


def test_a_phrase_that_breaks_off_at_the_end_is_read_as_by_pypinyin() -> None:
    random, beginnings = Random(1), {phrase[:end] for phrase in PHRASES for end in range(2, len(phrase))}
    texts = [each for each in random.sample(sorted(beginnings), 5000) if is_simplified(each)]
    assert [from_text(each).syllables for each in texts] == [by_pypinyin(each) for each in texts]


def test_every_character_is_simplified_as_by_opencc() -> None:
    characters = [character for code in range(0x3400, 0x323B0) if HAN.match(character := chr(code))]
    forms = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    expected = {each: form for each, form in zip(characters, forms, strict=True) if form != each and len(form) == 1}
    assert tables.simplified() == expected and len(expected) > 3000


def test_the_dictionaries_themselves_are_not_loaded() -> None:
    program = (
        "import sys; from generator.language.romanisation import from_text; from generator.search.folding import fold;"
        "assert from_text('重慶').syllables == ('chóng', 'qìng') and fold('趙') == '赵';"
        "sys.exit(bool({'pypinyin', 'opencc'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
