"""Dates are read as they are written, sort as history went, and name only days that exist."""

import calendar
import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from generator.records.dates import HistoricalDate

qualifiers = st.sampled_from(["", "~", "?", "%"])
years = (
    st.integers(-999, 9999)
    .map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04}")
    .filter(lambda text: text != "-0000")
)
days = st.dates().map(lambda day: day.isoformat())
points = st.one_of(
    years,
    days,
    days.map(lambda text: text[:7]),
    days.map(lambda text: text[:7] + "-XX"),
    days.map(lambda text: text[:4] + "-XX"),
    days.map(lambda text: text[:4] + "-XX-XX"),
    st.integers(0, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(0, 99).map(lambda century: f"{century:02}XX"),
)
qualified = st.builds(lambda point, qualifier: point + qualifier, points, qualifiers)


@given(qualified)
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    date = HistoricalDate.parse(text)
    assert str(date) == text
    assert HistoricalDate.parse(str(date)) == date
    assert hash(HistoricalDate.parse(text)) == hash(date)
    assert not date.is_interval


@given(qualified)
def test_a_date_spans_from_an_existing_day_to_an_existing_day(text: str) -> None:
    date = HistoricalDate.parse(text)
    assert date.earliest <= date.latest
    assert date.earliest[0] == date.year
    for year, month, day in (date.earliest, date.latest):
        if year > 0:
            datetime.date(year, month, day)


@given(st.dates())
def test_a_day_is_that_day(day: datetime.date) -> None:
    date = HistoricalDate.parse(day.isoformat())
    assert date.earliest == date.latest == (day.year, day.month, day.day)


@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar(first: datetime.date, second: datetime.date) -> None:
    one, other = HistoricalDate.parse(first.isoformat()), HistoricalDate.parse(second.isoformat())
    assert (one < other) == (first < second)
    assert (one == other) == (first == second)


@given(st.lists(qualified, max_size=8))
def test_any_dates_have_one_order(texts: list[str]) -> None:
    dates = sorted(map(HistoricalDate.parse, texts))
    assert dates == sorted(reversed(dates))
    assert [date.earliest for date in dates] == sorted(date.earliest for date in dates)


@given(qualified, qualified)
def test_an_interval_keeps_both_ends(first: str, second: str) -> None:
    start, end = HistoricalDate.parse(first), HistoricalDate.parse(second)
    text = f"{first}/{second}"
    if start.earliest > end.latest:
        with pytest.raises(ValueError, match="/"):
            HistoricalDate.parse(text)
    else:
        date = HistoricalDate.parse(text)
        assert date.is_interval
        assert (date.earliest, date.latest, str(date)) == (start.earliest, end.latest, text)


@given(qualified)
def test_an_open_interval_reaches_to_the_end_of_time(text: str) -> None:
    point = HistoricalDate.parse(text)
    for end in ("", ".."):
        since, until = HistoricalDate.parse(f"{text}/{end}"), HistoricalDate.parse(f"{end}/{text}")
        assert (since.earliest, since.latest, since.year) == (point.earliest, (9999, 12, 31), point.year)
        assert (until.earliest, until.latest, until.year) == ((-9999, 1, 1), point.latest, point.year)


@given(st.text(alphabet="0123456789-/X~?%. ", max_size=14))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        date = HistoricalDate.parse(text)
    except ValueError:
        return
    assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1899", (1899, 1, 1), (1899, 12, 31)),
        ("1936-11", (1936, 11, 1), (1936, 11, 30)),
        ("1936-XX", (1936, 1, 1), (1936, 12, 31)),
        ("1936-02-XX", (1936, 2, 1), (1936, 2, 29)),
        ("190X", (1900, 1, 1), (1909, 12, 31)),
        ("18XX~", (1800, 1, 1), (1899, 12, 31)),
        ("1925/1929", (1925, 1, 1), (1929, 12, 31)),
        ("-0479", (-479, 1, 1), (-479, 12, 31)),
        ("-0480-02", (-480, 2, 1), (-480, 2, 29)),
        ("-0479-02", (-479, 2, 1), (-479, 2, 28)),
        ("0000", (0, 1, 1), (0, 12, 31)),
    ],
)
def test_what_a_date_may_mean(text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]) -> None:
    date = HistoricalDate.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "..", "../..", "2024-02-30", "1900-02-29", "2023-13", "2023-00", "2023-04-31", "2023-04-00", "23",
        "19000", "1900-3", "1900/3/27", "27.3.1900", "190X-03", "19XX-01-01", "X900", "1XXX", "1900-XX-05", "1929/1925",
        "1900~~", "~1900", "-19XX", "-0", "１９００", "1900 - 1910", "about 1900", "1900年", "123",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        HistoricalDate.parse(text)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(28, 40))
def test_a_day_that_the_month_does_not_have_is_refused(year: int, month: int, day: int) -> None:
    assume(day > calendar.monthrange(year, month)[1])
    with pytest.raises(ValueError, match=f"{month:02}"):
        HistoricalDate.parse(f"{year:04}-{month:02}-{day:02}")


def test_before_our_era_comes_before_it() -> None:
    texts = ["-0551", "-0479", "0000", "0001", "1900", "1900-01-02", "190X", "1911"]
    dates = [HistoricalDate.parse(text) for text in texts]
    assert [str(date) for date in sorted(reversed(dates))] == [
        "-0551", "-0479", "0000", "0001", "1900", "190X", "1900-01-02", "1911",
    ]  # fmt: skip


class Dated(BaseModel):
    """A record with one date."""

    date: HistoricalDate


def test_in_a_record_a_bad_date_says_what_is_expected_in_both_languages() -> None:
    with pytest.raises(ValidationError) as caught:
        Dated.model_validate({"date": "2024-02-30"})
    (error,) = caught.value.errors()
    assert error["type"] == "bad_value"
    assert "1936-11-23" in error["ctx"]["zh"]
    assert "190X" in error["ctx"]["en"]


@given(qualified)
def test_a_record_writes_the_date_that_it_read(text: str) -> None:
    assert Dated.model_validate({"date": text}).model_dump(mode="json") == {"date": text}
    assert Dated.model_validate_json(Dated.model_validate({"date": text}).model_dump_json()).date.text == text
