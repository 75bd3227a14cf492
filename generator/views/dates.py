"""Dates as readers of each language write them: 1900年3月27日, 27 March 1900, 约1915年, c. 1915."""

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.records.dates import DatePoint, Day, HistoricalDate
from generator.records.figure import Event

_POINT = re.compile(r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?[~?%]?", re.ASCII)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MACHINE_READABLE = re.compile(r"(?!0000)\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@lru_cache(maxsize=4096)
def _parts(point: DatePoint) -> tuple[str, str | None, str | None]:
    match = _POINT.fullmatch(point.text)
    assert match is not None  # DatePoint.parse() let it pass
    return match["year"], match["month"], match["day"]


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _chinese_year(year: str) -> str:
    if year.endswith("XX"):
        return f"{int(year[:2]) + 1}世纪"
    if year.endswith("X"):
        # “1900年代” may mean the decade or the century.
        first = int(year[:3]) * 10
        return f"{first}至{first + 9}年间" if first % 100 == 0 else f"{first}年代"
    number = int(year)
    return f"{number}年" if number > 0 else f"公元前{1 - number}年"


def _english_year(year: str) -> str:
    if year.endswith("XX"):
        return f"{_ordinal(int(year[:2]) + 1)} century"
    if year.endswith("X"):
        first = int(year[:3]) * 10
        return f"between {first} and {first + 9}" if first % 100 == 0 else f"{first}s"
    number = int(year)
    return str(number) if number > 0 else f"{1 - number} BC"


def _chinese_point(point: DatePoint) -> str:
    year, month, day = _parts(point)
    text = _chinese_year(year)
    if month is not None:
        text += "某月" if month == "XX" else f"{int(month)}月"
        if day is not None and month != "XX":
            text += "某日" if day == "XX" else f"{int(day)}日"
    return {"~": "约", "?": "疑为", "%": "疑约为"}.get(point.qualifier, "") + text


def _english_point(point: DatePoint) -> str:
    year, month, day = _parts(point)
    text = _english_year(year)
    if month == "XX":
        text = f"{text}, month unknown"
    elif month is not None:
        text = f"{_MONTHS[int(month) - 1]} {text}"
        if day == "XX":
            text = f"{text}, day unknown"
        elif day is not None:
            text = f"{int(day)} {text}"
    return {"~": "c. ", "?": "perhaps ", "%": "perhaps c. "}.get(point.qualifier, "") + text


def date_text(date: HistoricalDate, language: str) -> str:
    """The date in words, for `zh`, `en`, or `zh-Hant` (whose caller converts the few characters that differ)."""
    is_english = language == "en"
    point_text = _english_point if is_english else _chinese_point
    if not date.is_interval:
        assert date.start is not None  # only an interval may be open
        return point_text(date.start)
    if date.start is None:
        assert date.end is not None  # parse() refuses an interval that is open at both ends
        return f"until {point_text(date.end)}" if is_english else f"至{point_text(date.end)}"
    if date.end is None:
        still_going_on = date.text.endswith("..")
        if is_english:
            return f"from {point_text(date.start)}" + ("" if still_going_on else ", end unknown")
        return f"{point_text(date.start)}起" + ("" if still_going_on else "，止期不详")
    if is_english:
        return f"{point_text(date.start)} – {point_text(date.end)}"
    return f"{point_text(date.start)}—{point_text(date.end)}"


def span_text(since: HistoricalDate | None, until: HistoricalDate | None, language: str) -> str:
    """The time between two dates, either of which may be unknown; "" if both are."""
    if since is not None and until is not None:
        joint = " – " if language == "en" else "—"
        return date_text(since, language) + joint + date_text(until, language)
    if since is not None:
        return f"from {date_text(since, language)}" if language == "en" else f"{date_text(since, language)}起"
    if until is not None:
        return f"until {date_text(until, language)}" if language == "en" else f"至{date_text(until, language)}"
    return ""


def year_text(date: HistoricalDate, language: str) -> str:
    """Only the year, decade or century, doubt included, for a list: `1900`, `约1915`, `c. 1915`, `20世纪`."""
    point = date.start or date.end
    assert point is not None  # parse() refuses an interval that is open at both ends
    year = _parts(point)[0]
    if language == "en":
        return {"~": "c. ", "?": "perhaps ", "%": "perhaps c. "}.get(point.qualifier, "") + _english_year(year)
    text = _chinese_year(year)
    if year.isdigit():
        text = text.removesuffix("年")
    return {"~": "约", "?": "疑", "%": "疑约"}.get(point.qualifier, "") + text


def life_years(born: HistoricalDate | None, died: HistoricalDate | None, language: str) -> str:
    """The years of a life: `1900–1985`, `1900–`, `?–1985`; "" if nothing is known."""
    if born is None and died is None:
        return ""
    first = year_text(born, language) if born else "?"
    last = year_text(died, language) if died else ""
    return f"{first}–{last}"


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events in the order of their dates."""
    return sorted(events, key=_when)


def _when(event: Event) -> tuple[Day, Day, str]:
    """What the order of dates rests on; to compare the dates themselves would ask for it at each comparison."""
    date = event.date
    return date.earliest, date.latest, date.text


def machine_date(date: HistoricalDate) -> str | None:
    """The value of `<time datetime>`: only a plain year, month or day of our era is valid HTML there."""
    return date.text if _MACHINE_READABLE.fullmatch(date.text) else None


def age_at(born: HistoricalDate | None, date: HistoricalDate) -> int | None:
    """Full years of life at a date; None unless every day that the two dates may mean gives the same age."""
    if born is None or born.is_interval or date.is_interval:
        return None
    youngest = _years_between(born.latest, date.earliest)
    oldest = _years_between(born.earliest, date.latest)
    return youngest if youngest == oldest and youngest >= 0 else None


def _years_between(start: tuple[int, int, int], end: tuple[int, int, int]) -> int:
    return end[0] - start[0] - (end[1:] < start[1:])
