"""The report computes medians, ratios and bars from results, and names what falls short with the reason."""

from pathlib import Path

import pytest

from benchmarks.bars import bars
from benchmarks.report import read_shortfalls, report
from benchmarks.results import Results, Runs, load


def runs(contestant: str, count: int, wall: list[float], megabytes: float = 100, kind: str = "cold") -> Runs:
    size = [round(megabytes * 1e6)] * len(wall)
    return Runs(contestant, count, kind, wall, wall, size, size, 10, 1_000_000)


def results() -> Results:
    quality = {
        kind: {"unique": 9, "first": 100.0, "within_five": 100.0, "several": 3, "prominent_first": 66.7}
        for kind in ("full", "given", "courtesy", "traditional", "pinyin", "initials", "middle")
    }
    search = {
        "figures": 10_000,
        "page_bytes": 1,
        "first_result_bytes": 150_000,
        "first_result_ms": 30.0,
        "queries": 60,
        "first_time_ms": {"median": 4.0, "p95": 9.0},
        "again_ms": {"median": 6.0, "p95": 9.0},
        "heap_bytes": 1,
        "quality": quality,
    }
    return Results(
        machine={"processor": "imagined"},
        builds=[
            runs("qingguo", 10_000, [30, 6, 7], megabytes=250),
            runs("qingguo", 10_000, [0.5, 0.9, 0.6], kind="warm"),
            runs("hugo", 10_000, [6, 5, 90]),
            runs("hugo-pagefind", 10_000, [35, 70, 40]),
            runs("qingguo", 100_000, [84], megabytes=5_000),
        ],
        browser=[search],
        previews=[{"figures": 10_000, "start_s": 9.0, "edits_s": [0.4, 2.0, 0.8], "median_s": 0.8}],
    )


def test_bars_compare_medians() -> None:
    found = {bar.id: (bar.measured and round(bar.measured, 3), bar.holds) for bar in bars(results())}
    assert found["hugo"] == (1.167, False)
    assert found["hugo-pagefind"] == (0.175, True)
    assert found["memory"] == (250, True)
    assert found["warm"] == (0.086, True)
    # 100,000 figures are ten times as many pages.
    assert found["growth-time"] == (1.2, True)
    assert found["growth-memory"] == (2.0, False)
    assert found["preview-10000"] == (0.8, True)
    assert found["search-bytes"] == (150, True)
    assert found["search-latency"] == (6.0, False)
    assert found["search-full"] == (100.0, True)
    assert found["search-given"] == (66.7, False)


def test_what_was_not_measured_neither_holds_nor_falls_short() -> None:
    assert {bar.holds for bar in bars(Results())} == {None}


def test_the_report_names_what_falls_short_with_its_reason() -> None:
    text = report(results(), {"hugo": "Hugo was lucky."})
    assert "- **hugo**: Hugo was lucky." in text
    assert "- **growth-memory**: no reason has been written down yet." in text
    assert "- **memory**" not in text
    assert "| Hugo | 6.00 | 6.00 | 0.60 | 100 | 100 | 10 | 1.00 | 3 | 1.17 × |" in text


def test_a_failure_stands_in_the_report() -> None:
    failed = results()
    failed.builds.append(Runs("material", 10_000, "cold", failure="stopped after 60 s\nmore"))
    text = report(failed, {})
    assert "MkDocs + Material (cold): stopped after 60 s" in text


def test_a_reason_for_a_bar_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shortfalls.yml"
    path.write_text("hugoo: why\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="hugoo"):
        read_shortfalls(path)


def test_results_survive_being_saved(tmp_path: Path) -> None:
    results().save(tmp_path / "results.json")
    assert load(tmp_path / "results.json") == results()
