"""Rows that are sorted on disk come as rows that are sorted in memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.listing import sorted_rows
from generator.views.listing.sorted_rows import SortedRows

ROWS = st.lists(st.tuples(st.integers(0, 5), st.text(max_size=3)), max_size=60)


@given(ROWS, st.integers(1, 9), st.integers(1, 4))
def test_they_come_in_the_order_of_their_keys_again_and_again(
    rows: list[tuple[int, str]], held: int, block: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorted_rows, "HELD", held)
        patch.setattr(sorted_rows, "_BLOCK", block)
        made = SortedRows(iter(rows), key=lambda row: row[0])
        assert len(made) == len(rows)
        # Those of one key as they came: sorted() keeps them so.
        assert list(made) == sorted(rows, key=lambda row: row[0])
        first, second = iter(made), iter(made)
        assert list(zip(first, second, strict=True)) == [(row, row) for row in made]


def test_of_many_rows_few_are_in_memory() -> None:
    made = SortedRows(range(3 * sorted_rows.HELD), key=lambda row: -row)
    assert made._held == []
    assert next(iter(made)) == 3 * sorted_rows.HELD - 1
