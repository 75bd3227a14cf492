"""Builds, measured: every contestant in turn, again and again, on the same collection."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contestants import Contestant, Job, edited, middle_figure, own_command, written
from benchmarks.measure import CommandFailed, Measurement, measured
from benchmarks.results import Runs


@dataclass(frozen=True)
class Plan:
    """How often to run, and when to stop: after a run over `slow_s` seconds a contestant has only `slow_runs`."""

    runs: int = 5
    slow_s: float = 180
    slow_runs: int = 2
    timeout_s: float = 3600


def tell(text: str) -> None:
    """One line of progress."""
    print(text, file=sys.stderr, flush=True)


def build_all(contestants: Sequence[Contestant], count: int, collection: Path, work: Path, plan: Plan) -> list[Runs]:
    """Every contestant in turn, as many rounds as the plan says. `count` is that of the figures, 0 the real site."""
    cold = {each.name: Runs(each.name, count, "cold") for each in contestants}
    warm = Runs("qingguo", count, "warm")
    for _ in range(plan.runs):
        for contestant in contestants:
            runs = cold[contestant.name]
            if _has_enough(runs, plan):
                continue
            job = Job(collection, work / "output", work / "work")
            contestant.prepare(job)
            environment = contestant.environment(job) or None
            try:
                cost = measured(contestant.command(job), contestant.folder, environment, plan.timeout_s)
            except CommandFailed as failure:
                runs.failure = str(failure)
                tell(f"{contestant.label}, {count:,}: {failure}")
                continue
            _take(runs, cost, job)
            if contestant.name == "qingguo" and not cost.timed_out:
                _rebuild(warm, job, len(runs.wall_s), plan)
            shutil.rmtree(job.output, ignore_errors=True)
    return [*cold.values(), warm]


def _has_enough(runs: Runs, plan: Plan) -> bool:
    slow = any(wall > plan.slow_s for wall in runs.wall_s)
    return bool(runs.failure) or (slow and len(runs.wall_s) >= plan.slow_runs)


def _take(runs: Runs, cost: Measurement, job: Job) -> None:
    if cost.timed_out:
        runs.failure = f"stopped after {cost.wall_s:.0f} s"
        return
    runs.wall_s.append(round(cost.wall_s, 3))
    runs.cpu_s.append(round(cost.cpu_s, 3))
    runs.pss_bytes.append(cost.pss_bytes)
    runs.rss_bytes.append(cost.rss_bytes)
    runs.files, runs.bytes = written(job.output)
    tell(
        f"{runs.contestant:14} {runs.count:>7,} {runs.kind}: {cost.wall_s:8.2f} s wall, {cost.cpu_s:8.2f} s CPU, "
        f"{cost.pss_bytes / 1e6:7.0f} MB"
    )


def _rebuild(warm: Runs, job: Job, number: int, plan: Plan) -> None:
    """Build again after an edit of one figure; the figure is as before afterwards."""
    figure = middle_figure(job.collection)
    before = figure.read_text(encoding="utf-8")
    figure.write_text(edited(before, f"改第{number}次，"), encoding="utf-8")
    try:
        _take(warm, measured(own_command(job), timeout_s=plan.timeout_s), job)
    except CommandFailed as failure:
        warm.failure = str(failure)
    finally:
        figure.write_text(before, encoding="utf-8")
