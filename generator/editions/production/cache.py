"""What earlier productions have found out, by the content of what they found it out from.

A cache is merely a cache: what cannot be read, was damaged, or was written by another program counts as absent, and a
cache that cannot be written is only slow.
"""

import os
import pickle
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.editions.production.parts import ForeignPart, loaded, part_name
from generator.editions.production.storage import LocalStorage, Storage

FOLDER = Path(".cache") / "qingguo"
"""Where the cache of a collection lies, below its root."""

_PACKAGE = Path(__file__).parent.parent.parent
_CHECKSUM = 16


def fingerprint(*texts: str | bytes) -> str:
    """What stands for some texts, in their order."""
    hashed = blake2b(digest_size=16)
    for text in texts:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        hashed.update(len(data).to_bytes(8, "little") + data)
    return hashed.hexdigest()


@cache
def program_fingerprint() -> str:
    """What stands for this version of the program: its own files, and what set-up has put beside them."""
    return fingerprint(
        *(each for path in _program_files() for each in (os.path.relpath(path, _PACKAGE), path.read_bytes()))
    )


def _program_files() -> Iterator[Path]:
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name not in ("vendor", "__pycache__"))
        yield from (Path(folder, name) for name in sorted(names))
    manifest = _PACKAGE / "vendor" / "manifest.json"
    if manifest.is_file():
        yield manifest


class LostPart(Exception):
    """A part of a chunk cannot be read any more; everything must be made anew."""


class Cache:
    """Rows by their key, in a folder and in memory."""

    def __init__(self, folder: Path | None) -> None:
        """Without a folder, nothing outlives this process."""
        self._folder = folder
        self._memory: dict[str, bytes] = {}
        self._parts: dict[str, bytes] = {}

    def get(self, key: str) -> Any:
        """What is kept under a key; None when there is nothing, or nothing that can be trusted."""
        data = self._memory.get(key)
        if data is None:
            data = self._read(key)
        try:
            return None if data is None else loaded(data)
        except ForeignPart:
            return None

    def put(self, key: str, value: Any) -> None:
        """Keep rows."""
        data = pickle.dumps(value, protocol=5)
        if self._folder is None:
            self._memory[key] = data
        else:
            self._write(key, data)

    def has_part(self, name: str) -> bool:
        """Whether the part of a chunk of that name is there."""
        path = self._path(name)
        return name in self._parts or (path is not None and path.is_file())

    def take_part(self, name: str, storage: Storage, file: str) -> None:
        """Keep a part that a worker has left in a storage."""
        path = self._path(name)
        if self._part(name) is not None:
            return
        if path is None:
            self._parts[name] = storage.read(file)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            if isinstance(storage, LocalStorage):
                os.link(storage.root / file, path)
            else:
                _replace(path, storage.read(file))
        except OSError:
            self._parts[name] = storage.read(file)

    def part(self, name: str) -> bytes:
        """A part of a chunk. Raises LostPart when it is not there any more, or was damaged."""
        data = self._part(name)
        if data is None:
            self._remove(name)
            raise LostPart(name)
        return data

    def _part(self, name: str) -> bytes | None:
        path = self._path(name)
        try:
            data = self._parts[name] if path is None or name in self._parts else path.read_bytes()
        except (KeyError, OSError):
            return None
        return data if part_name(data) == name else None

    def forget(self) -> None:
        """Forget everything. A folder of which something cannot be removed is not used any more."""
        self.keep_only(set())
        if self._folder is not None and any(path.is_file() for path in self._folder.glob("??/*")):
            self._folder = None

    def keep_only(self, keys: set[str]) -> None:
        """Forget all but these keys: nothing asks for the others any more."""
        self._memory = {key: data for key, data in self._memory.items() if key in keys}
        self._parts = {name: data for name, data in self._parts.items() if name in keys}
        if self._folder is None or not self._folder.is_dir():
            return
        for path in self._folder.glob("??/*"):
            if path.parent.name + path.name not in keys:
                self._remove(path.parent.name + path.name)

    def _remove(self, key: str) -> None:
        path = self._path(key)
        with suppress(OSError):
            if path is not None:
                path.unlink()

    def _path(self, key: str) -> Path | None:
        return None if self._folder is None else self._folder / key[:2] / key[2:]

    def _read(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            stored = path.read_bytes() if path is not None else b""
        except OSError:
            return None
        checksum, data = stored[:_CHECKSUM], stored[_CHECKSUM:]
        if blake2b(data, digest_size=_CHECKSUM).digest() != checksum:
            return None
        return data

    def _write(self, key: str, data: bytes) -> None:
        path = self._path(key)
        if path is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, blake2b(data, digest_size=_CHECKSUM).digest() + data)
        except OSError:
            return


def _replace(path: Path, content: bytes) -> None:
    """Write a file that nobody ever sees half of. Raises OSError."""
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(temporary, path)
