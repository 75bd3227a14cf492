"""The filter of a text in parts: for each term the parts that have it, so that a query loads no others.

It lies in files of its own, each with the terms from one number to another. A file is
`window.qingguoSearchPart = {keys, lists}`: `keys` has each term as two UTF-16 units, `lists` the parts of each, parted
by blanks: a sign for each part, U+00A1 for the first. A star stands for a term that more than half of the parts have:
it rules out too few to be worth its list.

Terms are grouped by their numbers, and each group has files of its own: a text that changes changes the files of those
groups only in which a term of it has come or gone.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import pairwise
from tempfile import SpooledTemporaryFile

from generator.search.script import script

FIRST_SIGN = 0xA1
_BORDERS = (0, 1 << 24, *(high << 24 for high in range(0x4E, 0xA1)), 1 << 32)
"""The lowest term of each group, and the end: single characters, what begins before the Han characters, a part of the
Han characters in each, what begins behind them. A pair of characters lies where its second one does.
"""
GROUPS = len(_BORDERS) - 1
_DIGEST_BYTES = 8
_TERMS_IN_FILE = 20_000
"""About 20 KB once compressed: a query asks for several files."""
_IN_MEMORY = 8 * 1024 * 1024


def group_digests(terms: bytes) -> bytes:
    """What stands for the terms of a part, group by group; `group_digest` reads one."""
    borders = _borders(terms)
    view = memoryview(terms).cast("I")
    return b"".join(
        blake2b(view[first:end], digest_size=_DIGEST_BYTES).digest() if first < end else bytes(_DIGEST_BYTES)
        for first, end in pairwise(borders)
    )


def group_digest(parts: Iterable[bytes], group: int) -> bytes:
    """What stands for the terms of a group in all parts, of which the `group_digests` are given; empty if none is."""
    start = group * _DIGEST_BYTES
    found = b"".join([digests[start : start + _DIGEST_BYTES] for digests in parts])
    return found if found.strip(b"\0") else b""


def _borders(terms: bytes) -> list[int]:
    numbers = memoryview(terms).cast("I")
    return [bisect_left(numbers, border) for border in _BORDERS]


class TextFilter:
    """Has the terms of parts, in their order; those of a large collection lie on disk meanwhile."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        """Each part is given by its terms."""
        self._spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (closed with this object)
        self._places: list[tuple[int, list[int]]] = []
        for terms in parts:
            self._places.append((self._spool.tell(), _borders(terms)))
            self._spool.write(terms)

    def files(self, group: int) -> Iterator[tuple[int, str]]:
        """The files of a group in the order of their terms, each with its lowest term."""
        lists = [(term, self._list(signs)) for term, signs in sorted(self._signs(group).items())]
        size = sum(len(signs) for _, signs in lists)
        # All of about the same size.
        limit = size / (size // _TERMS_IN_FILE + 1)
        gathered: list[tuple[int, str]] = []
        size = 0
        for each in lists:
            gathered.append(each)
            size += len(each[1])
            if size >= limit:
                yield gathered[0][0], _file(gathered)
                gathered, size = [], 0
        if gathered:
            yield gathered[0][0], _file(gathered)

    def _signs(self, group: int) -> dict[int, list[str]]:
        """The terms of a group, each with the signs of its parts."""
        signs: defaultdict[int, list[str]] = defaultdict(list)
        for part, (offset, borders) in enumerate(self._places):
            first, last = borders[group : group + 2]
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
