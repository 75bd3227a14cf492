"""The names of a large collection, in parts: all entries that a query can fit lie in the one part of its first letters.

The beginnings of queries make a tree. A leaf has at most some thousands of entries; where more fit a beginning, it is
parted by the next letter, and a reader who has typed no more than that beginning gets the `head`: the best of them.
Leaves lie side by side in files in the order of their beginnings, heads in files of their own.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.search.names import Row
from generator.search.prefixes import END, TIERS, Suffix, suffixes

LEAF_ROWS = 4000
"""The most entries of a leaf, and of a file; a row takes about 20 bytes once compressed."""

HEAD_ROWS = 300
"""The entries shown for a beginning that fits too many."""

_LONGEST_BEGINNING = 12
_TIERS = 8
"""A power of two that holds every tier."""

_RANKS = (0, 1, 2, 4, 3, *range(5, 2 * TIERS))
"""The rank of a beginning by its tier, first where it is a whole name, then where it is a part of one. Whoever has it
for all initials of the full name stands before those whose name begins so by pinyin.
"""


@dataclass
class NameParts:
    """The files, as the places of their entries among the rows: `heads` with the beginnings that each serves, `leaves`
    with the first beginning in each.
    """

    heads: list[tuple[list[str], list[int]]] = field(default_factory=list)
    leaves: list[tuple[str, list[int]]] = field(default_factory=list)


def name_parts(rows: Sequence[Row], leaf_rows: int = LEAF_ROWS, head_rows: int = HEAD_ROWS) -> NameParts:
    """The parts of rows that stand in their order."""
    tree = _Tree(rows, leaf_rows, head_rows)
    for beginning, fitting in _first_beginnings(rows):
        tree.place(beginning, fitting)
    parts = NameParts()
    keys: list[str] = []
    members: set[int] = set()
    for key in sorted(tree.heads, key=_as_in_the_browser):
        if keys and len(members) + len(tree.heads[key]) > leaf_rows:
            parts.heads.append((keys, sorted(members)))
            keys, members = [], set()
        keys.append(key)
        members.update(tree.heads[key])
    if keys:
        parts.heads.append((keys, sorted(members)))
    first, members = "", set()
    for key in sorted(tree.leaves, key=_as_in_the_browser):
        joined = members.union(tree.leaves[key])
        if members and len(joined) > leaf_rows:
            parts.leaves.append((first, sorted(members)))
            first, joined = key, set(tree.leaves[key])
        first, members = first or key, joined
    if members:
        parts.leaves.append((first, sorted(members)))
    return parts


def _as_in_the_browser(beginning: str) -> bytes:
    # JavaScript compares texts by UTF-16 units.
    return beginning.encode("utf-16-be", "surrogatepass")


def _first_beginnings(rows: Sequence[Row]) -> Iterator[tuple[str, dict[str, "array[int]"]]]:
    """For each first letter what begins with it: the beginnings of up to three letters (of one Han character), each
    with its fitting entries as place × 8 + tier, so that a hundred thousand entries stay small.
    """
    by_letter: dict[str, dict[str, array[int]]] = {}
    for place, row in enumerate(rows):
        for key, tier in _keys(suffixes(row)).items():
            fitting = by_letter.setdefault(key[0], {})
            if key not in fitting:
                fitting[key] = array("L")
            fitting[key].append(place * _TIERS + tier)
    yield from sorted(by_letter.items())


def _keys(found: Iterable[Suffix]) -> dict[str, int]:
    keys: dict[str, int] = {}
    for suffix in found:
        if suffix.is_han:
            character = suffix.ways[0][0][0]
            keys[character] = min(suffix.tier, keys.get(character, TIERS))
        else:
            suffix.add_prefixes(3, "", keys)
    return keys


class _Tree:
    """Parts the beginnings until each leaf is small enough."""

    def __init__(self, rows: Sequence[Row], leaf_rows: int, head_rows: int) -> None:
        self.heads: dict[str, list[int]] = {}
        self.leaves: dict[str, list[int]] = {}
        self._rows = rows
        self._leaf_rows = leaf_rows
        self._head_rows = head_rows

    def place(self, beginning: str, fitting: Mapping[str, Iterable[int]]) -> None:
        """Place what begins with `beginning`, given by longer beginnings."""
        places = {number // _TIERS for numbers in fitting.values() for number in numbers}
        if len(places) <= self._leaf_rows or len(beginning) == _LONGEST_BEGINNING:
            self.leaves[beginning] = sorted(places)
            return
        self.heads[beginning] = self._head(beginning, fitting)
        length = len(beginning) + 1
        if any(len(key) <= len(beginning) for key in fitting):
            fitting = self._longer(beginning, length, places)
        parted: dict[str, dict[str, Iterable[int]]] = {}
        for key, numbers in fitting.items():
            # The end of a name fits no longer query than this.
            if key != beginning + END:
                parted.setdefault(key[:length], {})[key] = numbers
        for key, each in sorted(parted.items()):
            self.place(key, each)

    def _longer(self, beginning: str, length: int, places: Iterable[int]) -> dict[str, Iterable[int]]:
        found: dict[str, list[int]] = {}
        for place in sorted(places):
            keys: dict[str, int] = {}
            for suffix in suffixes(self._rows[place]):
                suffix.add_prefixes(length, beginning, keys)
            for key, tier in keys.items():
                found.setdefault(key, []).append(place * _TIERS + tier)
        return dict(found)

    def _head(self, beginning: str, fitting: Mapping[str, Iterable[int]]) -> list[int]:
        """The best entries for the beginning alone, as `search-match.js` ranks them."""
        tiers: dict[int, int] = {}
        for key, numbers in fitting.items():
            part = key != beginning + END
            for number in numbers:
                place, tier = divmod(number, _TIERS)
                tiers[place] = min(_RANKS[tier * 2 + part], tiers.get(place, len(_RANKS)))
        ranked = sorted(tiers, key=lambda place: (tiers[place], -self._rows[place].prominence, place))
        return ranked[: self._head_rows]
