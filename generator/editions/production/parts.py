"""What comes back of a chunk besides its pages: a packed part for each thing that is made of all records.

Parts stay packed until what they are for must be made again: so a change of a biography leaves the lists alone, and ten
thousand records take little memory.
"""

import io
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.views.listing.rows import RowKind


class Part(StrEnum):
    """What a part is for, besides lists, whose parts are the kinds of their rows."""

    ENTRIES = "entries"
    """`SearchEntry` of each record, where the index of search is not in parts."""
    NAMES = "names"
    """The rows of each text part of the index of search."""
    TEXTS = "texts"
    """`KeptText` of each text part of the index of search."""
    TERMS = "terms"
    """The terms of each text part of the index of search, as bytes."""
    CHARACTERS = "characters"
    """Kinds and ids of the chunk's records, and the `FontDemand` of their pages."""
    EXPORTS = "exports"
    """`ExportRows` of the chunk."""
    LINKS = "links"
    """`PageLinks` of each page."""


PartKey = tuple[Part | RowKind, str]
"""What a part is for, and its language; no language for what all share."""
Parts = Mapping[PartKey, str]
"""The name under which each part of a chunk is stored, which stands for its content."""


class PageSize(NamedTuple):
    """A page that was written: its address below the root of its language, and the length of its file in bytes."""

    language: str
    path: str
    size: int


def packed(value: Any) -> bytes:
    """Rows as bytes. Bytes that differ may be of equal rows, never the other way round."""
    return zlib.compress(pickle.dumps(value, protocol=5), 1)


class ForeignPart(Exception):
    """Bytes that are no part which this program has packed."""


class _Unpickler(pickle.Unpickler):
    """Makes nothing but rows of this program: a cache may have been written by anybody."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        # `cache` and `os.system` would be the function of another module, which `cache` has imported.
        if module.startswith(_ROOMS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise ForeignPart(f"{module}.{name}")


_ROOMS = (
    "generator.archive.digest",
    "generator.archive.load",
    "generator.exports.downloads",
    "generator.records.",
    "generator.release.",
    "generator.search.",
    "generator.views.listing.",
    "generator.views.texts",
    "generator.editions.production.",
    "generator.editions.searching",
)
_PLAIN = frozenset(
    {
        ("array", "_array_reconstructor"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("collections", "Counter"),
        ("markupsafe", "Markup"),
    }
)


_UNREADABLE = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    TypeError,
    ValueError,
)
"""What reading bytes that are no pickle of this program may raise."""


def loaded(data: bytes) -> Any:
    """What was pickled. Raises ForeignPart."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except _UNREADABLE as error:
        raise ForeignPart(str(error)) from None


def unpacked(data: bytes) -> Any:
    """The rows of a part. Raises ForeignPart."""
    try:
        return loaded(zlib.decompress(data))
    except zlib.error as error:
        raise ForeignPart(str(error)) from None


def part_name(data: bytes) -> str:
    """The name of a packed part, which stands for its content."""
    return blake2b(data, digest_size=16).hexdigest()


@dataclass(frozen=True)
class StoredParts:
    """The parts of all chunks, in the order of chunks. `read` answers a part by its name."""

    chunks: Sequence[Parts]
    read: Callable[[str], bytes]

    def rows(self, key: PartKey) -> Iterator[Any]:
        """The rows of one part of every chunk, chunk after chunk: only one chunk's are held at a time."""
        for each in self.chunks:
            if key in each:
                yield from unpacked(self.read(each[key]))

    def digest(self, keys: Iterable[PartKey], *more: str) -> str:
        """What stands for some parts of all chunks, and for whatever else something is made of."""
        wanted, hashed = tuple(keys), blake2b(digest_size=16)
        for text in more:
            hashed.update(f"{len(text)}:{text}".encode())
        for each in self.chunks:
            for key in wanted:
                hashed.update(each.get(key, "").encode() + b";")
        return hashed.hexdigest()
