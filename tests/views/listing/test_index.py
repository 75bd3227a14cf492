"""The rows of all records together: the same in whatever order and in however many parts they come."""

import pickle
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.collection import Collection
from generator.records.dates import HistoricalDate
from generator.views.listing.gather import when
from generator.views.listing.index import MOST_DETAILED, ListIndex
from generator.views.listing.rows import RecordRows, RowKind
from generator.views.site_views import BLOCK_NAMES, LIST_NAMES
from tests.support.crowd import FIGURES, crowd
from tests.support.fiction import fictional_collection, views


@cache
def small_rows() -> tuple[RecordRows, ...]:
    made, collection = views(fictional_collection()), fictional_collection()
    return tuple(made.rows(kind, record) for kind, record in collection.records())


@given(st.permutations(range(len(small_rows()))))
def test_the_order_in_which_rows_come_does_not_matter(order: Sequence[int]) -> None:
    rows = small_rows()
    assert ListIndex.merge(rows[each] for each in order) == ListIndex.merge(rows)


@settings(max_examples=12)
@given(st.integers(1, 400))
def test_rows_of_chunks_that_travelled_between_processes_make_the_same_index(size: int) -> None:
    rows = many_rows(is_brief=False)[::-1]
    parts = [pickle.loads(pickle.dumps(rows[start : start + size])) for start in range(0, len(rows), size)]
    assert ListIndex.merge(each for part in parts for each in part) == ListIndex.merge(many_rows(is_brief=True))


@cache
def many_rows(is_brief: bool) -> tuple[RecordRows, ...]:
    made, collection = views(crowd()), crowd()
    return tuple(made.rows(kind, record, is_brief) for kind, record in collection.records())


def test_a_large_index_is_brief_whether_or_not_its_rows_were() -> None:
    assert ListIndex.merge(many_rows(is_brief=False)).is_brief
    assert not ListIndex.merge(many_rows(is_brief=False)[:MOST_DETAILED]).is_brief


@pytest.mark.parametrize("collection", [fictional_collection(), crowd()], ids=["small", "large"])
@pytest.mark.parametrize("name", [*BLOCK_NAMES, *(f"list {name}" for name in LIST_NAMES)])
def test_what_tells_of_many_needs_no_other_rows_than_it_says(collection: Collection, name: str) -> None:
    made, rows = views(collection), views(collection)
    whole = ListIndex.merge(rows.rows(kind, record) for kind, record in collection.records())
    kind, _, listed = name.partition(" ")
    needed = made.rows_of_list(listed) if listed else made.rows_of_block(kind, whole.is_brief)

    def read(kind: RowKind) -> Iterator[Any]:
        assert kind in needed
        return whole.read(kind)

    made.use_index(ListIndex(read, whole.is_brief))
    if listed:
        assert list(made.list_pages(listed)) == list(rows.list_pages(listed))
    else:
        assert made.block(name, "a/") == rows.block(name, "a/")


def test_figures_stand_by_birth_and_the_unknown_at_the_end() -> None:
    figures = list(ListIndex.merge(many_rows(is_brief=True)).figures)
    assert len(figures) == FIGURES
    known = [each.born for each in figures if each.born is not None]
    assert known == sorted(known)
    assert all(each.born is None for each in figures[len(known) :])


def test_events_stand_by_date_as_the_dates_themselves_do() -> None:
    index = ListIndex.merge(many_rows(is_brief=True))
    events = [event for figure in crowd().figures.values() for event in figure.timeline]
    assert [each.year for each in index.events] == [
        each.date.year for each in sorted(events, key=lambda each: each.date)
    ]


@pytest.mark.parametrize(
    ("before", "after"), [("-0479", "-0478"), ("-0001", "0001"), ("1900", "1900-02"), ("190X", "1905")]
)
def test_dates_before_our_era_and_vague_ones_sort_as_dates_do(before: str, after: str) -> None:
    first, second = HistoricalDate.parse(before), HistoricalDate.parse(after)
    assert (first < second) == (when(first) < when(second))
    assert (second < first) == (when(second) < when(first))
