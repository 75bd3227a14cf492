"""Where the stages run: in this process, in a pool of processes, or on a Dask cluster."""

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 3
"""How many jobs wait for each worker: enough to keep it busy, few enough to hold in memory."""


class LostWorker(Exception):
    """A process of the pool was ended by somebody else. `message` says so in Chinese and in English."""

    def __init__(self) -> None:
        self.message = (
            "一个工作进程被终止了，多半是内存不够；关掉别的程序再试，已发布的版本没有改动",
            "a worker process was ended, most likely because memory ran out; close other programs and try again: "
            "what was published before is untouched",
        )
        super().__init__(self.message[1])


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


def _can_fork() -> bool:
    """A forked worker shares what is loaded already; but a process with several threads cannot be forked safely."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


_INHERITED: list[Callable[[], Any]] = []
"""What forked processes are asked to do by its number."""


def _inherited(number: int) -> Any:
    return _INHERITED[number]()


class Pool(Executor):
    """A pool of processes that starts with its first job, and can start anew to share what this process has learnt."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a process do it."""
        if self._pool is None:
            context = multiprocessing.get_context("fork" if _can_fork() else "spawn")
            # What exists already is shared as long as nobody writes to it, which a search for garbage would do.
            gc.freeze()
            self._pool = ProcessPoolExecutor(self._workers, context, initializer=gc.disable)
        return self._pool.submit(fn, *args, **kwargs)

    def submit_here(self, works: Sequence[Callable[[], Result]]) -> list[Future[Result]] | None:
        """Have processes that are forked now do what cannot be sent to others; None where none can be forked."""
        self.shutdown()
        if not _can_fork():
            return None
        _INHERITED[:] = works
        return [self.submit(_inherited, number) for number in range(len(works))]

    def start_anew(self) -> None:
        """Let the next job start new processes."""
        self.shutdown()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)
            self._pool = None


def apart(work: Callable[[], Result]) -> Result:
    """What a process makes that is forked for it, and whose memory is free afterwards; this one where none can be."""
    with Pool(1) as pool:
        futures = pool.submit_here([work])
        return futures[0].result() if futures is not None else work()


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
    """An executor of this machine, and how many jobs it does at a time. Raises LostWorker while it is in use."""
    workers = os.cpu_count() or 1
    if not parallel or workers < 2:
        yield InProcess(), 1
        return
    with Pool(workers) as pool:
        try:
            yield pool, workers
        except BrokenProcessPool:
            raise LostWorker from None
