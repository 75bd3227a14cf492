"""Terms: what a text has that a word of a query cannot do without, as numbers. `search-parts.js` reads them alike.

Two neighbouring UTF-16 units of a folded text, neither of them ASCII, are a term (the first + 65,536 × the second),
each such unit alone is one (itself), and so is the beginning of each word of Latin letters and digits: a hash, whose
low seven bits stand where a unit would be below 128, so that the three never meet.
"""

import re
import sys
from array import array
from functools import lru_cache

BEGINNINGS = (1, 2, 3, 4, 6, 8)
"""The lengths of the beginnings of a Latin word by which it can be found."""

_WORD = re.compile("[a-z0-9]+")
_ASCII = re.compile("[\0-\x7f]+")


def text_terms(folded: str) -> set[int]:
    """The terms of a folded text."""
    # A pair with a zero behind a unit is that unit alone, and with one before it is left out.
    encoded = _ASCII.sub("\0", folded).encode("utf-16-le", "surrogatepass")
    units = set(_numbers("H", encoded))
    terms = units.union(_numbers("I", encoded))
    # Every second pair begins at an odd place.
    terms.update(_numbers("I", encoded[2:]))
    terms.difference_update([unit << 16 for unit in units])
    terms.discard(0)
    for word in set(_WORD.findall(folded)):
        terms.update(_beginnings(word))
    return terms


def _numbers(code: str, encoded: bytes) -> "array[int]":
    numbers = array(code)
    numbers.frombytes(encoded[: len(encoded) - len(encoded) % numbers.itemsize])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@lru_cache(maxsize=1 << 16)
def _beginnings(word: str) -> tuple[int, ...]:
    return tuple(_hashed(word[:length]) for length in BEGINNINGS if length <= len(word))


def _hashed(letters: str) -> int:
    found = 0
    for letter in letters:
        found = (found * 37 + ord(letter)) & 0x7F_FFFF
    return (found & 0x7F) | (found >> 7 << 16)
