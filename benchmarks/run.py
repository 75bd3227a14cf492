"""The whole benchmark: `python -m benchmarks.run [--sizes 1000 10000] [--runs 5] …`, or `make bench ARGS=…`."""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.browser import measure_browser
from benchmarks.building import Plan, build_all, tell
from benchmarks.contestants import CONTESTANTS, Job, own_command
from benchmarks.machine import CHANGED, description
from benchmarks.measure import CommandFailed, measured
from benchmarks.page_weight import figure_pages
from benchmarks.preview import PreviewFailed, measure_preview
from benchmarks.profiles import write
from benchmarks.report import RESULTS
from benchmarks.report import write as write_report
from benchmarks.results import Results, load

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("builds", "real", "preview", "browser")
SIZES = (1_000, 10_000, 100_000)
IN_FOLDERS = 20_000
"""From so many figures on, their files lie in folders of a thousand."""
PREVIEWED = 10_000


def arguments_of(given: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of figures")
    parser.add_argument("--runs", type=int, default=5, help="runs of each contestant")
    parser.add_argument("--slow", type=float, default=180, help="seconds after which a contestant has only two runs")
    parser.add_argument("--timeout", type=float, default=3600, help="seconds after which a run is stopped")
    parser.add_argument("--only", nargs="+", choices=[each.name for each in CONTESTANTS], help="contestants")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--sample", type=int, default=200, help="figures to search for")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--work", type=Path, default=ROOT / ".cache/benchmark", help="a folder for collections and output"
    )
    return parser.parse_args(given)


class Benchmark:
    """One run of the benchmark. Results are saved after each step, so that a stop loses little.

    What this run does not measure stays as an earlier run left it, if that was of the same program.
    """

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.work: Path = options.work
        self.plan = Plan(options.runs, options.slow, timeout_s=options.timeout)
        machine = description(ROOT)
        earlier = load(RESULTS) if RESULTS.exists() else Results()
        same = earlier.machine.get("program") == machine["program"] and CHANGED not in machine["program"]
        self.results = earlier if same else Results()
        self.results.machine = machine

    def run(self) -> None:
        """Everything that the options ask for."""
        self.work.mkdir(parents=True, exist_ok=True)
        parts = self.options.parts
        if "real" in parts:
            self.real()
        for count in self.options.sizes:
            collection = self.work / f"collection-{count}"
            tell(f"Writing a collection of {count:,} figures")
            write(count, collection, self.options.seed, shards=count >= IN_FOLDERS)
            if "builds" in parts:
                self.builds(count, collection)
            if "browser" in parts:
                self.browser(count, collection)
            if "preview" in parts and count == PREVIEWED:
                self.preview(count, collection)
            shutil.rmtree(collection)

    def builds(self, count: int, collection: Path) -> None:
        """The contestants on one fictional collection."""
        wanted = [
            contestant
            for contestant in CONTESTANTS
            if (not self.options.only or contestant.name in self.options.only)
            and (contestant.largest is None or count <= contestant.largest)
        ]
        self._keep_builds(count, [each.name for each in wanted])
        self.results.builds += build_all(wanted, count, collection, self.work, self.plan)
        self._save()

    def real(self) -> None:
        """The real site: builds, weight of its pages, preview."""
        collection = self.work / "collection-real"
        shutil.rmtree(collection, ignore_errors=True)
        collection.mkdir()
        # A copy, so that the edit and the removal of the cache touch nobody's work.
        shutil.copy(ROOT / "mkdocs.yml", collection)
        for folder in ("figures", "sites_map", "content"):
            shutil.copytree(ROOT / folder, collection / folder)
        if "builds" in self.options.parts:
            self._keep_builds(0, ["qingguo"])
            self.results.builds += build_all(CONTESTANTS[:1], 0, collection, self.work, self.plan)
        output = self._built(collection)
        if output is not None:
            self.results.page = figure_pages(output)
        if "preview" in self.options.parts:
            self.preview(0, collection)
        self._save()

    def browser(self, count: int, collection: Path) -> None:
        """The search of one collection."""
        output = self._built(collection)
        if output is None:
            return
        self.results.browser = [entry for entry in self.results.browser if entry["figures"] != count]
        self.results.browser.append(measure_browser(output, collection, count, self.options.sample))
        self._save()

    def preview(self, count: int, collection: Path) -> None:
        """The preview of one collection."""
        self.results.previews = [entry for entry in self.results.previews if entry["figures"] != count]
        try:
            self.results.previews.append(measure_preview(collection, count, self.plan.runs))
        except PreviewFailed as failure:
            tell(f"preview, {count:,}: {failure}")
        self._save()

    def _built(self, collection: Path) -> Path | None:
        output = self.work / "output"
        shutil.rmtree(output, ignore_errors=True)
        try:
            measured(own_command(Job(collection, output, self.work / "work")), timeout_s=self.plan.timeout_s)
        except CommandFailed as failure:
            tell(str(failure))
            return None
        return output

    def _keep_builds(self, count: int, contestants: Sequence[str]) -> None:
        """Forget the runs that are about to be repeated."""
        self.results.builds = [
            runs for runs in self.results.builds if (runs.count, runs.contestant in contestants) != (count, True)
        ]

    def _save(self) -> None:
        self.results.builds.sort(key=lambda runs: runs.count)
        for entries in (self.results.browser, self.results.previews):
            entries.sort(key=lambda entry: int(entry["figures"]))
        self.results.save(RESULTS)


def main(given: Sequence[str] | None = None) -> None:
    """The command."""
    Benchmark(arguments_of(given)).run()
    print(write_report())


if __name__ == "__main__":
    main()
