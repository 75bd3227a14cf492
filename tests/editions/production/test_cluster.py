"""Where pages are made changes nothing about them: any executor, any storage, a cluster that loses a worker."""

import os
import re
import signal
import socket
import tomllib
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from secrets import token_hex

import fsspec  # type: ignore[import-untyped]
import pytest
from distributed import Client

from generator.editions.build import build_edition, read_order
from generator.editions.production import cluster as clusters
from generator.editions.production import production
from generator.editions.production.cache import Cache
from generator.editions.production.cluster import UnusableCluster, cluster_address, cluster_executor
from generator.editions.production.engine import InProcess, local_executor
from generator.editions.production.kept import KeptFiles
from generator.editions.production.order import Means
from generator.editions.production.production import Production
from generator.editions.production.session import Session
from generator.editions.production.storage import Places, RemoteStorage, local_places, shared_places
from generator.editions.site import silent
from generator.release.tree import read_tree
from generator.shell.engines import engine
from tests.support.building import REPOSITORY, run_qingguo
from tests.support.cluster import Cluster, fail_once, running_cluster
from tests.support.collection import write_file
from tests.support.many import write_many

FIGURES = 200


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fictional city of some hundred people."""
    return write_many(tmp_path_factory.mktemp("city"), FIGURES)


@pytest.fixture(scope="module")
def site(collection: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Its site, as a build in one process makes it."""
    folder = tmp_path_factory.mktemp("alone")
    places = local_places(collection, folder / "scratch", folder / "site")
    produce(collection, places, InProcess(), 1)
    return read_tree(folder / "site")


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """A cluster of two workers, which gets even the few records of a test."""
    monkeypatch.setattr(production, "_FEW_RECORDS", 0)
    folder = tmp_path / "cluster"
    folder.mkdir()
    with running_cluster(folder) as running:
        yield running


def produce(root: Path, places: Places, executor: Executor, workers: int) -> None:
    """Make the site of a collection with nothing kept of earlier ones."""
    nothing = KeptFiles(Path(), {}, Path())
    means = Means(places, engine("mkdocs"), executor, workers, Cache(None), nothing, None, Session())
    Production(read_order(root), means, silent).produce()


def test_threads_and_processes_make_the_same_site(collection: Path, site: dict[str, bytes], tmp_path: Path) -> None:
    with ThreadPoolExecutor(3) as threads:
        produce(collection, local_places(collection, tmp_path / "a", tmp_path / "threads"), threads, 3)
    assert read_tree(tmp_path / "threads") == site
    with local_executor(parallel=True) as (pool, workers):
        assert workers > 1
        produce(collection, local_places(collection, tmp_path / "b", tmp_path / "pool"), pool, workers)
    assert read_tree(tmp_path / "pool") == site


def test_another_storage_for_inputs_and_outputs_makes_the_same_site(collection: Path, site: dict[str, bytes]) -> None:
    memory, name = fsspec.filesystem("memory"), token_hex(8)
    for folder in ("figures", "sites_map", "content"):
        memory.put(str(collection / folder), f"/{name}/inputs/{folder}", recursive=True)
    places = Places(*(RemoteStorage(f"memory://{name}/{part}") for part in ("inputs", "scratch", "outputs")))
    produce(collection, places, InProcess(), 1)
    root = f"/{name}/outputs/"
    assert {path.removeprefix(root): memory.cat_file(path) for path in memory.find(root)} == site


