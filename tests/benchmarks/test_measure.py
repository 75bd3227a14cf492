"""The measurer counts the whole process tree: CPU time of children, of orphans, and memory with shared pages once."""

import sys
from pathlib import Path

import pytest

from benchmarks.measure import CommandFailed, measured

SPIN = "import time; e = time.process_time() + {seconds}\nwhile time.process_time() < e: pass"
MB = 1_000_000


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_time_of_a_child_counts() -> None:
    child = SPIN.format(seconds=0.4)
    cost = measured(python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"))
    assert 0.4 <= cost.cpu_s < 2
    assert cost.processes == 2
    assert cost.wall_s >= 0.4


def test_the_time_of_a_child_that_outlives_its_parent_counts() -> None:
    child = SPIN.format(seconds=0.4)
    cost = measured(python(f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {child!r}])"))
    assert cost.cpu_s >= 0.4
    # The command itself ended long before.
    assert cost.wall_s < cost.cpu_s


def test_the_memory_of_two_processes_is_summed() -> None:
    hold = "import time; block = b'x' * 60_000_000; time.sleep(0.5)"
    cost = measured(python(f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {hold!r}]); {hold}"))
    assert 120 * MB < cost.pss_bytes < 220 * MB


def test_memory_that_a_fork_shares_counts_once() -> None:
    # Long enough to be looked at on a machine that has other things to do.
    code = "import os, time\nblock = b'x' * 90_000_000\nif os.fork() == 0: time.sleep(3); os._exit(0)\nos.wait()"
    cost = measured(python(code))
    assert 90 * MB < cost.pss_bytes < 150 * MB
    assert cost.rss_bytes > 180 * MB


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(CommandFailed, match="no such thing"):
        measured(python("import sys; sys.exit('no such thing')"))


def test_a_command_over_time_is_stopped_and_says_so() -> None:
    cost = measured(python("import time; time.sleep(60)"), timeout_s=0.3)
    assert cost.timed_out
    assert cost.wall_s < 10


def test_the_command_runs_in_the_given_folder(tmp_path: Path) -> None:
    measured(python("open('here', 'w')"), folder=tmp_path)
    assert (tmp_path / "here").exists()
