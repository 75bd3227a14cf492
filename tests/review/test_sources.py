"""Every fact names where it is from, and every name leads to the register."""

from typing import Any

import pytest

FIGURE = "figures/jia-yi.yml"
EVENT = "    place: town\n    sources: [gazette]\n    verified: true\n"


@pytest.mark.parametrize(
    ("new", "code", "severity", "line"),
    [
        ("    place: town\n    sources: [nobody]\n    verified: true\n", "source-unknown", "error", 24),
        ("    place: town\n", "fact-without-source", "warning", 21),
        ("    place: town\n    verified: true\n", "verified-without-source", "error", 21),
        ("    place: town\n    sources: [gazette]\n", "fact-unverified", "note", 21),
        (EVENT + "    variants: [{text: {zh: 又一说, en: Another}}]\n", "variant-without-source", "note", 26),
    ],
)
def test_a_fault_in_one_event_is_found_where_it_stands(
    workshop: Any, new: str, code: str, severity: str, line: int
) -> None:
    workshop.replace(FIGURE, EVENT, new)
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file, finding.line) == (code, severity, FIGURE, line)
    assert finding.field[:2] == ("timeline", 0)


def test_the_source_of_a_variant_must_exist_too(workshop: Any) -> None:
    variant = "    variants: [{text: {zh: 又一说, en: Another}, sources: [nobody]}]\n"
    workshop.replace(FIGURE, EVENT, EVENT + variant)
    assert workshop.only().field == ("timeline", 0, "variants", 0, "sources")


def test_a_fact_inside_a_site_rests_on_the_sources_of_the_site(workshop: Any) -> None:
    workshop.append("sites_map/sites/old-house.yml", "people: [{person: teacher}]\n")
    assert workshop.codes() == []
    workshop.replace("sites_map/sites/old-house.yml", "\nsources: [gazette]\nverified: true\n", "\n")
    assert workshop.codes() == ["fact-without-source", "fact-without-source"]


def test_a_contested_fact_needs_more_than_copies(workshop: Any) -> None:
    variant = "    variants: [{text: {zh: 又一说, en: Another}, sources: [gazette]}]\n"
    weak = EVENT.replace("gazette", "blog") + variant
    workshop.replace(FIGURE, EVENT, weak)
    assert workshop.only().code == "contested-on-weak-sources"
    workshop.replace(FIGURE, "sources: [blog]", "sources: [blog, gazette]")
    assert workshop.codes() == []


def test_a_source_is_used_by_a_record_or_by_a_page(workshop: Any) -> None:
    workshop.replace("content/zh/index.md", "{gazette, blog}", "{gazette}")
    finding = workshop.only()
    assert (finding.code, finding.file, finding.line) == ("source-unused", "content/sources.yml", 3)
    workshop.replace("sites_map/places.yml", "sources: [gazette]", "sources: [gazette, blog]")
    assert workshop.codes() == []
