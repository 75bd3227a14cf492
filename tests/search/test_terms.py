"""Terms: a text has every term that a word in it asks for, and no term stands for two kinds of things."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.search.terms import BEGINNINGS, text_terms


def test_two_neighbours_and_each_alone_are_terms() -> None:
    assert text_terms("运河") == {ord("运"), ord("河"), ord("运") | ord("河") << 16}


def test_a_character_beyond_the_basic_plane_is_two_units() -> None:
    assert 0xD842 | 0xDFB7 << 16 in text_terms("𠮷")


def test_neighbours_are_found_at_every_place() -> None:
    text = "一二三四五"
    pairs = {ord(first) | ord(second) << 16 for first, second in pairwise(text)}
    assert pairs <= text_terms(text)
    assert ord("一") | ord("三") << 16 not in text_terms(text)


def test_a_latin_word_is_found_by_its_beginnings_only() -> None:
    assert len(text_terms("canal")) == len([length for length in BEGINNINGS if length <= len("canal")])
    assert text_terms("can") < text_terms("canal")
    assert text_terms("canal") & text_terms("anal") == set()


def test_letters_and_characters_beside_each_other_make_no_pair() -> None:
    assert text_terms("a运") == text_terms("a") | {ord("运")}


@given(st.text(alphabet="a1 \0\x7f\x80é中国一ࠀ\U00020bb7"))
def test_terms_are_units_and_neighbours_outside_ascii(text: str) -> None:
    encoded = text.encode("utf-16-le")
    units = [int.from_bytes(encoded[place : place + 2], "little") for place in range(0, len(encoded), 2)]
    beginnings = {term for word in text.replace("\0", " ").split() for term in text_terms(word) if term & 0xFF80 == 0}
    alone = {unit for unit in units if unit >= 0x80}
    pairs = {one | other << 16 for one, other in pairwise(units) if one >= 0x80 and other >= 0x80}
    assert {term for term in text_terms(text) if term & 0xFF80} == alone | pairs
    assert {term for term in text_terms(text) if not term & 0xFF80} >= beginnings
