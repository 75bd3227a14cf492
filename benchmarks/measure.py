"""Run a command and say what its whole process tree cost: wall and CPU time, and memory with shared pages counted once.

`python -m benchmarks.measure RESULT FOLDER SECONDS -- COMMAND …` supervises one (Linux only): as the reaper of every
descendant it counts also those that outlive their parent. `measured()` starts such a supervisor.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

INTERVAL_S = 0.02
"""The pause between two samples of memory, unless a sample itself takes long."""
_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
_ROOT = Path(__file__).resolve().parent.parent


class CommandFailed(Exception):
    """The measured command did not end well; the text is the end of what it printed."""


@dataclass(frozen=True)
class Measurement:
    """What one run cost: seconds, and bytes at the peak.

    `pss_bytes` is the proportional set size summed over the tree, `rss_bytes` the resident size summed (which counts a
    shared page once for each process). CPU time is that of user and system together, of all processes that ended.
    """

    wall_s: float
    cpu_s: float
    pss_bytes: int
    rss_bytes: int
    processes: int
    status: int
    timed_out: bool


def measured(
    command: Sequence[str | Path],
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    timeout_s: float = 3600,
) -> Measurement:
    """Run `command` in `folder`. Raises CommandFailed unless it ends with status 0; a run over time is no failure."""
    with tempfile.TemporaryDirectory() as temporary:
        result, log = Path(temporary, "result.json"), Path(temporary, "log")
        supervisor = [
            sys.executable,
            "-m",
            "benchmarks.measure",
            str(result),
            str(folder or Path.cwd()),
            str(timeout_s),
        ]
        with log.open("wb") as output:
            subprocess.run(
                [*supervisor, "--", *map(str, command)],
                cwd=_ROOT,
                env=dict(environment) if environment is not None else None,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        text = log.read_text(encoding="utf-8", errors="replace")
        if not result.exists():
            raise CommandFailed(text[-2000:])
        measurement = Measurement(**json.loads(result.read_text(encoding="utf-8")))
    if measurement.status != 0 and not measurement.timed_out:
        raise CommandFailed(f"{' '.join(map(str, command))} ended with {measurement.status}:\n{text[-2000:]}")
    return measurement


def descendants(process: int) -> list[int]:
    """The ids of all processes below one, as far as they still exist."""
    found: list[int] = []
    try:
        children = [
            int(child)
            for task in os.listdir(f"/proc/{process}/task")
            for child in Path(f"/proc/{process}/task/{task}/children").read_text().split()
        ]
    except OSError:
        return found
    for child in children:
        found += [child, *descendants(child)]
    return found


def memory(process: int) -> tuple[int, int]:
    """The proportional and the resident set size of a process in bytes; zeros when it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return 0, 0
    sizes = {name: int(value.split()[0]) * 1024 for name, value in (line.split(":", 1) for line in lines)}
    return sizes.get("Pss", 0), sizes.get("Rss", 0)


class _Supervisor:
    """Starts one command, samples its tree, and reaps every process of it."""

    def __init__(self, command: Sequence[str], folder: str, timeout_s: float) -> None:
        if ctypes.CDLL(None, use_errno=True).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")
        self.pss = self.rss = self.processes = 0
        self.cpu = 0.0
        self.status = 0
        self.timed_out = False
        self.begin = time.monotonic()
        self.timeout_s = timeout_s
        self.first = subprocess.Popen(command, cwd=folder).pid
        self.end = self.begin

    def run(self) -> Measurement:
        """Wait for the whole tree. The wall time is that of the command itself, not of a daemon it left behind."""
        while self._reap():
            before = time.monotonic()
            if before - self.begin > self.timeout_s:
                self._stop()
            self._sample()
            # Reading the map of a large process stops it for a while: at most a tenth of the time goes there.
            time.sleep(max(INTERVAL_S, 9 * (time.monotonic() - before)))
        wall = self.end - self.begin
        return Measurement(wall, self.cpu, self.pss, self.rss, self.processes, self.status, self.timed_out)

    def _reap(self) -> bool:
        """Count the processes that ended; False when none is left."""
        while True:
            try:
                process, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return False
            if process == 0:
                return True
            # A process that was waited for by its parent stands in the usage of that parent.
            self.cpu += usage.ru_utime + usage.ru_stime
            if process == self.first:
                self.end = time.monotonic()
                self.status = os.waitstatus_to_exitcode(status)

    def _sample(self) -> None:
        tree = descendants(os.getpid())
        sizes = [memory(process) for process in tree]
        self.pss = max(self.pss, sum(pss for pss, _ in sizes))
        self.rss = max(self.rss, sum(rss for _, rss in sizes))
        self.processes = max(self.processes, len(tree))

    def _stop(self) -> None:
        self.timed_out = True
        for process in descendants(os.getpid()):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue


def main(arguments: Sequence[str]) -> None:
    """The supervisor: result file, folder, time-out in seconds, `--`, command."""
    result, folder, timeout_s, _, *command = arguments
    measurement = _Supervisor(command, folder, float(timeout_s)).run()
    Path(result).write_text(json.dumps(asdict(measurement)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
