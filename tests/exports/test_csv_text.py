"""Tables open well in a spreadsheet and run nothing there."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.csv_text import Row, csv_bytes, csv_head, csv_rows


def test_a_row_with_an_unknown_or_missing_column_is_refused() -> None:
    with pytest.raises(ValueError, match="extra"):
        csv_bytes(("a",), [{"a": 1, "extra": 2}])
    with pytest.raises(ValueError, match="b"):
        csv_bytes(("a", "b"), [{"a": 1}])
    with pytest.raises(ValueError, match="b"):
        csv_bytes(("a", "b"), [{"b": 1, "a": 1}])


def test_a_table_may_be_made_in_parts() -> None:
    one: list[Row] = [{"a": "x, y"}]
    two: list[Row] = [{"a": True}]
    assert csv_head(["a"]) + csv_rows(("a",), one) + csv_rows(("a",), two) == 'a\r\n"x, y"\r\ntrue\r\n'
    assert csv_bytes(("a",), [*one, *two]) == b'\xef\xbb\xbfa\r\n"x, y"\r\ntrue\r\n'


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\tx",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "\u3000=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_runs_as_a_formula(text: str) -> None:
    content = csv_bytes(("a",), [{"a": text}]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content, newline="")))[1] == ["'" + text]


def test_numbers_stay_numbers() -> None:
    assert csv_bytes(("a", "b"), [{"a": -73.9, "b": None}]).decode("utf-8-sig") == "a,b\r\n-73.9,\r\n"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_any_text_comes_back_from_a_spreadsheet(text: str) -> None:
    content = csv_bytes(("a", "b"), [{"a": text, "b": "x"}]).decode("utf-8-sig")
    ((cell, other),) = list(csv.reader(io.StringIO(content, newline="")))[1:]
    assert cell in (text, "'" + text)
    assert other == "x"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_what_remains_in_front_of_any_text_is_no_formula(text: str) -> None:
    content = csv_bytes(("a",), [{"a": text}]).decode("utf-8-sig")
    (cell,) = list(csv.reader(io.StringIO(content, newline="")))[1]
    assert not cell.strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
