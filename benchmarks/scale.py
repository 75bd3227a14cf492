"""How a build grows with the collection, and what of it the driver of a cluster does: `python -m benchmarks.scale`.

Every size is built once by this machine alone, and once on a Dask cluster of two workers on it, of which only the
driver is measured. The results stand in `scale.json`; the tables go into `docs/scale.md` between its markers.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.building import tell
from benchmarks.contestants import CONTESTANTS, Job, own_command, written
from benchmarks.machine import description
from benchmarks.measure import CommandFailed, Measurement, measured
from benchmarks.profiles import write

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).parent / "scale.json"
DOCUMENT = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000)
IN_FOLDERS = 20_000
MILLION = 1_000_000
ENOUGH = 30_000
"""From so many figures on, a projection to a million is worth a look."""

Row = dict[str, Any]


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[str]:
    """A Dask cluster on this machine while it is needed; answers its name as an engine."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    common = ["--no-dashboard", "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"]
    commands = [["scheduler", "--port", "0", "--scheduler-file", str(file)]]
    commands += [["worker", "--scheduler-file", str(file), "--no-nanny", "--nthreads", "1"]] * workers
    with ExitStack() as stack:
        for command in commands:
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "dask", *command, *common],
                    cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )
            )  # fmt: skip
            stack.callback(process.kill)
        while not file.exists() or not file.stat().st_size:
            time.sleep(0.1)
        address = json.loads(file.read_text(encoding="utf-8"))["address"]
        yield str(address).replace("tcp://", "dask://")


def measure(count: int, work: Path, timeout_s: float) -> Row:
    """Write a collection of so many figures and build it both ways. Raises CommandFailed."""
    collection = work / f"collection-{count}"
    tell(f"Writing a collection of {count:,} figures")
    write(count, collection, shards=count >= IN_FOLDERS)
    _, input_bytes = written(collection)
    records = sum(1 for folder in ("figures", "sites_map") for _ in (collection / folder).rglob("*.yml")) - 1
    job = Job(collection, work / "output", work / "work")
    row: Row = {"figures": count, "records": records, "input_bytes": input_bytes}
    row |= _built(own_command(job), job, timeout_s, "")
    with cluster(work) as engine:
        row |= _built([*own_command(job), "--engine", engine], job, timeout_s, "driver_")
    shutil.rmtree(job.output, ignore_errors=True)
    shutil.rmtree(collection)
    return row | {"machine": description(ROOT)}


def _built(command: Sequence[str | Path], job: Job, timeout_s: float, prefix: str) -> Row:
    CONTESTANTS[0].prepare(job)
    cost: Measurement = measured(command, timeout_s=timeout_s)
    if cost.timed_out:
        raise CommandFailed(f"stopped after {cost.wall_s:.0f} s")
    tell(f"{prefix or 'alone '}: {cost.wall_s:.1f} s wall, {cost.cpu_s:.1f} s CPU, {cost.pss_bytes / 1e6:.0f} MB")
    row = {"wall_s": round(cost.wall_s, 2), "cpu_s": round(cost.cpu_s, 2), "pss_bytes": cost.pss_bytes}
    row["files"], row["bytes"] = written(job.output)
    return {prefix + name: value for name, value in row.items()}


def projected(rows: Sequence[Row], count: int) -> Row | None:
    """What the straight line through the two largest sizes says of another; None where they are too few or small."""
    if len(rows) < 2 or rows[-1]["figures"] < ENOUGH:
        return None
    one, other = rows[-2:]
    share = (count - one["figures"]) / (other["figures"] - one["figures"])
    names = [name for name, value in one.items() if isinstance(value, int | float)]
    return {name: one[name] + share * (other[name] - one[name]) for name in names}


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as a table in Markdown, with the projection to a million at its end."""
    yield "| figures | records | YAML, MB | time, s | CPU, s | CPU per record, ms | memory, MB | files | site, GB |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for row, mark in _with_projection(rows):
        yield (
            f"| {mark}{row['figures']:,.0f} | {row['records']:,.0f} | {row['input_bytes'] / 1e6:,.0f} "
            f"| {row['wall_s']:,.1f} | {row['cpu_s']:,.1f} | {1000 * row['cpu_s'] / row['records']:.2f} "
            f"| {row['pss_bytes'] / 1e6:,.0f} | {row['files']:,.0f} | {row['bytes'] / 1e9:,.2f} |"
        )


def driver_table(rows: Sequence[Row]) -> Iterator[str]:
    """What the driver of a cluster needs by itself."""
    yield "| figures | time of the build, s | CPU of the driver, s | of all CPU alone | memory of the driver, MB |"
    yield "|---:|---:|---:|---:|---:|"
    for row, mark in _with_projection(rows):
        yield (
            f"| {mark}{row['figures']:,.0f} | {row['driver_wall_s']:,.1f} | {row['driver_cpu_s']:,.1f} "
            f"| {100 * row['driver_cpu_s'] / row['cpu_s']:.0f} % | {row['driver_pss_bytes'] / 1e6:,.0f} |"
        )


def _with_projection(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    yield from ((row, "") for row in rows)
    line = projected(rows, MILLION)
    if line is not None:
        yield line, "*projected:* "


def section(rows: Sequence[Row]) -> str:
    """All that is measured, as it stands in the document."""
    lines = [
        "Built by one machine:",
        "",
        *table(rows),
        "",
        "Built on a cluster of two workers on the same machine:",
        "",
    ]
    lines += [*driver_table(rows), "", "Measured, each size once, with:", ""]
    lines += dict.fromkeys(f"- {_machine(row['machine'])}" for row in rows)
    return "\n".join(lines)


def _machine(machine: Mapping[str, str]) -> str:
    named = ("python", "load at the start")
    values = [machine[name] for name in ("date", "program", "processor", "memory")]
    return "; ".join(values + [f"{name} {machine[name]}" for name in named])


def update(document: str, rows: Sequence[Row]) -> str:
    """The document with these results between its markers."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{section(rows)}\n\n{END}{after}"


def load() -> list[Row]:
    """The results of earlier runs."""
    rows: list[Row] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else []
    return rows


def main(given: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=list(SIZES), help="numbers of figures; none: tables only"
    )
    parser.add_argument("--timeout", type=float, default=7200, help="seconds after which a build is stopped")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache/scale", help="a folder for collections and output")
    options = parser.parse_args(given)
    options.work.mkdir(parents=True, exist_ok=True)
    rows = {row["figures"]: row for row in load()}
    for count in options.sizes:
        try:
            rows[count] = measure(count, options.work, options.timeout)
        except CommandFailed as failure:
            tell(f"{count:,}: {failure}")
            continue
        text = json.dumps([rows[each] for each in sorted(rows)], indent=1, ensure_ascii=False)
        RESULTS.write_text(text + "\n", encoding="utf-8")
    document = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(update(document, [rows[each] for each in sorted(rows)]), encoding="utf-8")


if __name__ == "__main__":
    main()
