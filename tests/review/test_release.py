"""What is not ready for readers is found: drafts, and practical facts that have aged."""

import datetime
from typing import Any

import pytest

BASE = "sites_map/bases/hall.yml"


def test_a_draft_is_noted_and_so_is_what_points_to_it(workshop: Any) -> None:
    workshop.replace("sites_map/sites/old-house.yml", "names:", "draft: true\nnames:")
    findings = workshop.review()
    assert [finding.file for finding in findings if finding.code == "draft"] == ["sites_map/sites/old-house.yml"]
    assert {finding.file for finding in findings if finding.code == "draft-referenced"} == {
        "figures/jia-yi.yml",
        BASE,
        "sites_map/routes/walk.yml",
        "sites_map/lane.yml",
    }


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (datetime.date(2030, 1, 1), []),
        (datetime.date(2030, 1, 2), ["practical-expired"]),
        (None, []),
    ],
)
def test_a_practical_fact_expires_after_its_day(workshop: Any, today: datetime.date | None, codes: list[str]) -> None:
    workshop.today = today
    assert workshop.codes() == codes


def test_a_practical_fact_says_when_it_expires(workshop: Any) -> None:
    workshop.replace(BASE, "    expires: 2030-01-01\n", "")
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.line) == ("practical-without-expiry", "note", 5)