def test_a_worker_killed_half_way_changes_nothing(
    collection: Path, site: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    victim = cluster.workers[0]
    lost: list[str] = []

    with Client(f"tcp://{cluster.address}", set_as_default=False) as watcher:

        def kill_half_way(step: str, done: int, total: int) -> None:
            if lost or step != "stamp" or done < total // 2:
                return
            # Only while it has jobs, so that these must be done again.
            processes = watcher.run(os.getpid)
            address = next(key for key, process in processes.items() if process == victim.pid)
            for _ in range(1000):
                jobs = watcher.processing()[address]
                if jobs:
                    victim.send_signal(signal.SIGKILL)
                    lost.extend(map(str, jobs))
                    return

        target = tmp_path / "public"
        build_edition(collection, target, kill_half_way, clean=True, machines=f"dask://{cluster.address}")
        assert victim.wait(10) == -signal.SIGKILL
        assert len(watcher.nthreads()) == 1
    assert any("render_chunk" in job for job in lost)
    assert read_tree(target) == site


@pytest.mark.parametrize("part", ["workers", "scheduler"])
def test_a_cluster_that_dies_is_told_in_a_sentence_and_the_old_release_stays(
    collection: Path, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE_S", 0.5)
    monkeypatch.setattr(clusters, "_CONNECT_S", 1)
    target, machines = tmp_path / "public", f"dask://{cluster.address}"
    write_file(target, "index.html", b"the release before")

    def kill(step: str, done: int, total: int) -> None:
        if step == "stamp" and done >= total // 3:
            for process in cluster.workers if part == "workers" else [cluster.scheduler]:
                process.kill()

    with pytest.raises(UnusableCluster) as failure:
        build_edition(collection, target, kill, clean=True, machines=machines)
    told = {
        "workers": f"the Dask scheduler at {cluster.address} has lost all its workers",
        "scheduler": f"the connection to the Dask scheduler at {cluster.address} broke",
    }
    assert failure.value.message[1] == told[part]

    with pytest.raises(UnusableCluster) as failure:
        build_edition(collection, target, silent, clean=True, machines=machines)
    told = {
        "workers": f"the Dask scheduler at {cluster.address} has no workers",
        "scheduler": f"the Dask scheduler at {cluster.address} does not answer: [Errno 111] Connection refused",
    }
    assert failure.value.message[1] == told[part]
    assert read_tree(target) == {"index.html": b"the release before"}


def test_a_cluster_must_have_this_program_and_see_these_files(
    collection: Path, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = shared_places(collection, tmp_path / "scratch", tmp_path / "site")
    with cluster_executor(cluster.address, shared) as (executor, workers):
        assert workers == 2
        assert executor.submit(fail_once, tmp_path / "tried").result() == "done"

    # Memory is shared with nobody.
    apart = Places(*(RemoteStorage(f"memory://{token_hex(8)}") for _ in Places._fields))
    apart.inputs.write("mkdocs.yml", b"site_name: Fiction")
    with pytest.raises(UnusableCluster, match="does not see the files"), cluster_executor(cluster.address, apart):
        pass
    monkeypatch.setattr(clusters, "program", lambda: "another version")
    with pytest.raises(UnusableCluster, match="another program"), cluster_executor(cluster.address, shared):
        pass


def test_a_scheduler_that_does_not_answer_is_told_by_the_command(collection: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{closed.getsockname()[1]}"
        result = run_qingguo("build", "--root", collection, "--engine", f"dask://{address}")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"the Dask scheduler at {address} does not answer: [Errno 111] Connection refused\n"


@pytest.mark.parametrize("name", ["", "dask", "dask://", "dask://host", "dask://:1", "dask://h:0", "dask://h:65536",
                                  "dask://h:1/x", "dask://u@h:1", "dask://h:1\n", "tcp://h:1", "LOCAL"])  # fmt: skip
def test_a_malformed_engine_is_refused(name: str) -> None:
    with pytest.raises(UnusableCluster) as failure:
        cluster_address(name)
    assert failure.value.status == 2
    assert all(repr(name) in text for text in failure.value.message)


def test_a_malformed_engine_is_a_wrong_call_in_either_language(collection: Path) -> None:
    for language, sentence in (
        ("en_GB.UTF-8", "--engine is local or dask://HOST:PORT, not 'dask://h'\n"),
        ("zh_CN.UTF-8", "--engine 只能是 local 或 dask://主机:端口，不能是 'dask://h'\n"),
    ):
        result = run_qingguo("build", "--root", collection, "--engine", "dask://h", language=language)
        assert (result.returncode, result.stdout, result.stderr) == (2, "", sentence)


@pytest.mark.parametrize("missing", ["distributed", "fsspec"])
def test_an_extra_that_is_not_installed_is_told_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(clusters, "find_spec", lambda name: None if name == missing else find_spec(name))
    with pytest.raises(UnusableCluster) as failure:
        cluster_address("dask://localhost:8786")
    assert failure.value.status == 2
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for text in failure.value.message:
        (extra,) = re.findall(r"\[(\w+)\]", text)
        assert extra in project["optional-dependencies"]


def test_an_address_may_be_a_number_of_either_sort() -> None:
    assert cluster_address("local") is None
    for address in ("127.0.0.1:8786", "[::1]:8786", "head.example.org:80"):
        assert cluster_address(f"dask://{address}") == address
