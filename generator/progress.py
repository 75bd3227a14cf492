"""Progress of long work: a moving line on a terminal, plain lines elsewhere, always on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[str, int, int], None]


def _plain(step: str, done: int, total: int) -> None:
    counted = f" {done}/{total}" if total else ""
    if not total or done in (0, total):
        print(f"{step}{counted}", file=sys.stderr, flush=True)


@contextmanager
def watched() -> Iterator[Report]:
    """Give a function to report steps to; the line of a terminal is cleared at the end."""
    if not sys.stderr.isatty():
        yield _plain
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
    ) as display:
        task = display.add_task("", total=None)
        last = 0.0

        def report(step: str, done: int, total: int) -> None:
            nonlocal last
            if time.monotonic() - last > 0.05 or done in (0, total):
                display.update(task, description=step, completed=done, total=total or None)
                last = time.monotonic()

        yield report
