"""The report: `python -m benchmarks.report` writes RESULTS.md from results.json and shortfalls.yml.

Every figure comes from results.json. What people write is only why a bar falls short and what was tried.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from benchmarks.bars import Bar, bars, ratio
from benchmarks.contestants import CONTESTANTS
from benchmarks.queries import KINDS
from benchmarks.results import Results, Runs, load

FOLDER = Path(__file__).parent
RESULTS, REPORT, SHORTFALLS = FOLDER / "results.json", FOLDER / "RESULTS.md", FOLDER / "shortfalls.yml"


def report(results: Results, shortfalls: Mapping[str, str]) -> str:
    """The whole report in Markdown. `shortfalls` has the reason by the id of a bar."""
    parts = [_head(results), _bar_table(results, shortfalls), *(_size(results, count) for count in results.sizes)]
    parts += [_real(results), _previews(results), _search(results)]
    return "\n\n".join(part for part in parts if part) + "\n"


def number(value: float | None) -> str:
    """A figure with three digits that count; a dash where there is none."""
    if value is None:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, figures to the right."""
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def _head(results: Results) -> str:
    facts = "\n".join(f"- {name}: {value}" for name, value in results.machine.items())
    return (
        "# 速度 Speed\n\n<!-- Written by `make bench`; do not edit. -->\n\n"
        "由 `make bench` 生成，数字无一手填。资料集全属虚构；各家做什么、不做什么，见 [README](README.md)。\n\n"
        "Written by `make bench`; no figure was typed. The collections are fictional. What each contestant does and "
        f"does not do is in the [README](README.md).\n\n{facts}"
    )


def _bar_table(results: Results, shortfalls: Mapping[str, str]) -> str:
    rows, reasons = [], []
    for bar in bars(results):
        rows.append([bar.text, f"{number(bar.measured)} {bar.unit}", _limit(bar), _verdict(bar)])
        if bar.holds is False:
            reasons.append(f"- **{bar.id}**: {shortfalls.get(bar.id, 'no reason has been written down yet.')}")
    text = "## 指标 Bars\n\n" + table(["", "measured", "bar", ""], rows)
    return text + ("\n\n### 未达到的 What falls short\n\n" + "\n".join(reasons) if reasons else "")


def _limit(bar: Bar) -> str:
    return f"{'≥' if bar.at_least else '≤'} {bar.limit:g} {bar.unit}"


def _verdict(bar: Bar) -> str:
    return {True: "holds", False: "**falls short**", None: "not measured"}[bar.holds]


def _labels() -> Mapping[str, str]:
    return {contestant.name: contestant.label for contestant in CONTESTANTS}


def _size(results: Results, count: int) -> str:
    own = results.of("qingguo", count)
    rows = [_row(runs, own, count) for runs in results.builds if runs.count == count]
    head = ["", "wall s", "CPU s", "ms a figure", "PSS MB", "RSS MB", "files", "MB written", "runs", "Qingguo by it"]
    notes = [
        f"\n- {_labels()[runs.contestant]} ({runs.kind}): {runs.failure.splitlines()[0]}"
        for runs in results.builds
        if runs.count == count and runs.failure
    ]
    return (
        f"## {count:,} 人 figures\n\nMedians.\n\n" + table(head, rows) + "".join(notes[:1] and ["\n"]) + "".join(notes)
    )


def _row(runs: Runs, own: Runs | None, count: int) -> list[str]:
    label = _labels()[runs.contestant] + (", warm" if runs.kind == "warm" else "")
    by = ratio(own.wall if own else None, runs.wall)
    return [
        label,
        number(runs.wall),
        number(runs.cpu),
        number(runs.wall / count * 1000 if runs.wall is not None else None),
        number(runs.pss / 1e6 if runs.pss is not None else None),
        number(runs.rss / 1e6 if runs.rss is not None else None),
        f"{runs.files:,}",
        number(runs.bytes / 1e6),
        str(len(runs.wall_s)),
        f"{number(by)} ×",
    ]


def _real(results: Results) -> str:
    rows = [
        [runs.kind, number(runs.wall), number(runs.cpu), number((runs.pss or 0) / 1e6), f"{runs.files:,}"]
        for runs in results.builds
        if runs.count == 0 and runs.wall_s
    ]
    page = results.page
    weight = ""
    if page:
        kilobytes = number(page["heaviest_bytes"] / 1000)
        weight = f"\n\nThe heaviest of {page['pages']} figure pages ({page['heaviest']}): {kilobytes} KB."
    head = ["", "wall s", "CPU s", "PSS MB", "files"]
    return "## 真实站点 The real site\n\n" + table(head, rows) + weight if rows else ""


def _previews(results: Results) -> str:
    rows = [
        [
            f"{entry['figures']:,}" if entry["figures"] else "the real site",
            number(entry["start_s"]),
            number(entry["median_s"]),
            " ".join(number(seconds) for seconds in entry["edits_s"]),
        ]
        for entry in results.previews
    ]
    head = ["", "start s", "an edit s, median", "each"]
    return (
        "## 预览 The preview\n\nFrom saving a file until its page is served anew.\n\n" + table(head, rows)
        if rows
        else ""
    )


def _search(results: Results) -> str:
    return "\n\n".join(_search_of(entry) for entry in results.browser)


def _search_of(entry: Mapping[str, object]) -> str:
    def spread(name: str) -> str:
        values = entry[name]
        assert isinstance(values, dict)
        return f"{number(values['median'])} / {number(values['p95'])} ms"

    quality = entry["quality"]
    assert isinstance(quality, dict)
    rows = [
        [
            kind,
            str(quality[kind]["unique"]),
            *_shares(quality[kind], "unique", "first", "within_five"),
            str(quality[kind]["several"]),
            *_shares(quality[kind], "several", "prominent_first"),
        ]
        for kind in KINDS
    ]
    facts = [
        f"- bytes before the first result, gzip: {entry['first_result_bytes']:,}",
        f"- first result after {entry['first_result_ms']} ms, over the loopback",
        f"- a query asked for the first time, median / p95: {spread('first_time_ms')}; again: {spread('again_ms')}",
        f"- heap after {entry['queries']} queries: {entry['heap_bytes']:,} bytes",
        f"- the home page with everything that it loads, gzip: {entry['page_bytes']:,} bytes",
    ]
    head = ["", "one answer", "first %", "within five %", "several", "most prominent first %"]
    title = f"## 检索 Search, {entry['figures']:,} 人 figures"
    return f"{title}\n\n" + "\n".join(facts) + "\n\n" + table(head, rows)


def _shares(values: Mapping[str, float], base: str, *names: str) -> Iterator[str]:
    return (f"{values[name]:.1f}" if values[base] else "–" for name in names)


def read_shortfalls(path: Path) -> dict[str, str]:
    """The reasons by bar, as people wrote them; a bar that does not exist is an error."""
    reasons: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    unknown = set(reasons) - {bar.id for bar in bars(Results())}
    if unknown:
        sys.exit(f"{path.name} names bars that do not exist: {', '.join(sorted(unknown))}")
    return reasons


def write() -> str:
    """Write the report; answers its text."""
    text = report(load(RESULTS), read_shortfalls(SHORTFALLS))
    REPORT.write_text(text, encoding="utf-8")
    return text


if __name__ == "__main__":
    print(write())
