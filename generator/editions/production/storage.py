"""Where workers find inputs and put outputs: a folder of this machine, or any storage that fsspec knows."""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple, Protocol

from generator.archive.files import MAXIMUM_BYTES, CollectionFolder, UnreadableFile, decoded, too_large, unreadable


class Storage(Protocol):
    """Files by their path, `/` between the parts. It can be sent to another process."""

    def read(self, path: str) -> bytes:
        """The content of a file. Raises OSError."""
        ...

    def read_text(self, file: str, limit: int = MAXIMUM_BYTES) -> str:
        """The text of a file that people wrote. Raises UnreadableFile."""
        ...

    def write(self, path: str, content: bytes) -> None:
        """Write a file, with the folders that it needs. A file that is there is replaced."""
        ...


class Places(NamedTuple):
    """The storages of one production: what people wrote, what stages leave for each other, and the site."""

    inputs: Storage
    scratch: Storage
    outputs: Storage


@dataclass(frozen=True)
class LocalStorage:
    """A folder of this machine."""

    root: Path

    def read(self, path: str) -> bytes:
        """The content of a file. Raises OSError."""
        with open(f"{self.root}/{path}", "rb") as file:
            return file.read()

    def read_text(self, file: str, limit: int = MAXIMUM_BYTES) -> str:
        """The text of a file that people wrote: a regular one, not too large. Raises UnreadableFile."""
        return CollectionFolder(self.root).read_text(file, limit)

    def write(self, path: str, content: bytes) -> None:
        """Write a file, with the folders that it needs. What was there is not touched: another release may share it."""
        handle = _new_file(f"{self.root}/{path}")
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
        finally:
            os.close(handle)


def _new_file(target: str) -> int:
    """The handle of a new file, in the place of one that is there."""
    while True:
        try:
            return os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
        except FileExistsError:
            with suppress(FileNotFoundError):
                os.unlink(target)


_BINARY = getattr(os, "O_BINARY", 0)

_WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "oss", "memory"})
"""Protocols by which a file appears whole or not at all, as in every store of objects."""


@dataclass(frozen=True)
class RemoteStorage:
    """A folder of a storage that every worker reaches under the same address, such as `s3://bucket/folder`.

    A file may be written again, by a worker that repeats the job of one that died, or even at the same time by one
    that was thought dead: readers see it whole at any time. What a dying worker leaves lies beside the folder.
    """

    url: str
    options: dict[str, Any] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return {"url": self.url, "options": self.options}

    @cached_property
    def _system(self) -> tuple[Any, str]:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]

        system, root = url_to_fs(self.url, **self.options)
        return system, root.rstrip("/")

    @property
    def _protocols(self) -> frozenset[str]:
        protocol = self._system[0].protocol
        return frozenset([protocol] if isinstance(protocol, str) else protocol)

    def read(self, path: str) -> bytes:
        """The content of a file. Raises OSError."""
        system, root = self._system
        return bytes(system.cat_file(f"{root}/{path}"))

    def read_text(self, file: str, limit: int = MAXIMUM_BYTES) -> str:
        """The text of a file that people wrote, not too large. Raises UnreadableFile."""
        system, root = self._system
        if "file" in self._protocols:
            # A folder can hold symbolic links and pipes.
            return CollectionFolder(Path(root)).read_text(file, limit)
        place = f"{root}/{file}"
        try:
            size = system.size(place) or 0
            if size > limit:
                raise UnreadableFile(too_large(file, size, limit))
            content = bytes(system.cat_file(place))
        except OSError as error:
            raise unreadable(file, error) from None
        return decoded(file, content)

    def write(self, path: str, content: bytes) -> None:
        """Write a file, with the folders that it needs. Nobody ever sees half of it."""
        system, root = self._system
        place = f"{root}/{path}"
        if self._protocols & _WHOLE:
            system.pipe_file(place, content)
            return
        part = f"{root}.part/{token_hex(16)}"
        for folder in (f"{root}.part", place.rpartition("/")[0]):
            system.makedirs(folder, exist_ok=True)
        system.pipe_file(part, content)
        system.mv(part, place)


def local_places(root: Path, scratch: Path, output: Path) -> Places:
    """Folders for workers of this machine."""
    return Places(LocalStorage(root), LocalStorage(scratch), LocalStorage(output))


def shared_places(root: Path, scratch: Path, output: Path) -> Places:
    """The same folders for workers of other machines, where they have the same paths."""
    return Places(*(RemoteStorage(f"file://{folder.as_posix()}") for folder in (root, scratch, output)))
