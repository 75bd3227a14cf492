"""Lighthouse on the fixed pages of the public site: `python -m tools.lighthouse [--runs N] [TREE]`.

The tree is served on this machine, compressed, and nothing else can be reached. Each page is measured as a phone and
as a desktop, `N` times (3 unless told), and the median counts, since a busy machine blurs the timings of one run. The
table and the audits that cost points are printed and written to `docs/lighthouse.md`; the exit status is 1 when a
category of a page is below 100.
"""

import argparse
import json
import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tools import browser, node
from tools.lighthouse_report import CATEGORIES, METRICS, Measure, write_report
from tools.messages import Problem, say, tell
from tools.page_weight import weigh_records
from tools.processes import CACHE, ROOT, answer_of, status_of
from tools.reader_fonts import ensure_reader_fonts
from tools.static_server import serving

PAGES = (
    "",
    "figures/",
    "figures/zhao-yuanren/",
    "lane/",
    "search/",
    "en/figures/zhao-yuanren/",
)
"""Home, the list of figures, one figure, the lane, search; and the figure in English."""

DEVICES = ("mobile", "desktop")
TREE = ROOT / "dist" / "public"
RESULTS = CACHE / "lighthouse"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-component-update",
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'",
)


def lost_points(report: Mapping[str, Any]) -> list[str]:
    """The audits that cost points: those with a weight in a category below 100, and less than their full score."""
    lost: dict[str, str] = {}
    for name in CATEGORIES:
        category = report["categories"][name]
        if category["score"] == 1:
            continue
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] > 0 and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue") or audit["title"]
                lost[audit["id"]] = f"{name}: {audit['id']} ({shown})".replace("\u00a0", " ")
    return list(lost.values())


def summary(page: str, device: str, reports: Sequence[Mapping[str, Any]]) -> Measure:
    """The median of several reports on one page; raises `Problem` when Lighthouse could not judge a category."""
    for report in reports:
        failed = [name for name in CATEGORIES if report["categories"][name]["score"] is None]
        if failed:
            reason = report.get("runtimeError", {}).get("message", ", ".join(failed))
            raise Problem(
                say(f"Lighthouse 无法评定 /{page}：{reason}", f"Lighthouse could not judge /{page}: {reason}")
            )
    scores = {
        name: round(100 * statistics.median_low([report["categories"][name]["score"] for report in reports]))
        for name in CATEGORIES
    }
    metrics = {
        name: statistics.median_low([report["audits"][name]["numericValue"] for report in reports]) for name in METRICS
    }
    lost = dict.fromkeys(audit for report in reports for audit in lost_points(report))
    return Measure(page, device, scores, metrics, list(lost))


def run_lighthouse(address: str, device: str, target: Path) -> Mapping[str, Any]:
    """Run Lighthouse once; answers its report, which is kept in `target`. Raises `Problem` when it fails."""
    program, _ = node.programs()
    command: list[str | Path] = [
        program,
        node.MODULES / "lighthouse" / "cli" / "index.js",
        address,
        "--quiet",
        "--output=json",
        f"--output-path={target}",
        "--no-enable-error-reporting",
        "--disable-full-page-screenshot",
        f"--chrome-flags={' '.join(FLAGS)}",
        *(["--preset=desktop"] if device == "desktop" else []),
    ]
    target.unlink(missing_ok=True)
    fonts = ensure_reader_fonts(RESULTS)
    status = status_of(command, {**os.environ, **fonts, "CHROME_PATH": str(browser.path())})
    if status != 0 or not target.is_file():
        raise Problem(say(f"Lighthouse 没有完成：{address}", f"Lighthouse did not finish: {address}"))
    report: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return report


def measure(origin: str, page: str, device: str, runs: int) -> Measure:
    """Measure one page on one device, and tell the scores."""
    name = page.strip("/").replace("/", "-") or "home"
    reports = [run_lighthouse(origin + page, device, RESULTS / f"{name}-{device}-{run}.json") for run in range(runs)]
    measured = summary(page, device, reports)
    numbers = " ".join(f"{measured.scores[category]:>3}" for category in CATEGORIES)
    tell(*(f"{numbers}  {device:<7}  /{page}",) * 2)
    for audit in measured.lost:
        tell(*(f"  {audit}",) * 2)
    return measured


def versions(report: Path) -> str:
    """The programs that measured, as they name themselves: `Lighthouse 1.2.3, Chromium 4.5.6, Node v7.8.9`."""
    lighthouse = json.loads(report.read_text(encoding="utf-8"))["lighthouseVersion"]
    program, _ = node.programs()
    chromium = answer_of([browser.path(), "--version"]) or "Chromium"
    return f"Lighthouse {lighthouse}, {chromium}, Node {answer_of([program, '--version'])}"


def main(arguments: Sequence[str]) -> int:
    """Measure every fixed page of a tree and write the report; answers the exit status."""
    parser = argparse.ArgumentParser(prog="make lighthouse", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tree", nargs="?", type=Path, default=TREE)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", nargs="+", default=PAGES, help="other pages than the fixed ones; writes no report")
    options = parser.parse_args(arguments)
    if not (options.tree / "index.html").is_file():
        tell(
            f"{options.tree} 中没有网站；请先运行 make build。",
            f"There is no site in {options.tree}; run `make build` first.",
        )
        return 2
    RESULTS.mkdir(parents=True, exist_ok=True)
    with serving(options.tree) as origin:
        measures = [measure(origin, page, device, options.runs) for device in DEVICES for page in options.pages]
    if tuple(options.pages) == PAGES:
        print(
            write_report(measures, weigh_records(options.tree), versions(RESULTS / "home-mobile-0.json"), options.runs)
        )
    return 0 if all(measured.is_perfect for measured in measures) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Problem as problem:
        tell(*("Error: " + str(problem),) * 2)
        sys.exit(1)
