"""Dates as in ISO 8601-2 (EDTF, level 1 and the parts of level 2 that records of lives need).

`1900-03-27`, `1936-11`, `1899`, `1899~` (about), `1899?` (uncertain), `1899%` (both), `190X` (some year of the
decade), `18XX`, `1936-XX`, `1925/1929`, `1949/..` (still going on), `../1911` and `-0479` (480 BC).
Source: ISO 8601-2:2019; Library of Congress, Extended Date/Time Format specification (2019).
"""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache, total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.records.model import bad_value

_POINT = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<qualifier>[~?%])?", re.ASCII
)

Day = tuple[int, int, int]

_KEPT_DATES = 4096
"""How many dates are kept once read: most records name years, and the same ones."""


def _days_in_month(year: int, month: int) -> int:
    return calendar.monthrange(year if year > 0 else 2000 + year % 400, month)[1]


@dataclass(frozen=True)
class DatePoint:
    """One end of a date: the span of days that it may mean, and how sure its writer was."""

    text: str
    earliest: Day
    latest: Day
    qualifier: str

    @classmethod
    @lru_cache(maxsize=_KEPT_DATES)
    def parse(cls, text: str) -> "DatePoint":
        """Read one point. Raises ValueError when it is not EDTF or no such day exists."""
        match = _POINT.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month, day = match["year"], match["month"], match["day"]
        if "X" in year and month is not None:
            raise ValueError(text)
        first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
        if month is None or month == "XX":
            if day not in (None, "XX"):
                raise ValueError(text)
            earliest, latest = (first_year, 1, 1), (last_year, 12, 31)
        else:
            if not 1 <= int(month) <= 12:
                raise ValueError(text)
            last_day = _days_in_month(first_year, int(month))
            if day is not None and day != "XX":
                if not 1 <= int(day) <= last_day:
                    raise ValueError(text)
                earliest = latest = (first_year, int(month), int(day))
            else:
                earliest, latest = (first_year, int(month), 1), (first_year, int(month), last_day)
        return cls(text, earliest, latest, match["qualifier"] or "")


@total_ordering
@dataclass(frozen=True, eq=False)
class HistoricalDate:
    """A date or an interval. `start` or `end` is None where the interval is open; both are the same for one date."""

    text: str
    start: DatePoint | None
    end: DatePoint | None

    @classmethod
    @lru_cache(maxsize=_KEPT_DATES)
    def parse(cls, text: str) -> "HistoricalDate":
        """Read a date as in the head of this file. Raises ValueError for anything else."""
        first, slash, second = text.strip().partition("/")
        if not slash:
            point = DatePoint.parse(first)
            return cls(text.strip(), point, point)
        start = None if first in ("", "..") else DatePoint.parse(first)
        end = None if second in ("", "..") else DatePoint.parse(second)
        if start is None and end is None:
            raise ValueError(text)
        if start is not None and end is not None and start.earliest > end.latest:
            raise ValueError(text)
        return cls(text.strip(), start, end)

    @property
    def earliest(self) -> Day:
        """The first day that the date may mean; the beginning of time for an open start."""
        return self.start.earliest if self.start else (-9999, 1, 1)

    @property
    def latest(self) -> Day:
        """The last day that the date may mean; the end of time for an open end."""
        return self.end.latest if self.end else (9999, 12, 31)

    @property
    def is_interval(self) -> bool:
        """Whether the date was written as an interval."""
        return "/" in self.text

    @property
    def year(self) -> int:
        """The first year that the date names (an open start counts as its end)."""
        point = self.start or self.end
        assert point is not None  # parse() refuses an interval that is open at both ends
        return point.earliest[0]

    @property
    def _key(self) -> tuple[Day, Day, str]:
        return self.earliest, self.latest, self.text

    def __lt__(self, other: object) -> bool:
        return self._key < other._key if isinstance(other, HistoricalDate) else NotImplemented

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, HistoricalDate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        # The text says all: a quarter of the bytes, and read dates are shared.
        return HistoricalDate.parse, (self.text,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> "HistoricalDate":
            if isinstance(value, HistoricalDate):
                return value
            try:
                return cls.parse(str(value))
            except ValueError:
                raise bad_value(
                    "日期要写成 1900、1936-11、1936-11-23、1899~(约)、190X 或 1925/1929",
                    "a date such as 1900, 1936-11, 1936-11-23, 1899~ (about), 190X or 1925/1929",
                ) from None

        return core_schema.no_info_plain_validator_function(read, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        # An unquoted 1900 is a number to an editor's YAML parser, though not to ours.
        return {
            "anyOf": [{"type": "string"}, {"type": "integer"}],
            "description": "EDTF: 1900, 1936-11, 1936-11-23, 1899~, 190X, 1925/1929",
        }
