"""A Dask cluster on this machine: one scheduler and two workers, each a process of its own."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from distributed import Client

from tests.support.building import REPOSITORY


@dataclass(frozen=True)
class Cluster:
    """A running cluster. `address` is that of its scheduler, as HOST:PORT."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def running_cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Start a cluster that only this machine reaches; its logs go below `folder`."""
    file = folder / "scheduler.json"
    with ExitStack() as stack:

        def start(name: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
            log = stack.enter_context((folder / f"{name}.log").open("wb"))
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "dask", *map(str, arguments), "--no-dashboard", "--host", "127.0.0.1",
                     "--dashboard-address", "127.0.0.1:0"],
                    cwd=REPOSITORY, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                )
            )  # fmt: skip
            stack.callback(process.kill)
            return process

        # Where the test itself is killed, nobody else ends these.
        scheduler = start("scheduler", "scheduler", "--port", "0", "--scheduler-file", file, "--idle-timeout", "300")
        started = [
            start(f"worker-{number}", "worker", "--scheduler-file", file, "--no-nanny", "--nthreads", "1")
            for number in range(workers)
        ]
        address = _address(file, scheduler)
        with Client(f"tcp://{address}", set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
        yield Cluster(address, scheduler, started)


def fail_once(marker: Path) -> str:
    """A job that succeeds when it is tried again."""
    if marker.exists():
        return "done"
    marker.touch()
    raise OSError("the storage did not answer")


def _address(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    for _ in range(600):
        assert scheduler.poll() is None, file.with_name("scheduler.log").read_text(encoding="utf-8")
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"]).removeprefix("tcp://")
        except (FileNotFoundError, ValueError):
            time.sleep(0.1)
    raise TimeoutError(file.with_name("scheduler.log").read_text(encoding="utf-8"))
