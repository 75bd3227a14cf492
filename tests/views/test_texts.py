"""Which words a reader meets, and in what language they are said to be."""

import pytest

from generator.language.traditional import TraditionalConverter
from generator.records.figure import PersonNames
from generator.records.text import LocalizedText
from generator.views.texts import Shown, Texts

BOTH = LocalizedText(zh="语言", en="language")
CHINESE = LocalizedText(zh="语言")
GIVEN = LocalizedText.model_validate({"zh": "薛应旗", "zh-Hant": "薛應旂"})


def texts(language: str) -> Texts:
    return Texts(language, TraditionalConverter({}))


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("zh", BOTH, Shown("语言")),
        ("zh-Hant", BOTH, Shown("語言")),
        ("en", BOTH, Shown("language")),
        ("en", CHINESE, Shown("语言", "zh-Hans")),
        ("zh-Hant", GIVEN, Shown("薛應旂")),
        ("zh", LocalizedText(en="only English"), Shown("only English", "en")),
        ("zh-Hant", LocalizedText(en="only English"), Shown("only English", "en")),
    ],
)
def test_a_text_is_shown_with_the_language_that_it_is_in(language: str, text: LocalizedText, shown: Shown) -> None:
    assert texts(language).shown(text) == shown


def test_names_follow_the_language_of_the_page() -> None:
    names = PersonNames.model_validate({"zh": "赵元任", "pinyin": "Zhào Yuánrèn", "en": "Yuen Ren Chao"})
    assert texts("zh").name(names) == Shown("赵元任")
    assert texts("zh-Hant").name(names) == Shown("趙元任")
    assert texts("en").name(names) == Shown("Yuen Ren Chao")
    assert texts("en").counterpart(names) == Shown("赵元任", "zh-Hans")
    assert texts("en").traditional(names) == "趙元任"


def test_the_words_of_the_interface_are_derived_for_traditional_readers() -> None:
    assert texts("zh-Hant").words("doubt_variant") == "一說"
