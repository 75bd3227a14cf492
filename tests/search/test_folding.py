"""Folding: what a reader may write differently becomes the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.folding import fold, fold_text, folding_pairs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＺＹＲ", "zyr"),
        ("趙元任", "赵元任"),
        ("Zhào", "zhao"),
        ("薛應旂", "薛应旂"),
        ("Lu\u0308", "LÜ"),
        ("乾", "干"),
        ("崔午簷", "崔午檐"),
    ],
)
def test_forms_of_the_same_text_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_pairs_have_the_variants_that_a_reader_may_type() -> None:
    pairs = folding_pairs("发Aà")
    assert pairs["發"] == pairs["髮"] == "发"
    assert pairs["A"] == pairs["à"] == "a"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_text_folded_by_pairs_keeps_its_length(text: str) -> None:
    pairs = folding_pairs(text)
    folded = "".join(pairs.get(each, each) for each in text)
    assert len(folded.encode("utf-16-le")) == len(text.encode("utf-16-le"))


@given(st.text(alphabet="趙元任abcÀǚＺ於裏", max_size=20))
def test_pairs_agree_with_folding(text: str) -> None:
    pairs = folding_pairs(text)
    assert "".join(pairs.get(each, each) for each in text) == fold(text)


@given(st.text())
def test_a_text_is_folded_as_the_browser_folds_it(text: str) -> None:
    pairs = folding_pairs(text)
    assert fold_text(text) == "".join(pairs.get(each, each) for each in text)


def test_a_pair_is_two_characters() -> None:
    assert all(len(each) == len(form) == 1 for each, form in folding_pairs("🆐Ａ發").items()), "🆐 would become dj"


def test_han_characters_have_neither_case_nor_accents_nor_compatibility_forms() -> None:
    """So that folding takes them as they are."""
    for code in range(0x4E00, 0xA000):
        character = chr(code)
        assert unicodedata.normalize("NFD", unicodedata.normalize("NFKC", character).lower()) == character
        assert fold(character) == fold(f"{character} ")[:-1]
