"""Dates that cannot all be true are found; vague dates get the benefit of the doubt."""

from typing import Any

import pytest

FIGURE = "figures/jia-yi.yml"


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("date: 1985", "date: 1899", {"death-before-birth", "event-outside-life", "term-outside-life"}),
        ("date: 1985", "date: 190X", {"event-outside-life", "term-outside-life"}),
        ("date: 1985", "date: 2025", {"age-implausible"}),
        ("date: 1985", "date: 2020", set()),
        ("date: 1915", "date: 1899", {"event-outside-life"}),
        ("date: 1915", "date: 1900", set()),
        ("date: 1915", "date: 189X/1901", set()),
        ("date: 1915", "date: 1900-03-26", {"event-outside-life"}),
        ("date: 1915", "date: 1986", {"event-outside-life"}),
        ("date: 1915", "date: 1985-12-31", set()),
        ("date: 1915", "date: 1986\n    posthumous: true", set()),
        ("date: 1915", "date: 1899\n    posthumous: true", {"event-outside-life"}),
        ("from: 1930", "from: 1890", {"term-outside-life"}),
        ("to: 1935", "to: 1990", {"term-outside-life"}),
        ("to: 1935", "to: 1929", {"term-reversed"}),
        ("to: 1935", "to: 1930", set()),
    ],
)
def test_only_a_certain_clash_is_reported(workshop: Any, old: str, new: str, codes: set[str]) -> None:
    workshop.replace(FIGURE, old, new)
    assert set(workshop.codes()) == codes


def test_a_clash_is_an_error_at_the_line_of_the_date(workshop: Any) -> None:
    workshop.replace(FIGURE, "date: 1915", "date: 1899")
    finding = workshop.only()
    assert (finding.severity.value, finding.line, finding.field) == ("error", 21, ("timeline", 0, "date"))
    assert "1899" in finding.message.zh
    assert "1900-03-27" in finding.message.zh


def test_without_birth_and_death_nothing_is_outside(workshop: Any) -> None:
    text = (workshop.root / FIGURE).read_text(encoding="utf-8")
    head, tail = text[: text.index("born:")], text[text.index("roles:") :]
    workshop.write(FIGURE, head + tail.replace("1915", "0100"))
    assert workshop.codes() == []
