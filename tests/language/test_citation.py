"""A page can be cited in the form that readers of each language expect."""

import pytest

from generator.language.citation import citation


def test_chinese_follows_gb_t_7714() -> None:
    text = citation("史良", "青果", "https://example.org/figures/shi-liang/", "zh")
    assert text == "青果. 史良[EB/OL]. [引用日期]. https://example.org/figures/shi-liang/"


def test_english_follows_chicago() -> None:
    text = citation("Shi Liang", "Qingguo", "https://example.org/en/figures/shi-liang/", "en")
    assert text == "Qingguo. “Shi Liang.” Accessed [date]. https://example.org/en/figures/shi-liang/"


@pytest.mark.parametrize(("language", "ending"), [("zh", "[引用日期]."), ("zh-Hant", "[引用日期]."), ("en", "[date].")])
def test_a_page_without_an_address_is_cited_without_one(language: str, ending: str) -> None:
    assert citation("The lane", "Qingguo", "", language).endswith(ending)


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "en"])
def test_no_full_stop_is_doubled_and_no_day_is_invented(language: str) -> None:
    text = citation("The lane.", "Qingguo.", "lane/", language)
    assert ".." not in text
    assert not any(character.isdigit() for character in text.replace("GB/T 7714", ""))


def test_a_question_keeps_its_mark() -> None:
    assert "“Who lived here?”" in citation("Who lived here?", "Qingguo", "lane/", "en")
