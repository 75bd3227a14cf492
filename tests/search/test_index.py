"""The index: data in two scripts that say the same whatever the order of the input, and never end early."""

import json
import random
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import WORDS, Kind, Name, NameRole, SearchEntry, build_index

LABELS = {key: key for key in WORDS}


def entry(title: str, *names: Name, kind: Kind = Kind.FIGURE, text: str = "", prominence: int = 0) -> SearchEntry:
    """A fictional entry."""
    return SearchEntry(kind, f"figures/{title}/", title, names, "", text, prominence)


def value(script: str, name: str) -> Any:
    """The data of a script, as a browser would have them."""
    start = f"window.{name}="
    assert script.startswith(start) and script.endswith(";\n")
    return json.loads(script[len(start) : -2])


def names_of(*entries: SearchEntry) -> Any:
    """The first file of an index."""
    return value(build_index(entries, LABELS).names, "qingguoSearch")


def test_the_order_of_the_input_does_not_matter() -> None:
    entries = [entry(title, prominence=len(title) % 2) for title in ("单雄", "甲", "乙丙", "丁戊己")]
    shuffled = random.Random(1).sample(entries, len(entries))
    assert build_index(entries, LABELS) == build_index(shuffled, LABELS)


def test_a_given_reading_is_in_the_index_beside_the_usual_one() -> None:
    data = names_of(entry("单雄信", Name("单雄信", NameRole.FULL, "Shàn Xióngxìn")))
    assert data["names"] == ["f|shan/dan xiong xin"]


def test_usual_readings_are_kept_once_for_all_names() -> None:
    data = names_of(entry("赵元任"), entry("赵元", Name("赵元", NameRole.FULL)))
    assert data["names"] == ["", ""]
    assert data["readings"] == ["ren任", "yuan元", "zhao赵"]


def test_forms_that_fold_to_the_same_are_one_name() -> None:
    data = names_of(entry("赵元任", Name("趙元任", NameRole.TRADITIONAL), Name("元任", NameRole.GIVEN)))
    assert data["names"] == ["G2"], "the end of the title"


def test_former_and_full_names_are_told_apart() -> None:
    assert len({role.letter for role in NameRole}) == len(NameRole)


def test_a_bar_or_a_tab_in_a_name_does_not_part_it() -> None:
    data = names_of(entry("甲", Name("x|y\tz", NameRole.PEN)))
    assert data["names"] == ["px|y z|"]


def test_kinds_count_the_entries_in_their_order() -> None:
    data = names_of(entry("乙", kind=Kind.SITE), entry("甲"), entry("丙", kind=Kind.SITE))
    assert data["kinds"] == [["figure", 1], ["site", 2]]
    assert data["titles"][0] == "甲"


def test_texts_stand_in_the_order_of_the_names() -> None:
    index = build_index([entry("乙", text="b"), entry("甲", text="a", prominence=9)], LABELS)
    assert value(index.names, "qingguoSearch")["titles"] == ["甲", "乙"]
    assert value(index.text, "qingguoSearchText")["texts"] == ["a", "b"]


@given(st.text(), st.text())
def test_no_text_ends_the_script_and_every_text_comes_back(title: str, text: str) -> None:
    hostile = "</script><!--\u2028\u2029\ud800"
    index = build_index([entry(title + hostile, Name(text + hostile, NameRole.PEN), text=text + hostile)], LABELS)
    for script in (index.names, index.text):
        assert not set("<>\u2028\u2029") & set(script)
        script.encode()
    texts = value(index.text, "qingguoSearchText")["texts"]
    assert texts[0].split() == normalize("NFC", text + hostile).split()


def test_a_missing_word_is_named() -> None:
    with pytest.raises(KeyError, match="search_none"):
        build_index([], {key: key for key in WORDS if key != "search_none"})


def test_an_index_of_nothing_is_an_index() -> None:
    assert names_of()["titles"] == []
