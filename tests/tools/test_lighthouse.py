"""What `make lighthouse` reads from Lighthouse's reports and tells of them."""

from typing import Any

import pytest

from tools.lighthouse import lost_points, summary
from tools.lighthouse_report import CATEGORIES, METRICS, report
from tools.messages import Problem
from tools.page_weight import PageWeight


def lighthouse_report(performance: float | None = 1, paint: float = 900, audit: float | None = 1) -> dict[str, Any]:
    """A report in the shape of Lighthouse's own, with one audit that counts and one that only informs."""
    categories = {
        name: {"score": 1, "auditRefs": [{"id": "first-contentful-paint", "weight": 10}, {"id": "hint", "weight": 0}]}
        for name in CATEGORIES
    }
    categories["performance"]["score"] = performance
    metrics = {name: {"id": name, "score": 1, "numericValue": paint, "title": name} for name in METRICS}
    metrics["first-contentful-paint"] |= {"score": audit, "displayValue": "2.4\u00a0s"}
    return {"categories": categories, "audits": {**metrics, "hint": {"id": "hint", "score": 0, "title": "hint"}}}


def test_only_audits_with_weight_in_an_imperfect_category_cost_points() -> None:
    assert lost_points(lighthouse_report(0.9, audit=0.7)) == ["performance: first-contentful-paint (2.4 s)"]
    assert lost_points(lighthouse_report(1, audit=0.99)) == []
    assert lost_points(lighthouse_report(0.9, audit=None)) == []


def test_the_median_run_counts() -> None:
    reports = [lighthouse_report(0.5, 3000, 0.2), lighthouse_report(1, 900), lighthouse_report(0.99, 1000)]
    measured = summary("lane/", "mobile", reports)
    assert measured.scores["performance"] == 99 and not measured.is_perfect
    assert measured.metrics["speed-index"] == 1000
    assert measured.lost == ["performance: first-contentful-paint (2.4 s)"]
    assert summary("", "mobile", reports[1:2]).is_perfect


def test_a_page_that_could_not_be_judged_is_no_score() -> None:
    broken = {**lighthouse_report(None), "runtimeError": {"message": "The page did not paint"}}
    with pytest.raises(Problem, match="The page did not paint"):
        summary("lane/", "mobile", [broken])


def test_the_report_names_what_falls_short() -> None:
    records = [PageWeight("figures/a/", 20_000, 11_000), PageWeight("figures/b/", 9_000, 11_000)]
    good = summary("", "mobile", [lighthouse_report()])
    bad = summary("lane/", "desktop", [lighthouse_report(0.9, audit=0.7)])
    text = report([good, bad], records, "Lighthouse 1.2.3", 1)
    assert "| `/` | mobile | 100 | 100 | 100 | 100 |" in text
    assert "- `/lane/` (desktop): performance: first-contentful-paint (2.4 s)" in text
    assert "at most 20,000 bytes (`/figures/a/`)" in text and "1 reach the limit" in text
    assert "Lighthouse 1.2.3" in text
    assert "Every category of every page is 100." in report([good], records, "", 3)
