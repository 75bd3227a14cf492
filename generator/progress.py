"""Progress of long work: a moving line on a terminal, plain lines elsewhere, always on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.language.locale import interface_language

Report = Callable[[str, int, int], None]

_STEPS = {
    "read": ("读取与审校", "Reading and reviewing"),
    "gather": ("整理各页", "Gathering pages"),
    "stamp": ("生成各页", "Writing pages"),
    "check": ("检查全站", "Checking the site"),
    "publish": ("发布", "Publishing"),
}


def _name(step: str) -> str:
    return _STEPS[step][0 if interface_language() == "zh" else 1]


def plain(step: str, done: int, total: int) -> None:
    """One line for a step without number, and one for the end of a step that counts."""
    if not total or done == total:
        print(f"{_name(step)}{f' {done}/{total}' if total else ''}", file=sys.stderr, flush=True)


@contextmanager
def watched() -> Iterator[Report]:
    """Give a function to report steps to; the line of a terminal is cleared at the end."""
    if not sys.stderr.isatty():
        yield plain
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
                display.update(task, description=_name(step), completed=done, total=total or None)
                last = time.monotonic()

        yield report
