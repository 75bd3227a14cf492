"""Where the stages run: in this process, in a pool of processes, or on a Dask cluster."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 3
"""How many jobs wait for each worker: enough to keep it busy, few enough to hold in memory."""


class InProcess(Executor):
    """Does each job at once, where it is asked for: the quickest for a small collection."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def run(executor: Executor, workers: int, task: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
    """Do a task for each job; the results come in the order of the jobs. Only a few jobs are under way at a time."""
    waiting: deque[Future[Result]] = deque()
    for job in jobs:
        waiting.append(executor.submit(task, job))
        if len(waiting) >= workers * _AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def local_executor(parallel: bool) -> Iterator[tuple[Executor, int]]:
    """An executor of this machine, and how many jobs it does at a time."""
    workers = os.cpu_count() or 1
    if not parallel or workers < 2:
        yield InProcess(), 1
        return
    # A forked worker shares what is loaded already; but a process with several threads cannot be forked safely.
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if can_fork else "spawn")
    with ProcessPoolExecutor(workers, context) as pool:
        yield pool, workers
