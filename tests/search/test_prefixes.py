"""Beginnings of queries: every way to write a name has one of its own, so that its part is found."""

from hypothesis import given
from hypothesis import strategies as st

from generator.search.entry import Kind, Name, NameRole, SearchEntry
from generator.search.names import row_of
from generator.search.prefixes import END, suffixes


def beginnings(title: str, pinyin: str | None = None, length: int = 4, start: str = "") -> set[str]:
    """The beginnings of the queries that fit a name."""
    row = row_of(SearchEntry(Kind.FIGURE, "x/", title, (Name(title, NameRole.FULL, pinyin),)))
    found: dict[str, int] = {}
    for suffix in suffixes(row):
        suffix.add_prefixes(length, start, found)
    return set(found)


def test_a_name_is_asked_for_by_characters_syllables_and_initials() -> None:
    found = beginnings("赵元任")
    assert {
        "赵元任" + END,
        "赵yr" + END,
        "zhao",
        "zyua",
        "zyr" + END,
        "zhyu",
        "zhyr",
        "元任" + END,
        "yuan",
        "yr" + END,
    } <= found
    assert {"任" + END, "ren" + END, "r" + END} <= found
    assert not any(each.startswith(("haoy", "uan")) for each in found), "not from within a syllable"


def test_each_reading_and_each_spelling_counts() -> None:
    assert {"shan" + END, "dan" + END} <= beginnings("单", "Shàn")
    assert {"lv" + END, "lu" + END, "lyu" + END} <= beginnings("吕")


def test_words_of_latin_letters_begin_where_they_begin() -> None:
    found = beginnings("Tsien Chih")
    assert {"tsie", "chih" + END} <= found
    assert "sien" not in found


def test_within_a_long_name_only_what_is_written_is_found() -> None:
    found = beginnings("啊" * 16 + "运河", length=2)
    assert "运河" + END in found
    assert "yu" not in found and "yh" + END not in found


@given(st.text("赵元任单吕青果ab1 ", min_size=1, max_size=8), st.integers(1, 4))
def test_longer_beginnings_refine_shorter_ones(title: str, length: int) -> None:
    shorter = beginnings(title, length=length)
    longer = beginnings(title, length=length + 1)
    assert {each[:length] for each in longer if not each[:length].endswith(END)} >= {
        each for each in shorter if not each.endswith(END)
    }
    for start in shorter:
        if not start.endswith(END):
            fitting = {each for each in longer if each.startswith(start)}
            assert beginnings(title, length=length + 1, start=start) == fitting
