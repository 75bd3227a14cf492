"""Rows in order, of which only some are in memory: the others wait in a file for their turn."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

Row = TypeVar("Row")

HELD = 4096
"""Up to so many rows are held and sorted at once."""

_BLOCK = 64
"""So many rows are read at once of each of the runs that are merged."""


class SortedRows(Generic[Row]):
    """Rows in the order of a key, those of one key as they came. They can be gone through any number of times."""

    def __init__(self, rows: Iterable[Row], key: Callable[[Row], Any]) -> None:
        self._key = key
        self._length = 0
        self._held: list[Row] = []
        self._file: IO[bytes] | None = None
        self._runs: list[list[tuple[int, int]]] = []
        """For each run the place and the length of its blocks in the file."""
        rest = iter(rows)
        while run := sorted(islice(rest, HELD), key=key):
            self._length += len(run)
            if self._length == len(run):
                self._held = run
            else:
                self._put_away(self._held)
                self._put_away(run)
                self._held = []

    def _put_away(self, run: list[Row]) -> None:
        if not run:
            return
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115 - closed with this object
        blocks = []
        for start in range(0, len(run), _BLOCK):
            data = pickle.dumps(run[start : start + _BLOCK], pickle.HIGHEST_PROTOCOL)
            blocks.append((self._file.tell(), len(data)))
            self._file.write(data)
        self._runs.append(blocks)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Row]:
        return merge(*map(self._rows, self._runs), key=self._key) if self._runs else iter(self._held)

    def _rows(self, blocks: list[tuple[int, int]]) -> Iterator[Row]:
        assert self._file is not None  # or else there were no runs
        for place, length in blocks:
            self._file.seek(place)
            # Nobody else knows the file, which has no name.
            yield from pickle.loads(self._file.read(length))
