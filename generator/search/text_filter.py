"""The filter of a text in parts: for each term the parts that have it, so that a query loads no others.

It lies in files of its own, among which a term's mixed bits choose. A file is `window.qingguoSearchPart = {keys,
lists}`: `keys` has each term as two UTF-16 units, `lists` the parts of each, parted by blanks: the gaps between their
numbers in base 31, the lowest digit first; the last digit of a gap is one of the first 31 signs, the others are of
the next. A star stands for a term that more than half of the parts have: it rules out too few to be worth its list.
"""

from array import array
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from tempfile import SpooledTemporaryFile

from generator.search.script import script

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SLICES = 64
_TERMS_IN_FILE = 60_000
_IN_MEMORY = 8 * 1024 * 1024


class TextFilter:
    """Gathers the terms of parts, in their order; those of a large collection lie on disk meanwhile."""

    def __init__(self) -> None:
        self._spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (closed by `contents`)
        self._slices: list[list[tuple[int, int]]] = []
        self._count = 0

    def add(self, terms: bytes) -> None:
        """Take the terms of the next part."""
        numbers = array("I")
        numbers.frombytes(terms)
        sliced: list[list[int]] = [[] for _ in range(_SLICES)]
        for term in numbers:
            sliced[(term ^ term >> 16) & (_SLICES - 1)].append(term)
        places = []
        for each in sliced:
            places.append((self._spool.tell(), len(each)))
            self._spool.write(array("I", each).tobytes())
        self._slices.append(places)
        self._count += len(numbers)

    def contents(self) -> Iterator[str]:
        """The files, in the order of the numbers by which they are chosen: a power of two of them. Called once."""
        files = 1
        while files * _TERMS_IN_FILE < self._count:
            files *= 2
        with self._spool:
            for number in range(files):
                lists: dict[int, list[int]] = {}
                for each in range(number % _SLICES, _SLICES, min(files, _SLICES)):
                    self._read(each, number, files, lists)
                yield _file(lists, len(self._slices))

    def _read(self, sliced: int, number: int, files: int, lists: dict[int, list[int]]) -> None:
        for part, places in enumerate(self._slices):
            offset, count = places[sliced]
            self._spool.seek(offset)
            numbers = array("I")
            numbers.frombytes(self._spool.read(count * numbers.itemsize))
            for term in numbers:
                if files <= _SLICES or (term ^ term >> 16) & (files - 1) == number:
                    if term in lists:
                        lists[term].append(part)
                    else:
                        lists[term] = [part]


def _file(lists: dict[int, list[int]], parts: int) -> str:
    terms = sorted(lists)
    keys = "".join([chr(term & 0xFFFF) + chr(term >> 16) for term in terms])
    return script("qingguoSearchPart", {"keys": keys, "lists": " ".join([_list(lists[term], parts) for term in terms])})


def _list(numbers: list[int], parts: int) -> str:
    if parts > 1 and len(numbers) * 2 > parts:
        return "*"
    return _gap(numbers[0] + 1) + "".join([_gap(later - earlier) for earlier, later in pairwise(numbers)])


@cache
def _gap(gap: int) -> str:
    rest, digit = divmod(gap - 1, 31)
    signs = ""
    while rest:
        signs += SIGNS[31 + digit]
        rest, digit = divmod(rest, 31)
    return signs + SIGNS[digit]
