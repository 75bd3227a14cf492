"""The live preview, measured from outside: the time from saving a file until the address answers with the new page."""

import signal
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from typing import Any

from benchmarks.contestants import PROGRAMS, edited, middle_figure


class PreviewFailed(Exception):
    """The preview did not start, or an edit did not show in time."""


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def fetched(address: str) -> str | None:
    """The page at an address; None while nothing answers."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            text: str = answer.read().decode("utf-8", "replace")
            return text
    except (urllib.error.URLError, OSError):
        return None


def wait_for(address: str, wording: str, timeout_s: float, process: "subprocess.Popen[bytes]") -> float:
    """Ask until the page has the wording; answers the seconds. Raises PreviewFailed."""
    begin = time.monotonic()
    while time.monotonic() - begin < timeout_s:
        if wording in (fetched(address) or ""):
            return time.monotonic() - begin
        if process.poll() is not None:
            raise PreviewFailed(f"qingguo serve ended with {process.returncode}")
        time.sleep(0.01)
    raise PreviewFailed(f"{address} did not show the edit within {timeout_s:.0f} s")


@contextmanager
def _serving(root: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    command: list[str | Path] = [PROGRAMS / "qingguo", "serve", "--root", root, "--port", str(port)]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def measure_preview(root: Path, count: int, edits: int = 5, timeout_s: float = 900) -> dict[str, Any]:
    """Serve a collection and edit one figure so many times. Answers seconds: `start_s`, `edits_s`, `median_s`."""
    figure = middle_figure(root)
    before = figure.read_text(encoding="utf-8")
    port = free_port()
    address = f"http://127.0.0.1:{port}/figures/{figure.stem}/"
    with _serving(root, port) as process:
        try:
            start = wait_for(address, "<h1", timeout_s, process)
            times = []
            for number in range(1, edits + 1):
                # A watcher needs a moment of quiet between two edits, as an editor leaves it.
                time.sleep(0.5)
                marker = f"改第{number}次，"
                figure.write_text(edited(before, marker), encoding="utf-8")
                times.append(wait_for(address, marker, timeout_s, process))
        finally:
            figure.write_text(before, encoding="utf-8")
    rounded = [round(seconds, 3) for seconds in times]
    return {"figures": count, "start_s": round(start, 3), "edits_s": rounded, "median_s": statistics.median(rounded)}
