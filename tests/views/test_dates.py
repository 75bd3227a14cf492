"""Dates in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.dates import HistoricalDate
from generator.views.dates import age_at, date_text, life_years, machine_date, span_text, year_text

CASES = [
    ("1900-03-27", "1900年3月27日", "27 March 1900"),
    ("1936-11", "1936年11月", "November 1936"),
    ("1899", "1899年", "1899"),
    ("1915~", "约1915年", "c. 1915"),
    ("1915-05~", "约1915年5月", "c. May 1915"),
    ("1900?", "疑为1900年", "perhaps 1900"),
    ("1900%", "疑约为1900年", "perhaps c. 1900"),
    ("193X", "1930年代", "1930s"),
    ("190X", "1900至1909年间", "between 1900 and 1909"),
    ("18XX", "19世纪", "19th century"),
    ("20XX", "21世纪", "21st century"),
    ("1936-XX", "1936年某月", "1936, month unknown"),
    ("1936-11-XX", "1936年11月某日", "November 1936, day unknown"),
    ("1925/1929", "1925年—1929年", "1925 – 1929"),
    ("1949/..", "1949年起", "from 1949"),
    ("1949/", "1949年起，止期不详", "from 1949, end unknown"),
    ("../1911", "至1911年", "until 1911"),
    ("-0479", "公元前480年", "480 BC"),
    ("0000", "公元前1年", "1 BC"),
]


@pytest.mark.parametrize(("written", "zh", "en"), CASES)
def test_a_date_reads_as_people_write_it(written: str, zh: str, en: str) -> None:
    date = HistoricalDate.parse(written)
    assert date_text(date, "zh") == zh
    assert date_text(date, "en") == en


@st.composite
def written_points(draw: st.DrawFn) -> str:
    year = draw(st.one_of(st.integers(-9999, 9999), st.sampled_from(["190X", "18XX", "000X", "99XX"])))
    text = year if isinstance(year, str) else f"{'-' if year < 0 else ''}{abs(year):04d}"
    if "X" not in text:
        text += draw(st.sampled_from(["", "-XX", "-02", "-12", "-12-XX", "-02-28", "-XX-XX", "-01-31"]))
    return text + draw(st.sampled_from(["", "~", "?", "%"]))


@given(written_points(), st.one_of(st.none(), st.sampled_from(["", ".."]), written_points()), st.booleans())
def test_every_valid_date_can_be_said_in_every_language(first: str, second: str | None, is_reversed: bool) -> None:
    text = first if second is None else f"{second}/{first}" if is_reversed else f"{first}/{second}"
    try:
        date = HistoricalDate.parse(text)
    except ValueError:
        return  # an interval that ends before it begins
    for language in ("zh", "zh-Hant", "en"):
        assert date_text(date, language)
        assert year_text(date, language)
        assert "X" not in date_text(date, language)
    assert machine_date(date) in (None, date.text)


def test_only_what_html_allows_goes_into_a_time_element() -> None:
    assert machine_date(HistoricalDate.parse("1900-03-27")) == "1900-03-27"
    for written in ("1915~", "190X", "1925/1929", "-0479", "0000", "1936-XX"):
        assert machine_date(HistoricalDate.parse(written)) is None


def test_a_life_keeps_its_doubts_in_lists() -> None:
    born, died = HistoricalDate.parse("1915~"), HistoricalDate.parse("1980-02-03")
    assert life_years(born, died, "zh") == "约1915–1980"
    assert life_years(born, None, "en") == "c. 1915–"
    assert life_years(None, died, "zh") == "?–1980"
    assert life_years(None, None, "en") == ""


def test_the_time_of_an_office_may_be_half_known() -> None:
    year = HistoricalDate.parse("1949")
    assert span_text(year, None, "zh") == "1949年起"
    assert span_text(None, year, "en") == "until 1949"
    assert span_text(None, None, "en") == ""


def test_an_age_is_told_only_if_the_dates_leave_no_doubt() -> None:
    born = HistoricalDate.parse("1900-03-27")
    assert age_at(born, HistoricalDate.parse("1936-11-23")) == 36
    assert age_at(born, HistoricalDate.parse("1936-03-26")) == 35
    assert age_at(born, HistoricalDate.parse("1936-11")) == 36
    assert age_at(born, HistoricalDate.parse("1936")) is None
    assert age_at(None, HistoricalDate.parse("1936")) is None
    assert age_at(born, HistoricalDate.parse("1899-01-01")) is None
