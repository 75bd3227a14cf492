"""Storages: the same files wherever they lie, whole at any time, and never what a symbolic link points to."""

import os
import pickle
from pathlib import Path
from secrets import token_hex
from typing import Any

import fsspec  # type: ignore[import-untyped]
import pytest
from fsspec.implementations.local import LocalFileSystem  # type: ignore[import-untyped]
from fsspec.implementations.memory import MemoryFileSystem  # type: ignore[import-untyped]

from generator.archive.files import UnreadableFile
from generator.editions.production.cache import Cache
from generator.editions.production.parts import part_name
from generator.editions.production.storage import LocalStorage, RemoteStorage, Storage, shared_places


def storages(folder: Path) -> list[Storage]:
    """One of each sort."""
    return [
        LocalStorage(folder / "local"),
        RemoteStorage(f"file://{(folder / 'shared').as_posix()}"),
        RemoteStorage(f"memory://{token_hex(8)}/site"),
    ]


def test_what_was_written_last_is_read_also_by_another_process(tmp_path: Path) -> None:
    for storage in storages(tmp_path / "青果 100%"):
        storage.write("figures/a/index.html", b"first and longer")
        storage.write("figures/a/index.html", "甲".encode())
        sent: Storage = pickle.loads(pickle.dumps(storage))
        assert sent.read("figures/a/index.html") == "甲".encode()
        assert sent.read_text("figures/a/index.html") == "甲"


def test_a_missing_file_is_an_error_of_the_system_or_a_finding(tmp_path: Path) -> None:
    for storage in storages(tmp_path):
        with pytest.raises(OSError):
            storage.read("figures/none.yml")
        with pytest.raises(UnreadableFile) as failure:
            storage.read_text("figures/none.yml")
        assert failure.value.finding.code == "file-unreadable"
        assert failure.value.finding.file == "figures/none.yml"


def test_a_text_that_is_too_large_or_not_in_utf_8_is_a_finding(tmp_path: Path) -> None:
    for storage in storages(tmp_path):
        storage.write("a.yml", b"1234567")
        storage.write("b.yml", b"\xff\xfe")
        assert storage.read_text("a.yml", 7) == "1234567"
        for file, code in (("a.yml", "file-too-large"), ("b.yml", "file-encoding")):
            with pytest.raises(UnreadableFile) as failure:
                storage.read_text(file, 6)
            assert failure.value.finding.code == code


def test_a_symbolic_link_in_a_shared_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("key", encoding="utf-8")
    root = tmp_path / "root"
    root.mkdir()
    os.symlink(tmp_path / "secret", root / "a.yml")
    for storage in (LocalStorage(root), shared_places(root, root, root).inputs):
        with pytest.raises(UnreadableFile) as failure:
            storage.read_text("a.yml")
        assert failure.value.finding.code == "symbolic-link"


def test_a_writer_that_dies_leaves_the_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = RemoteStorage(f"file://{(tmp_path / 'site').as_posix()}")
    storage.write("a.html", b"whole")

    def dies(self: Any, path: str, value: bytes, **more: Any) -> None:
        Path(path).write_bytes(value[: len(value) // 2])
        raise KeyboardInterrupt

    monkeypatch.setattr(LocalFileSystem, "pipe_file", dies)
    with pytest.raises(KeyboardInterrupt):
        storage.write("a.html", b"other")
    assert storage.read("a.html") == b"whole"
    assert os.listdir(tmp_path / "site") == ["a.html"]


def test_a_file_that_another_release_shares_stays_as_it_is_there(tmp_path: Path) -> None:
    for name, storage in (("local", LocalStorage(tmp_path / "local")), ("shared", storages(tmp_path)[1])):
        storage.write("a.html", b"old")
        os.link(tmp_path / name / "a.html", tmp_path / f"{name}-release.html")
        storage.write("a.html", b"new")
        assert (tmp_path / f"{name}-release.html").read_bytes() == b"old"
        assert storage.read("a.html") == b"new"


def test_a_store_of_objects_gets_each_file_once_under_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    name = token_hex(8)
    put: list[str] = []
    pipe_file = MemoryFileSystem.pipe_file

    def counted(self: Any, path: str, *more: Any, **named: Any) -> None:
        put.append(path)
        pipe_file(self, path, *more, **named)

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", counted)
    RemoteStorage(f"memory://{name}/site").write("figures/a/index.html", b"page")
    assert put == [f"/{name}/site/figures/a/index.html"]
    assert fsspec.filesystem("memory").find(f"/{name}") == [f"/{name}/site/figures/a/index.html"]


def test_what_workers_leave_in_a_shared_folder_is_kept_on_disk_and_not_in_memory(tmp_path: Path) -> None:
    part = b"rows of a chunk"
    for storage in storages(tmp_path):
        storage.write("parts/0", part)
        folder = tmp_path / token_hex(4)
        Cache(folder).take_part(part_name(part), storage, "parts/0")
        assert Cache(folder).part(part_name(part)) == part
