"""A Dask cluster as the place where the stages run (an optional extra). Its workers must reach the same storage."""

import logging
import platform
import re
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, InvalidStateError
from contextlib import contextmanager, suppress
from functools import partial
from importlib.util import find_spec
from secrets import token_hex
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from generator.editions.production.cache import program_fingerprint
from generator.editions.production.storage import Places

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
"""The name of the engine that is this machine."""

_ADDRESS = re.compile(r"dask://(?P<host>\[[0-9A-Fa-f:.%]+\]|[A-Za-z0-9._-]+):(?P<port>[0-9]{1,5})")
_CONNECT_S = 10
"""So long a scheduler has to answer, and then its first worker to appear."""
_PATIENCE_S = 60.0
"""So long a build waits while no worker is left, in case the cluster starts new ones."""
_RETRIES = 2
"""How often a job is tried again that failed, as when the storage did not answer. Dead workers are counted apart."""
_PROBE = "probe"


class UnusableCluster(Exception):
    """The stages cannot run there. `message` says why in Chinese and in English; `status` is that of the command."""

    def __init__(self, zh: str, en: str, status: int = 1) -> None:
        super().__init__(en)
        self.message, self.status = (zh, en), status


def cluster_address(engine: str) -> str | None:
    """HOST:PORT of the scheduler that the name of an engine asks for; None for this machine. Raises UnusableCluster."""
    if engine == LOCAL:
        return None
    match = _ADDRESS.fullmatch(engine)
    if match is None or not 0 < int(match["port"]) < 65536:
        raise UnusableCluster(
            f"--engine 只能是 local 或 dask://主机:端口，不能是 {engine!r}",
            f"--engine is local or dask://HOST:PORT, not {engine!r}",
            2,
        )
    if find_spec("distributed") is None or find_spec("fsspec") is None:
        raise UnusableCluster(
            "没有安装 Dask；在项目文件夹运行：.venv/bin/python -m pip install -e '.[dask]'",
            "Dask is not installed; in the project's folder run: .venv/bin/python -m pip install -e '.[dask]'",
            2,
        )
    return f"{match['host']}:{match['port']}"


@contextmanager
def cluster_executor(address: str, places: Places) -> Iterator[tuple[Executor, int]]:
    """An executor of the cluster whose scheduler is at `address`, and how many jobs it does at a time.

    Every worker must have this very program and reach `places`. Raises UnusableCluster, also while in use, when the
    scheduler is gone, or every worker, or when a job has cost the lives of too many workers.
    """
    from distributed import KilledWorker

    with _connected(address) as client:
        workers = _workers(client, address)
        _probe(client, places)
        crew = _Crew(client.get_executor(pure=False, retries=_RETRIES))
        try:
            with _watched(client, crew, address):
                yield crew, workers
        except KilledWorker as error:
            raise UnusableCluster(
                f"Dask 放弃了一项任务：执行它的 worker 一再终止（{error.last_worker}）；请查看 worker 的日志和内存",
                f"Dask gave up a job: worker after worker died of it, last {error.last_worker}; "
                "see the workers' logs and memory",
            ) from None
        except CancelledError:
            raise _lost(address) from None


class _Crew(Executor):
    """The executor of a client. Its jobs can be given up: a client waits for ever for those it lost on the way."""

    def __init__(self, inner: Executor) -> None:
        self._inner = inner
        self._waiting: WeakSet[Future[Any]] = WeakSet()
        self._failure: UnusableCluster | None = None
        self._lock = threading.Lock()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a job done. Raises UnusableCluster once jobs were given up."""
        with self._lock:
            if self._failure is not None:
                raise self._failure
            future = self._inner.submit(fn, *args, **kwargs)
            self._waiting.add(future)
        return future

    def give_up(self, failure: UnusableCluster) -> None:
        """Fail whatever is not done, now and later."""
        with self._lock:
            self._failure = failure
            waiting = list(self._waiting)
        for future in waiting:
            with suppress(InvalidStateError):
                future.set_exception(failure)


def _lost(address: str) -> UnusableCluster:
    return UnusableCluster(
        f"与 Dask 调度器 {address} 的连接断了", f"the connection to the Dask scheduler at {address} broke"
    )


def _abandoned(address: str) -> UnusableCluster:
    return UnusableCluster(
        f"Dask 调度器 {address} 的 worker 全都不在了", f"the Dask scheduler at {address} has lost all its workers"
    )


@contextmanager
def _connected(address: str) -> Iterator["Client"]:
    import dask
    from distributed import Client

    # What goes wrong is said in one sentence by whoever asked; the log would say it again, with tracebacks.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        # Asked by Dask alone, a port where nobody listens would be tried again and again.
        host, _, port = address.rpartition(":")
        socket.create_connection((host.strip("[]"), int(port)), _CONNECT_S).close()
        client = Client(f"tcp://{address}", timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnusableCluster(
            f"连不上 Dask 调度器 {address}：{reason}", f"the Dask scheduler at {address} does not answer: {reason}"
        ) from None
    try:
        with dask.config.set({"distributed.comm.timeouts.connect": _CONNECT_S}):
            yield client
    finally:
        client.close(timeout=_CONNECT_S)


def _workers(client: "Client", address: str) -> int:
    """How many jobs the workers of the cluster do at a time."""
    try:
        client.wait_for_workers(1, timeout=_CONNECT_S)
    except TimeoutError:
        raise UnusableCluster(
            f"Dask 调度器 {address} 没有 worker", f"the Dask scheduler at {address} has no workers"
        ) from None
    return max(1, sum(map(int, client.nthreads().values())))


@contextmanager
def _watched(client: "Client", crew: _Crew, address: str) -> Iterator[None]:
    """Give up the jobs when the scheduler is gone, or when no worker has been left for a while."""
    over = threading.Event()

    def watch() -> None:
        waited, step = 0.0, _PATIENCE_S / 20
        while waited < _PATIENCE_S:
            if over.wait(step):
                return
            try:
                waited = 0.0 if client.nthreads() else waited + step
            except OSError:
                # The client connects anew, but to its jobs there is no way back.
                crew.give_up(_lost(address))
                return
        crew.give_up(_abandoned(address))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(1)


def program() -> str:
    """What stands for this program and the Python that runs it: results of others would not be the same."""
    return f"{program_fingerprint()} {platform.python_version()}"


def look_around(places: Places) -> tuple[str, bytes, int]:
    """What a worker sees: its program, the probe, and how much of the configuration; what it cannot see is empty."""
    try:
        configuration = len(places.inputs.read("mkdocs.yml"))
        return program(), places.scratch.read(_PROBE), configuration
    except OSError:
        return program(), b"", 0


def _probe(client: "Client", places: Places) -> None:
    """Ask every worker whether it can do what a build needs. Raises UnusableCluster."""
    places.scratch.write(_PROBE, token_hex(16).encode())
    wanted = look_around(places)
    answers = client.run(partial(look_around, places), on_error="return")
    for worker, answer in sorted(answers.items()):
        if isinstance(answer, BaseException) or answer[0] != wanted[0]:
            raise UnusableCluster(
                f"Dask worker {worker} 上的青果程序或 Python 与这里的不同",
                f"the Dask worker {worker} has another program or Python than this machine",
            )
        if answer != wanted:
            raise UnusableCluster(
                f"Dask worker {worker} 读不到这里的文件：资料和结果要放在各台机器路径相同的共享文件夹里",
                f"the Dask worker {worker} does not see the files of this machine: "
                "collection and result must lie in a folder that all machines share under the same path",
            )
