"""The files of an earlier production that need not be made again.

A file counts as kept only if it is exactly as that production left it: same length, same time of change.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Mark(NamedTuple):
    """How a file was left: its length in bytes, its time of change in nanoseconds, the key of what it was made of."""

    size: int
    changed: int
    key: str


Marks = Mapping[str, Mark]


def marked(folder: Path, path: str, key: str) -> Mark:
    """The mark of a file as it is now. Raises OSError."""
    status = os.lstat(f"{folder}/{path}")
    return Mark(status.st_size, status.st_mtime_ns, key)


class KeptFiles:
    """The files of an earlier production in `folder`, with their marks; `output` is where the new one is made."""

    takes_units_of_others = True
    """Whether another process may make a unit while this one goes on, and its files are found in the outputs."""

    def __init__(self, folder: Path, marks: Marks, output: Path) -> None:
        self._folder = folder
        self._marks = marks
        self._output = output
        self.taken: dict[str, Path] = {}
        """The folder of each file that the new production takes over. It lies there until all is published."""

    def holds(self, path: str, key: str) -> bool:
        """Whether the file was made of what the key stands for, and has been left alone since."""
        mark = self._marks.get(path)
        if mark is None or mark.key != key:
            return False
        try:
            return marked(self._folder, path, key) == mark
        except OSError:
            return False

    def take(self, paths: Iterable[str]) -> None:
        """Take over files that are held."""
        self.taken.update(dict.fromkeys(paths, self._folder))

    def settle(self, keys: Mapping[str, str]) -> None:
        """Told of the files that were made or kept so far, each with its key: those in the output may be shown."""

    def marks(self, keys: Mapping[str, str]) -> Marks:
        """The marks of all files of a production, each made of what its key stands for. Raises OSError."""
        return {
            path: self._marks[path] if path in self.taken else marked(self._output, path, key)
            for path, key in keys.items()
        }

    def remove_all_but(self, paths: Mapping[str, object]) -> None:
        """Told of all files of the production; others stay out of a new folder by themselves."""
