"""The report on Lighthouse's scores and on the weight of record pages: `docs/lighthouse.md`, written by program."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tools.page_weight import LIMIT, PageWeight
from tools.processes import ROOT

REPORT = ROOT / "docs" / "lighthouse.md"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
"""Lighthouse's categories, and how a reader is told of them."""

METRICS = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
    "speed-index": "speed index",
}


@dataclass(frozen=True)
class Measure:
    """What Lighthouse says of one page on one device.

    `scores` are per category, from 0 to 100, the medians of all runs; `metrics` the medians in milliseconds (layout
    shift: without unit); `lost` names the audits that cost points in any run, with what Lighthouse shows for each.
    """

    page: str
    device: str
    scores: Mapping[str, int]
    metrics: Mapping[str, float]
    lost: Sequence[str]

    @property
    def is_perfect(self) -> bool:
        """Whether no category is below 100."""
        return all(score == 100 for score in self.scores.values())


def table(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """A Markdown table; all columns but the first two stand at the right."""
    rule = ["---" if index < 2 else "---:" for index in range(len(head))]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [head, rule, *rows])


def _row(measure: Measure) -> list[str | int]:
    shown = [
        f"{value:.3f}" if name == "cumulative-layout-shift" else f"{value:,.0f} ms"
        for name, value in ((name, measure.metrics[name]) for name in METRICS)
    ]
    return [f"`/{measure.page}`", measure.device, *(measure.scores[name] for name in CATEGORIES), *shown]


def _verdict(measures: Sequence[Measure]) -> str:
    short = [measure for measure in measures if not measure.is_perfect]
    if not short:
        return "Every category of every page is 100."
    lines = [
        f"- `/{measure.page}` ({measure.device}): {'; '.join(measure.lost) or 'no single audit'}" for measure in short
    ]
    return "\n".join(["Below 100, with the audits that cost points in any run:", "", *lines])


def _weights(records: Sequence[PageWeight]) -> str:
    heaviest, count = records[0], len(records)
    over = sum(record.html >= LIMIT for record in records)
    return (
        f"The HTML of the {count:,} record pages in gzip: at most {heaviest.html:,} bytes (`/{heaviest.path}`), "
        f"median {records[count // 2].html:,}; {over} reach the limit of {LIMIT:,}. A page is painted with its "
        f"HTML and at most {max(record.styles for record in records):,} bytes of style sheets, which the "
        "other pages share. Fonts and scripts come after that."
    )


def report(measures: Sequence[Measure], records: Sequence[PageWeight], versions: str, runs: int) -> str:
    """The whole report as Markdown. `records` has the heaviest page first; `versions` names what measured."""
    now = datetime.now(UTC)
    times = "once" if runs == 1 else f"{runs} times; the median counts"
    head = ["page", "device", *CATEGORIES.values(), *METRICS.values()]
    return (
        "\n\n".join(
            [
                "# Lighthouse",
                f"Written by `make lighthouse` on {now:%Y-%m-%d}; not edited by hand. {versions}.",
                f"Each page was measured {times}. The site lay on this machine as it is published, sent in gzip. "
                "The browser has a Chinese font of its own, as every reader's device does.",
                table(head, map(_row, measures)),
                _verdict(measures),
                "## Record pages",
                _weights(records),
                "",
            ]
        ).rstrip("\n")
        + "\n"
    )


def write_report(measures: Sequence[Measure], records: Sequence[PageWeight], versions: str, runs: int) -> str:
    """Write the report to its place; answers its text."""
    text = report(measures, records, versions, runs)
    REPORT.write_text(text, encoding="utf-8", newline="\n")
    return text
