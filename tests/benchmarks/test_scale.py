"""The tables of docs/scale.md: every figure is one that was measured, and a projection is called one."""

import pytest

from benchmarks.scale import BEGIN, DOCUMENT, END, Row, load, projected, section, update

MACHINE = {name: f"the {name}" for name in ("date", "program", "processor", "memory", "python", "load at the start")}


def row(figures: int) -> Row:
    """A row of a fictional measurement that grows with the collection."""
    alone = {"wall_s": figures / 1000, "cpu_s": figures / 500, "pss_bytes": 100_000_000 + 10 * figures}
    driver = {"wall_s": figures / 2000, "cpu_s": figures / 5000, "pss_bytes": 90_000_000 + figures}
    written = {"files": 100 + figures, "bytes": 40_000 * figures}
    return {
        "figures": figures,
        "records": figures + 50,
        "input_bytes": 4_000 * figures,
        "machine": MACHINE,
        **alone,
        **written,
        **{f"driver_{name}": value for name, value in {**driver, **written}.items()},
    }


def test_a_projection_follows_the_line_through_the_two_largest_sizes() -> None:
    line = projected([row(1_000), row(10_000), row(30_000)], 1_000_000)
    assert line is not None
    assert line["wall_s"] == pytest.approx(1000)
    assert line["pss_bytes"] == pytest.approx(110_000_000)
    assert line["records"] == 1_000_050


def test_nothing_is_projected_from_few_or_small_sizes() -> None:
    assert projected([row(300_000)], 1_000_000) is None
    assert projected([row(1_000), row(3_000)], 1_000_000) is None
    assert "projected" not in section([row(1_000), row(3_000)])


def test_the_tables_stand_between_the_markers_and_nothing_else_changes() -> None:
    document = f"above\n{BEGIN}\nold | figures\n{END}\nbelow\n"
    once = update(document, [row(10_000), row(30_000)])
    assert once.startswith(f"above\n{BEGIN}\n") and once.endswith(f"{END}\nbelow\n") and "old" not in once
    assert "| 10,000 | 10,050 | 40 | 10.0 | 20.0 | 1.99 | 100 | 10,100 | 0.40 |" in once
    assert "| 10,000 | 5.0 | 2.0 | 10 % | 90 |" in once
    assert "| *projected:* 1,000,000 |" in once
    assert update(once, [row(10_000), row(30_000)]) == once


def test_the_document_has_what_was_measured() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert update(document, load()) == document
