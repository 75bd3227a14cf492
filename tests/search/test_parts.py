"""An index in parts: it names all its files, keeps every entry, and is the same whoever makes the parts."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import PARTS_WORDS, Kind, Name, NameRole, SearchEntry, named_parts, names_script, text_parts
from tests.support.index_in_parts import index_in_parts

LABELS = {key: key for key in PARTS_WORDS}


def value(script: str) -> Any:
    """The data of a script, as a browser would have them."""
    assert script.endswith(";\n")
    return json.loads(script.partition("=")[2][:-2])


def entry(title: str, text: str = "", prominence: int = 0) -> SearchEntry:
    """A fictional entry."""
    return SearchEntry(Kind.FIGURE, f"figures/{title}/", title, (Name(title, NameRole.FULL),), "", text, prominence)


def index_of(entries: list[SearchEntry], names_bytes: int = 0, rows: int = 4) -> tuple[dict[str, str], set[str]]:
    """The files of an index by name, and the addresses that the first two name."""
    files: dict[str, str] = {}

    def add(name: str, content: str) -> str:
        stem, _, suffix = name.rpartition(".")
        files[f"search-zh/{stem}.0a1b.{suffix}"] = content
        return f"search-zh/{stem}.0a1b.{suffix}"

    found = index_in_parts(text_parts(entries, 100), LABELS, add, names_bytes, rows, rows)
    named = {*named_parts(found.names), *named_parts(found.text)}
    return {**files, "names": found.names, "text": found.text}, named


PEOPLE = [
    entry(surname + given, given * 20, len(given)) for surname in "单曾缪仇" for given in ("小青", "一果", "木", "子川")
]


def test_the_two_files_name_every_part_and_no_other() -> None:
    files, named = index_of(PEOPLE)
    assert named == set(files) - {"names", "text"}
    assert {name.partition("/")[2].partition("-")[0] for name in named} == {"text", "filter", "names"}


def test_names_are_one_file_while_they_are_few() -> None:
    files, named = index_of(PEOPLE, names_bytes=100_000)
    assert sorted(value(files["names"])["titles"]) == sorted(each.title for each in PEOPLE)
    assert not any("/names-" in name for name in named)


def test_each_entry_knows_the_part_of_its_texts() -> None:
    files, _ = index_of(PEOPLE, names_bytes=100_000)
    names, parts = value(files["names"]), value(files["text"])["parts"]
    for title, place in zip(names["titles"], names["places"], strict=True):
        assert title in value(files[parts[place]])["titles"]


def test_parts_stay_below_their_size_but_hold_one_entry_at_least() -> None:
    parts = list(text_parts([entry(str(number), "长" * (number % 7) * 10) for number in range(50)], 100))
    texts = [value(part.content)["texts"] for part in parts]
    assert sum(map(len, texts)) == 50
    assert all(len("".join(each).encode()) <= 100 or len(each) == 1 for each in texts)


def test_the_order_of_the_entries_does_not_matter() -> None:
    assert index_of(PEOPLE) == index_of(random.Random(1).sample(PEOPLE, len(PEOPLE)))


def test_no_file_of_names_holds_more_entries_than_a_leaf_may() -> None:
    files, named = index_of(PEOPLE)
    assert all(len(value(files[name])["titles"]) <= 4 for name in named if "/names-" in name)


def test_the_best_for_a_beginning_are_those_whose_initials_it_is_and_not_those_whose_pinyin_goes_on() -> None:
    crowd = [entry("沈" + given, prominence=50) for given in ("木", "青", "川", "云", "果", "一", "元", "知")]
    files, _ = index_of([*crowd, entry("宋海", prominence=1)], rows=4)
    heads = value(files["names"])["parts"]["heads"]
    (file,) = [name for name, beginnings in heads if "sh" in beginnings.split(" ")]
    assert "宋海" in value(files[file.removeprefix("assets/")])["titles"]


@given(st.lists(st.text(), max_size=4))
def test_hostile_texts_come_back_and_end_no_script(texts: list[str]) -> None:
    hostile = [f"{text}</script><!--\u2028\ud800\x00" for text in texts]
    files, named = index_of([entry(text, text) for text in dict.fromkeys(hostile)])
    for content in files.values():
        assert not set("<>\u2028\u2029") & set(content)
        content.encode()
        value(content)
    assert named == set(files) - {"names", "text"}


def test_a_missing_word_is_named() -> None:
    with pytest.raises(KeyError, match="search_deeper"):
        names_script([], "", {key: key for key in PARTS_WORDS if key != "search_deeper"}, lambda name, _: name)


def test_an_index_of_nothing_is_an_index() -> None:
    files, named = index_of([])
    assert named == set()
    assert value(files["text"]) == {"parts": [], "filter": []}
