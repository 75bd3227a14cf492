"""The profile of a build: every stage that it names runs and is timed, and no time is lost or counted twice."""

from collections.abc import Iterator

import pytest

from benchmarks.profile import Row, document, measure
from benchmarks.profiled_build import Clock
from benchmarks.stages import GROUPS, REST, STEPS


@pytest.fixture(scope="module")
def row(tmp_path_factory: pytest.TempPathFactory) -> Row:
    return measure(40, tmp_path_factory.mktemp("profile"))


def test_every_stage_is_met_by_a_cold_build(row: Row) -> None:
    # A function that was renamed or is called by another name would have no time.
    named = {name for names in GROUPS.values() for name in names}
    assert set(row["cold"]["spent"]) == named
    assert set(row["cold"]["memory"]) == {"start", *STEPS}
    for name in ("parsing YAML", "page body", "stamping", "search index"):
        assert row["cold"]["spent"][name]["cpu"] > 0


def test_what_is_in_no_stage_is_little(row: Row) -> None:
    spent = row["cold"]["spent"]
    assert spent[REST]["cpu"] < 0.1 * sum(each["cpu"] for each in spent.values())


def test_a_warm_build_reads_and_renders_little_again(row: Row) -> None:
    cold, warm = row["cold"]["spent"], row["warm"]["spent"]
    assert 0 < warm["digesting"]["calls"] < cold["digesting"]["calls"] / 2
    assert warm["page body"]["calls"] < cold["page body"]["calls"]
    assert row["warm"]["pages"] == row["cold"]["pages"]


def test_the_document_has_the_figures_of_the_results(row: Row) -> None:
    text = document([row])
    assert "## 40 figures" in text
    parsed = row["cold"]["spent"]["parsing YAML"]
    assert f"| parsing YAML | {parsed['cpu'] / 1e6:,.1f} |" in text
    assert text.count("| **all** |") == 2
    assert f"| **most** | {row['cold']['peak'] / 1e6:,.0f} |" in text


class Hands:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.ns = 0

    def __call__(self) -> tuple[int, int]:
        return self.ns, 2 * self.ns


def test_the_time_of_a_stage_within_another_counts_once() -> None:
    hands = Hands()
    clock = Clock(hands)

    def work(ns: int) -> None:
        hands.ns += ns

    inner = clock.within("inner", work)

    def outer() -> None:
        work(1)
        inner(10)
        work(100)
        inner(1000)

    clock.within("outer", outer)()
    work(10_000)
    clock.turn()
    assert clock.spent == {"inner": (1010, 2020, 2), "outer": (101, 202, 1), REST: (10_000, 20_000, 0)}


def test_what_happens_between_two_values_of_a_generator_is_not_its_time() -> None:
    hands = Hands()
    clock = Clock(hands)

    def values() -> Iterator[int]:
        for number in range(3):
            hands.ns += 1
            yield number

    taken = []
    for value in clock.within("values", values)():
        hands.ns += 100
        taken.append(value)
    clock.turn()
    assert taken == [0, 1, 2]
    assert (clock.spent["values"].cpu, clock.spent[REST].cpu) == (3, 300)
