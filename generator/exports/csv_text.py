"""Tables for spreadsheets: CSV (RFC 4180) in UTF-8.

A byte order mark stands in front, without which Excel takes Chinese for another encoding. Text that a spreadsheet would
run as a formula begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterable

Cell = str | int | float | bool | None
Row = dict[str, Cell]

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# Excel and others take the full-width forms for the plain ones, and pass over white space before them.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        runs = value.startswith(_FORMULA_STARTS) or (value[:1].isspace() and value.lstrip().startswith(_FORMULA_STARTS))
        return "'" + value if runs else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def csv_rows(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    """The lines of some rows, without a head. Raises ValueError for a row that has not these columns in this order."""
    text = io.StringIO()
    write = csv.writer(text).writerow
    for row in rows:
        if tuple(row) != columns:
            raise ValueError(f"the columns {list(row)}, not {list(columns)}")
        # Most cells begin with a letter or a digit, and no formula does.
        write([value if value.__class__ is str and value[:1].isalnum() else _cell(value) for value in row.values()])
    return text.getvalue()


def csv_head(columns: Iterable[str]) -> str:
    """The first line of a table."""
    text = io.StringIO()
    csv.writer(text).writerow(columns)
    return text.getvalue()


def csv_bytes(columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    """One whole table."""
    return BYTE_ORDER_MARK + (csv_head(columns) + csv_rows(columns, rows)).encode()
