"""The folder that a preview shows: productions follow each other in it while it is read."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from urllib.parse import quote, unquote

from generator.editions.production.kept import KeptFiles, Mark, Marks
from generator.editions.production.storage import LocalStorage


class LiveFiles(KeptFiles):
    """Files that stay where they are from production to production.

    A production writes beside them, into `staged`; what it has made comes in when it is settled, each file in one step,
    so that nobody reads half of one. Nobody else writes here, so a file is as it was left without a look at it.
    """

    # What stands in `staged` would be settled before this process knows what it was made of.
    takes_units_of_others = False

    def __init__(self, folder: Path, number: int) -> None:
        """Versions of files are numbers above `number`, which should be above those of any earlier preview."""
        super().__init__(folder, {}, folder)
        self.folder = folder
        self.staged = folder
        self.number = number
        self.settled: list[str] = []
        """What has changed since `begin`."""
        self._keys: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._lock = Lock()
        self._parents: set[str] = set()

    def begin(self, staged: Path) -> None:
        """A production begins, which will write into the new folder `staged`."""
        self.staged, self.settled = staged, []

    def __contains__(self, path: str) -> bool:
        return path in self._keys

    def version(self, path: str) -> int:
        """When a file has changed last, or has been removed: a number that grows."""
        return self._versions.get(path, self.number)

    def holds(self, path: str, key: str) -> bool:
        """Whether the file was made of what the key stands for."""
        return self._keys.get(path) == key

    def take(self, paths: Iterable[str]) -> None:
        """They are where they should be."""

    def settle(self, keys: Mapping[str, str]) -> None:
        """Show what has been made so far."""
        # Assets before the pages that load them.
        staged = sorted(staged_files(self.staged), key=lambda path: (path.endswith(".html"), path))
        if not staged:
            return
        with self._lock:
            newest = max(self._versions.values(), default=self.number) + 1
            for path in staged:
                target = self.folder / path
                if str(target.parent) not in self._parents:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    self._parents.add(str(target.parent))
                os.replace(self.staged / _flat(path), target)
                self._keys[path] = keys[path]
                self._versions[path] = newest
        self.settled += staged

    def marks(self, keys: Mapping[str, str]) -> Marks:
        """None are needed."""
        return dict[str, Mark]()

    def remove_all_but(self, paths: Mapping[str, object]) -> None:
        """Remove the files that are no more, with the folders they leave empty."""
        gone = [path for path in self._keys if path not in paths]
        with self._lock:
            newest = max(self._versions.values(), default=self.number) + 1
            for path in gone:
                del self._keys[path]
                self._versions[path] = newest
                target = self.folder / path
                target.unlink(missing_ok=True)
                self._parents.clear()
                for parent in target.relative_to(self.folder).parents[:-1]:
                    with suppress(OSError):
                        (self.folder / parent).rmdir()
        self.settled += gone


_PIECE = 200
"""Names of files must not be longer than 255 bytes on most systems."""


@dataclass(frozen=True)
class StagingStorage(LocalStorage):
    """A folder in which files of any path lie side by side: making many folders takes longer than making the files."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file."""
        super().write(_flat(path), content)


def staged_files(folder: Path) -> Iterable[str]:
    """The paths of the files that were written into a staging storage."""
    for parent, _, names in os.walk(folder):
        pieces = "" if parent == str(folder) else Path(parent).relative_to(folder).as_posix().replace("/", "")
        yield from (unquote(pieces + name) for name in names)


def _flat(path: str) -> str:
    name = quote(path, safe="")
    return "/".join(name[start : start + _PIECE] for start in range(0, len(name), _PIECE))
