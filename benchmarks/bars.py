"""The bars of the design, computed from results: what was measured, what was wanted, and whether it holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.results import Results

MB = 1e6
STANDARD = 10_000
"""The number of figures that most bars are about."""
GREAT = 100_000


@dataclass(frozen=True)
class Bar:
    """One bar. `measured` is None where the benchmark has no figure for it."""

    id: str
    text: str
    unit: str
    measured: float | None
    limit: float
    at_least: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the measured value keeps to the limit; None where there is none."""
        if self.measured is None:
            return None
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


def ratio(one: float | None, other: float | None) -> float | None:
    """One by the other; None where either is missing or nothing."""
    return one / other if one is not None and other else None


def _of(results: Results, contestant: str, count: int, kind: str, value: Callable[[Any], float | None]) -> float | None:
    runs = results.of(contestant, count, kind)
    return value(runs) if runs else None


def _entry(entries: list[dict[str, Any]], count: int) -> dict[str, Any]:
    return next((entry for entry in entries if entry["figures"] == count), {})


def bars(results: Results) -> Iterator[Bar]:
    """Every bar of the design's section on speed that this benchmark measures, in its order."""

    def wall(contestant: str, count: int, kind: str = "cold") -> float | None:
        return _of(results, contestant, count, kind, lambda runs: runs.wall)

    def memory(count: int) -> float | None:
        return _of(results, "qingguo", count, "cold", lambda runs: runs.pss)

    cold = wall("qingguo", STANDARD)
    yield Bar(
        "real-cold", "真实站点，三种语言，冷构建 / the real site, three languages, cold", "s", wall("qingguo", 0), 5
    )
    small = _entry(results.previews, 0).get("median_s")
    yield Bar("preview-real", "真实站点，预览中一次改动 / the real site, an edit in the preview", "s", small, 0.5)
    large = _entry(results.previews, STANDARD).get("median_s")
    yield Bar("preview-10000", "一万人，预览中一次改动 / 10,000 figures, an edit in the preview", "s", large, 1)
    yield Bar(
        "hugo", "一万人，冷构建，比 Hugo / 10,000 figures, cold, by Hugo", "×", ratio(cold, wall("hugo", STANDARD)), 1
    )
    both = ratio(cold, wall("hugo-pagefind", STANDARD))
    yield Bar("hugo-pagefind", "同上，比 Hugo + Pagefind / the same by Hugo with Pagefind", "×", both, 0.2)
    peak = memory(STANDARD)
    yield Bar("memory", "一万人，内存峰值 / 10,000 figures, peak memory", "MB", peak / MB if peak else None, 300)
    warm = ratio(wall("qingguo", STANDARD, "warm"), cold)
    yield Bar("warm", "一万人，一次改动之后比冷构建 / 10,000 figures, after one edit by cold", "×", warm, 0.1)
    scale = GREAT / STANDARD
    time_growth, memory_growth = ratio(wall("qingguo", GREAT), cold), ratio(memory(GREAT), peak)
    yield Bar(
        "growth-time",
        "十万人每页用时比一万人 / time per page at 100,000 by 10,000",
        "×",
        time_growth / scale if time_growth else None,
        1.3,
    )
    yield Bar(
        "growth-memory",
        "十万人每页内存比一万人 / memory per page at 100,000 by 10,000",
        "×",
        memory_growth / scale if memory_growth else None,
        1.3,
    )
    yield from _search_bars(_entry(results.browser, STANDARD))
    heaviest = results.page.get("heaviest_bytes")
    yield Bar(
        "page", "真实站点最重的人物页，gzip / the heaviest figure page of the real site, gzip", "KB",
        heaviest / 1000 if heaviest else None, 20,
    )  # fmt: skip


def _search_bars(search: dict[str, Any]) -> Iterator[Bar]:
    first = search.get("first_result_bytes")
    yield Bar(
        "search-bytes",
        "一万人，首个结果之前的字节，gzip / 10,000 figures, bytes before the first result, gzip",
        "KB",
        first / 1000 if first is not None else None,
        200,
    )
    again = search.get("again_ms", {}).get("median")
    yield Bar("search-latency", "一次查询，中位数 / a query, median", "ms", again, 5)
    quality = search.get("quality", {})
    for kind in ("full", "traditional", "pinyin"):
        share = quality.get(kind, {}).get("first")
        yield Bar(
            f"search-{kind}", f"唯一答案居首：{kind} / the only answer first: {kind}", "%", share, 99, at_least=True
        )
    for kind in ("given", "initials"):
        share = quality[kind]["prominent_first"] if quality.get(kind, {}).get("several") else None
        text = f"同名者中最知名的居首：{kind} / the most prominent of equals first: {kind}"
        yield Bar(f"search-{kind}", text, "%", share, 99, at_least=True)
