"""Where workers find inputs and put outputs: a folder of this machine, or any storage that fsspec knows."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from generator.archive.files import MAXIMUM_BYTES, CollectionFolder, UnreadableFile, decoded, too_large


class Storage(Protocol):
    """Files by their path, `/` between the parts. It can be sent to another process."""

    def read(self, path: str) -> bytes:
        """The content of a file. Raises OSError."""
        ...

    def read_text(self, file: str, limit: int = MAXIMUM_BYTES) -> str:
        """The text of a file that people wrote. Raises UnreadableFile."""
        ...

    def write(self, path: str, content: bytes) -> None:
        """Write a file, with the folders that it needs."""
        ...


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
        """Write a file, with the folders that it needs."""
        target = f"{self.root}/{path}"
        try:
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
        finally:
            os.close(handle)


_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class RemoteStorage:
    """A folder of a storage that every worker reaches under the same address, such as `s3://bucket/folder`."""

    url: str
    options: dict[str, Any] = field(default_factory=dict)

    def _place(self, path: str) -> tuple[Any, str]:
        import fsspec  # type: ignore[import-untyped]

        # fsspec keeps one instance of each file system.
        system, root = fsspec.core.url_to_fs(self.url, **self.options)
        return system, f"{root}/{path}"

    def read(self, path: str) -> bytes:
        """The content of a file. Raises OSError."""
        system, place = self._place(path)
        return bytes(system.cat_file(place))

    def read_text(self, file: str, limit: int = MAXIMUM_BYTES) -> str:
        """The text of a file that people wrote, not too large. Raises UnreadableFile."""
        content = self.read(file)
        if len(content) > limit:
            raise UnreadableFile(too_large(file, len(content), limit))
        return decoded(file, content)

    def write(self, path: str, content: bytes) -> None:
        """Write a file, with the folders that it needs."""
        system, place = self._place(path)
        system.makedirs(place.rpartition("/")[0], exist_ok=True)
        system.pipe_file(place, content)
