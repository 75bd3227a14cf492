"""Where the time of a build goes: `python -m benchmarks.profile` writes PROFILE.md.

Each size is built twice, each time by a new process: without a cache, and after an edit of one figure. The results
stand in `profile.json`, from which the document is written.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.building import tell
from benchmarks.contestants import edited, middle_figure
from benchmarks.machine import description
from benchmarks.measure import CommandFailed
from benchmarks.profiles import write
from benchmarks.report import table
from benchmarks.stages import GROUPS

ROOT = Path(__file__).resolve().parent.parent
RESULTS, DOCUMENT = Path(__file__).parent / "profile.json", Path(__file__).parent / "PROFILE.md"
SIZES = (1_000, 10_000)
LEAST_SHARE = 0.0005
"""A stage that took less of a build than this has no line of its own."""

Row = dict[str, Any]
NS_IN_MS = MB = 1e6

HEAD = f"""\
# 时间用在哪里 Where the time goes

<!-- Written by `python -m benchmarks.profile`; do not edit. -->

由 `python -m benchmarks.profile` 生成，数字无一手填。

Written by `python -m benchmarks.profile`; no figure was typed.

Each table is one build of a fictional collection in one language. All stages ran in one process, so that their times
can be compared; `qingguo build` shares reading and rendering among processes, one for each core, and takes less time
than the sum here. **CPU** is the processor time of the process, **wall** the time by the clock: where it is much more,
the build waited for the disk or for other programs.

A stage's time is its own: what another stage within it takes counts there alone. Timers stand around the functions of
each stage (`stages.py`, `profiled_build.py`). No profiler ran: it would have slowed some stages several times more than
others. What the timers cost is told below each table, and is in its figures. Stages that took less than
{LEAST_SHARE:.2%} of a build have no line of their own. **Memory** is what the process held after each step.
"""


def measure(count: int, work: Path) -> Row:
    """Write a collection of so many figures and build it cold and warm.

    Raises CommandFailed when a build fails, or when the program was changed between the two.
    """
    collection, output = work / f"profile-{count}", work / "profile-output"
    for folder in (collection, output):
        shutil.rmtree(folder, ignore_errors=True)
    tell(f"Writing a collection of {count:,} figures")
    write(count, collection)
    records = sum(1 for folder in ("figures", "sites_map") for _ in (collection / folder).rglob("*.yml")) - 1
    row: Row = {"figures": count, "records": records, "machine": description(ROOT)}
    row["cold"] = _built(collection, output)
    figure = middle_figure(collection)
    figure.write_text(edited(figure.read_text(encoding="utf-8"), "改一次，"), encoding="utf-8")
    row["warm"] = _built(collection, output)
    for folder in (collection, output):
        shutil.rmtree(folder)
    if row["cold"]["program"] != row["warm"]["program"]:
        raise CommandFailed("the program was changed between the two builds")
    return row


def _built(collection: Path, output: Path) -> Row:
    tell(f"Building {collection.name}")
    command = [sys.executable, "-m", "benchmarks.profiled_build", str(collection.resolve()), str(output.resolve())]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise CommandFailed(done.stderr)
    built: Row = json.loads(done.stdout)
    return built


def document(rows: Sequence[Row]) -> str:
    """All results in Markdown."""
    parts = [HEAD]
    for row in rows:
        parts += [f"## {row['figures']:,} figures", _machine(row["machine"])]
        for kind, text in (("cold", "Cold: no cache"), ("warm", "Warm: after an edit of one figure")):
            parts += [f"### {text}", stage_table(row, kind), _below(row[kind], row["records"]), memory_table(row[kind])]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _machine(machine: Mapping[str, str]) -> str:
    values = [machine[name] for name in ("date", "program", "processor", "memory")]
    return "; ".join([*values, *(f"{name} {machine[name]}" for name in ("python", "load at the start"))])


def stage_table(row: Row, kind: str) -> str:
    """Own time of each stage, with the sums of groups and of all."""
    spent, records = row[kind]["spent"], row["records"]
    whole = _sum(spent, spent)
    lines = [_line("**all**", whole, whole, records)]
    for group, names in GROUPS.items():
        there = [name for name in names if name in spent]
        lines.append(_line(f"**{group}**", _sum(spent, there), whole, records))
        if len(names) > 1:
            lines += (_line(name, spent[name], whole, records) for name in there if _is_shown(spent[name], whole))
    return table(["stage", "CPU, ms", "of all", "wall, ms", "CPU per record, ms", "calls"], lines)


def _is_shown(spent: Row, whole: Row) -> bool:
    return any(spent[each] >= LEAST_SHARE * whole[each] for each in ("cpu", "wall"))


def _sum(spent: Mapping[str, Row], names: Iterable[str]) -> Row:
    return {key: sum(spent[name][key] for name in names) for key in ("cpu", "wall", "calls")}


def _line(name: str, spent: Row, whole: Row, records: int) -> list[str]:
    cpu, wall = spent["cpu"] / NS_IN_MS, spent["wall"] / NS_IN_MS
    share = spent["cpu"] / whole["cpu"]
    return [name, f"{cpu:,.1f}", f"{share:.1%}", f"{wall:,.1f}", f"{cpu / records:.3f}", f"{spent['calls']:,}"]


def _below(built: Row, records: int) -> str:
    """What was made, and what the timers cost."""
    spent = built["spent"]
    calls = _sum(spent, spent)["calls"]
    read, rendered, made = (spent[name]["calls"] for name in ("digesting", "frame and metadata", "stamping"))
    return (
        f"Of {records:,} records {read:,} were read and {rendered:,} rendered; of {built['pages']:,} pages {made:,} "
        f"were made. The timers took about {calls * built['clock_ns'] / NS_IN_MS:,.0f} ms of it: {calls:,} calls at "
        f"{built['clock_ns'] / 1000:.1f} µs."
    )


def memory_table(built: Row) -> str:
    """What the process held after each step, and the most that it ever held."""
    before, lines = 0, []
    for step, held in built["memory"].items():
        lines.append([step, f"{held / MB:,.0f}", f"{(held - before) / MB:+,.0f}"])
        before = held
    return table(["after", "memory, MB", "growth, MB"], [*lines, ["**most**", f"{built['peak'] / MB:,.0f}", ""]])


def load() -> list[Row]:
    """The results of earlier runs."""
    rows: list[Row] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else []
    return rows


def main(given: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=list(SIZES), help="numbers of figures; none: document only"
    )
    parser.add_argument(
        "--work", type=Path, default=ROOT / ".cache/profile", help="a folder for collections and output"
    )
    options = parser.parse_args(given)
    options.work.mkdir(parents=True, exist_ok=True)
    rows = {row["figures"]: row for row in load()}
    for count in options.sizes:
        try:
            rows[count] = measure(count, options.work)
        except CommandFailed as failure:
            tell(f"{count:,}: {failure}")
            continue
        text = json.dumps([rows[each] for each in sorted(rows)], indent=1, ensure_ascii=False)
        RESULTS.write_text(text + "\n", encoding="utf-8")
    DOCUMENT.write_text(document([rows[each] for each in sorted(rows)]), encoding="utf-8")


if __name__ == "__main__":
    main()
