"""What a process that produces the same site again and again knows from the production before, such as the preview.

Each piece is kept with what it was made of, and made anew when that is another: it saves time and changes no byte.
A build that happens once uses a session, too; it merely finds nothing in it.
"""

import os
import stat
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from generator.archive.digest import Digest, Key
from generator.editions.production.bonds import Bonds
from generator.editions.production.cache import Cache
from generator.editions.production.reading import ReadResult
from generator.editions.production.storage import Storage

Value = TypeVar("Value")

INPUTS = ("figures", "sites_map", "content")
"""The folders of a collection that people write in."""

_TICK_NS = 20_000_000
"""Two changes within this time may leave a file with the same times: the clock of a file system is no finer."""


class FileState(NamedTuple):
    """A file or folder as the system describes it, without its content."""

    kind: int
    size: int
    modified: int
    changed: int
    inode: int


class TreeState(NamedTuple):
    """Everything below the folders of a collection, hidden things included, at one moment."""

    entries: Mapping[str, FileState]
    seen: int
    """The moment, in nanoseconds."""

    @classmethod
    def of(cls, root: Path) -> "TreeState":
        """Look at every entry once. Folders that are links are not entered."""
        seen = time.time_ns()
        return cls(dict(sorted(each for folder in INPUTS for each in _entries(str(root), folder))), seen)

    @property
    def listing(self) -> tuple[tuple[str, int], ...]:
        """The names of all, and what each is."""
        return tuple((path, state.kind) for path, state in self.entries.items())

    def state(self, path: str) -> FileState | None:
        """What stands for a file without reading it; None where it is not there, or may have changed unseen."""
        state = self.entries.get(path)
        return state if state is not None and state.changed < self.seen - _TICK_NS else None


def _entries(root: str, folder: str) -> Iterator[tuple[str, FileState]]:
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                status = entry.stat(follow_symlinks=False)
                kind = stat.S_IFMT(status.st_mode)
                yield path, FileState(kind, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
                if stat.S_ISDIR(kind):
                    yield from _entries(root, path)
    except OSError:
        # What cannot be listed is told by whoever reads it.
        return


class ObjectCache(Cache):
    """A cache that keeps the objects themselves, so that asking again costs nothing. Nobody may change them."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self._objects: dict[str, Any] = {}
        self._own: set[str] = set()
        self._known_parts: set[str] = set()

    def get(self, key: str) -> Any:
        """What is kept under a key; None when there is nothing, or nothing that can be trusted."""
        if key not in self._objects:
            found = super().get(key)
            self._memory.pop(key, None)
            if found is None:
                return None
            self._objects[key] = found
        return self._objects[key]

    def put(self, key: str, value: Any) -> None:
        """Keep rows."""
        super().put(key, value)
        self._memory.pop(key, None)
        self._objects[key] = value
        self._own.add(key)

    def has_part(self, name: str) -> bool:
        """Whether the part of a chunk of that name is there."""
        if name not in self._known_parts:
            if not super().has_part(name):
                return False
            self._known_parts.add(name)
        return True

    def take_part(self, name: str, storage: Storage, file: str) -> None:
        """Keep a part that a worker has left in a storage."""
        if not super().has_part(name):
            self._own.add(name)
        super().take_part(name, storage, file)
        self._known_parts.add(name)

    def forget(self) -> None:
        """Forget everything, also what a build has left in the folder."""
        super().keep_only(set())
        for known in (self._own, self._known_parts, self._objects):
            known.clear()

    def keep_only(self, keys: set[str]) -> None:
        """Forget all but these keys. In the folder, what a build has left there stays for the next build."""
        self._objects = {key: value for key, value in self._objects.items() if key in keys}
        self._parts = {name: data for name, data in self._parts.items() if name in keys}
        self._known_parts &= keys
        for key in self._own - keys:
            path = self._path(key)
            if path is not None:
                path.unlink(missing_ok=True)
        self._own &= keys


class Session:
    """What was known when the production before ended, or was broken off."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[object, Any]] = {}
        self._bonds: Bonds | None = None
        self._reads: Sequence[ReadResult] = ()
        self._chunk_of: dict[Key, int] = {}
        self._chunk_keys: dict[int, str] = {}
        self._basis: object = None

    def keep(self, name: Hashable, made_of: object, make: Callable[[], Value]) -> Value:
        """The value of that name, made anew only if it is to be made of something else than last time."""
        found = self._kept.get(name)
        if found is None or found[0] != made_of:
            found = made_of, make()
            self._kept[name] = found
        value: Value = found[1]
        return value

    def forget(self, name: Hashable) -> None:
        """Have the value of that name made anew in any case."""
        self._kept.pop(name, None)

    def bonds(self, reads: Sequence[ReadResult]) -> Bonds:
        """The bonds between the records of all chunks."""
        before, self._reads = self._reads, list(reads)
        digests = None if self._bonds is None else _changed(before, reads)
        if self._bonds is None or digests is None:
            self._chunk_of = {each.key: number for number, read in enumerate(reads) for each in read.digests}
            self._chunk_keys.clear()
            self._bonds = Bonds(digest for read in reads for digest in read.digests)
            return self._bonds
        anew = {number for number, read in enumerate(reads) if read is not before[number]}
        anew.update(self._chunk_of[key] for key in self._bonds.update(digests))
        for number in anew:
            self._chunk_keys.pop(number, None)
        return self._bonds

    def chunk_keys(self, basis: object, make: Callable[[int], str]) -> dict[int, str]:
        """The key of each chunk. Made anew are those that changes of `bonds` have touched; all on a new basis."""
        if basis != self._basis:
            self._chunk_keys.clear()
            self._basis = basis
        for number in range(len(self._reads)):
            if number not in self._chunk_keys:
                self._chunk_keys[number] = make(number)
        # In the order of chunks, whichever of them was made anew last.
        return {number: self._chunk_keys[number] for number in range(len(self._reads))}


def _changed(before: Sequence[ReadResult], now: Sequence[ReadResult]) -> Iterable[Digest] | None:
    """The digests that are others than before; None if they are not of the same records in the same chunks."""
    if len(before) != len(now):
        return None
    changed: list[Digest] = []
    for old, new in zip(before, now, strict=True):
        if old.digests is new.digests:
            continue
        if [each.key for each in old.digests] != [each.key for each in new.digests]:
            return None
        changed += (each for each, was in zip(new.digests, old.digests, strict=True) if each != was)
    return changed
