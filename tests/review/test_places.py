"""Positions can be true, and a place has the four parts that the programme asks for."""

from typing import Any

import pytest

SITE = "sites_map/sites/old-house.yml"
POSITION = "lat: 31.77451, lng: 119.95491, system: WGS-84, precision_m: 10, sources: [gazette], verified: true"


@pytest.mark.parametrize(
    ("new", "code", "severity"),
    [
        ("lat: 31.77451, lng: 19.95491, system: WGS-84, precision_m: 10, sources: [gazette], verified: true",
         "coordinates-outside-region", "error"),
        ("lat: 31.77451, lng: 119.95491, system: WGS-84, precision_m: 500, sources: [gazette], verified: true",
         "coordinates-imprecise", "note"),
        ("lat: 31.77, lng: 119.95, system: WGS-84, precision_m: 10, sources: [gazette], verified: true",
         "coordinates-overprecise", "warning"),
        ("lat: 31.77451, lng: 119.95491, system: WGS-84, precision_m: 10, verified: true",
         "coordinates-verified-without-source", "error"),
        ("lat: 31.77451, lng: 119.95491, system: WGS-84, precision_m: 10, sources: [gazette]",
         "coordinates-unverified", "note"),
    ],
)  # fmt: skip
def test_a_position_that_cannot_be_used_as_it_is(workshop: Any, new: str, code: str, severity: str) -> None:
    workshop.replace(SITE, POSITION, new)
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file, finding.line) == (code, severity, SITE, 4)


def test_the_region_is_asked_in_the_system_of_the_world(workshop: Any) -> None:
    # A point of GCJ-02 that lies outside before it is converted, and inside after.
    workshop.replace(SITE, POSITION, POSITION.replace("119.95491", "121.003").replace("WGS-84", "GCJ-02"))
    assert workshop.codes() == []


def test_without_a_declared_region_no_place_is_outside(workshop: Any) -> None:
    workshop.replace(SITE, "lng: 119.95491", "lng: 19.95491")
    workshop.region = None
    assert workshop.codes() == []


def test_missing_parts_are_named(workshop: Any) -> None:
    text = (workshop.root / SITE).read_text(encoding="utf-8")
    workshop.write(SITE, "".join(line for line in text.splitlines(True) if not line.startswith(("  people", "  trad"))))
    finding = workshop.only()
    assert (finding.code, finding.severity.value) == ("four-parts-missing", "note")
    assert "people, tradition" in finding.message.en
    assert "人物、传统" in finding.message.zh
