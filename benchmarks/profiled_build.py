"""One build in this process with a timer around each stage: `python -m benchmarks.profiled_build ROOT OUTPUT`.

It prints JSON. A stage's time is its own: what a stage within it takes counts there alone. The timers read the
processor time and the clock twice for each call of a stage; a profiler would do so for each call of any function.
"""

import gc
import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from inspect import isgeneratorfunction
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.stages import IMPORTS, REST, STAGES, START, STEPS, Label


def _now() -> tuple[int, int]:
    return time.process_time_ns(), time.perf_counter_ns()


class Spent(NamedTuple):
    """Own time of a stage in nanoseconds, and how often it was called."""

    cpu: int = 0
    wall: int = 0
    calls: int = 0


class Clock:
    """Counts the own time of whatever is under way."""

    def __init__(self, now: Callable[[], tuple[int, int]] = _now, begin: tuple[int, int] | None = None) -> None:
        """`now` answers processor time and wall time in nanoseconds; `begin` is what it answered at the beginning."""
        self.spent: dict[str, Spent] = {}
        self._now = now
        self._stack = [REST]
        self._since = now() if begin is None else begin

    def turn(self) -> None:
        """Give the time since the last turn to what is under way."""
        now = self._now()
        name, since = self._stack[-1], self._since
        cpu, wall, calls = self.spent.get(name, Spent())
        self.spent[name] = Spent(cpu + now[0] - since[0], wall + now[1] - since[1], calls)
        self._since = now

    def within(self, label: Label, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, timed. What a generator does between two values is not its own time."""

        @wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            name = label if isinstance(label, str) else label(*arguments)
            self.turn()
            self._stack.append(name)
            cpu, wall, calls = self.spent.get(name, Spent())
            self.spent[name] = Spent(cpu, wall, calls + 1)
            try:
                return function(*arguments, **named)
            finally:
                self.turn()
                self._stack.pop()

        if not isgeneratorfunction(function):
            return timed

        @wraps(function)
        def each(*arguments: Any, **named: Any) -> Iterator[Any]:
            take, end = self.within(label, next), object()
            values = function(*arguments, **named)
            while (value := take(values, end)) is not end:
                yield value

        return each


def replace(name: str, wrap: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Put another function in the place of `module:name` or `module:Class.name`. Raises AttributeError."""
    module, _, path = name.partition(":")
    owner: Any = importlib.import_module(module)
    *outer, last = path.split(".")
    for each in outer:
        owner = getattr(owner, each)
    plain = vars(owner).get(last)
    # A class method is bound already where it is looked up.
    made = wrap(getattr(owner, last))
    setattr(owner, last, staticmethod(made) if isinstance(plain, classmethod | staticmethod) else made)


def resident() -> int:
    """The memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _age_ns() -> int:
    """How long ago this process began, in nanoseconds; the system counts it in hundredths of a second."""
    began = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
    return int((float(Path("/proc/uptime").read_text().split()[0]) - began) * 1e9)


def profiled(root: Path, target: Path) -> dict[str, Any]:
    """Build in this process, and answer where time and memory went."""
    clock = Clock(begin=(0, time.perf_counter_ns() - _age_ns()))
    clock.turn()
    clock.spent[START] = clock.spent.pop(REST)
    clock.within(IMPORTS, _import)()
    from generator.editions import build
    from generator.editions.production.cache import program_fingerprint
    from generator.editions.site import silent

    memory = {"start": resident()}
    for stages in STAGES.values():
        for label, functions in stages:
            for name in functions:
                replace(name, lambda function, label=label: clock.within(label, function))  # type: ignore[misc]

    def watched(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*arguments: Any, **named: Any) -> Any:
            answer = function(*arguments, **named)
            memory[step] = resident()
            return answer

        return call

    for step, name in STEPS.items():
        replace(name, lambda function, step=step: watched(step, function))  # type: ignore[misc]
    # All stages in this process, so that their times are of one kind.
    replace("generator.editions.build:_is_large", lambda _: lambda root: False)
    # As the command does.
    gc.disable()
    result = build.build_edition(root, target, silent)
    clock.turn()
    return {
        "program": program_fingerprint(),
        "spent": {name: spent._asdict() for name, spent in clock.spent.items()},
        "memory": memory,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "pages": result.pages,
        "clock_ns": _cost_of_a_call(),
    }


def _import() -> None:
    functions = (name for stages in STAGES.values() for _, names in stages for name in names)
    for name in ("generator.cli", "generator.progress", "generator.editions.build", *functions):
        importlib.import_module(name.partition(":")[0])


def _cost_of_a_call(times: int = 20_000) -> float:
    """What timing a call costs, in nanoseconds."""
    plain: Callable[[], None] = lambda: None  # noqa: E731 - it is only called.
    timed = Clock().within("", plain)
    begin = time.process_time_ns()
    for _ in range(times):
        plain()
    middle = time.process_time_ns()
    for _ in range(times):
        timed()
    return (time.process_time_ns() - middle - (middle - begin)) / times


def main(given: Sequence[str]) -> None:
    """The command."""
    json.dump(profiled(*map(Path, given)), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
