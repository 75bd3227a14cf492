"""The filter of a text in parts: for each term the parts that have it, so that a query loads no others.

It lies in files of its own, each with the terms from one number to another. A file is
`window.qingguoSearchPart = {keys, lists}`: `keys` has each term as two UTF-16 units, `lists` the parts of each, parted
by blanks: a sign for each part, U+00A1 for the first. A star stands for a term that more than half of the parts have:
it rules out too few to be worth its list.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from generator.search.script import script

FIRST_SIGN = 0xA1
_SLICES = 256
"""The terms are merged in slices by the highest byte of their number, so that never all of them are in memory."""
_TERMS_IN_FILE = 20_000
"""About 20 KB once compressed: a query asks for several files."""
_IN_MEMORY = 8 * 1024 * 1024


class TextFilter:
    """Gathers the terms of parts, in their order; those of a large collection lie on disk meanwhile."""

    def __init__(self) -> None:
        self._spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (closed by `contents`)
        self._places: list[tuple[int, list[int]]] = []

    def add(self, terms: bytes) -> None:
        """Take the terms of the next part."""
        numbers = array("I")
        numbers.frombytes(terms)
        borders = [bisect_left(numbers, number << 24) for number in range(_SLICES)]
        self._places.append((self._spool.tell(), [*borders, len(numbers)]))
        self._spool.write(terms)

    def contents(self) -> Iterator[tuple[int, str]]:
        """The files in the order of their terms, each with its lowest term. Called once."""
        gathered: list[tuple[int, str]] = []
        size = 0
        with self._spool:
            for number in range(_SLICES):
                for term, signs in sorted(self._slice(number).items()):
                    gathered.append((term, self._list(signs)))
                    size += len(signs)
                    if size >= _TERMS_IN_FILE:
                        yield gathered[0][0], _file(gathered)
                        gathered, size = [], 0
        if gathered:
            yield gathered[0][0], _file(gathered)

    def _slice(self, number: int) -> dict[int, list[str]]:
        """The terms of a slice, each with the signs of its parts."""
        signs: defaultdict[int, list[str]] = defaultdict(list)
        for part, (offset, borders) in enumerate(self._places):
            first, last = borders[number : number + 2]
            if first < last:
                numbers = array("I")
                self._spool.seek(offset + first * numbers.itemsize)
                numbers.frombytes(self._spool.read((last - first) * numbers.itemsize))
                sign = chr(FIRST_SIGN + part)
                for term in numbers:
                    signs[term].append(sign)
        return signs

    def _list(self, signs: list[str]) -> str:
        return "*" if 1 < len(self._places) < 2 * len(signs) else "".join(signs)


def _file(lists: list[tuple[int, str]]) -> str:
    keys = "".join([chr(term & 0xFFFF) + chr(term >> 16) for term, _ in lists])
    return script("qingguoSearchPart", {"keys": keys, "lists": " ".join([signs for _, signs in lists])})
