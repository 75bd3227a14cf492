"""What the pages of a language want of each face: how many of them show a character, and which is the first to.

Every process that renders pages may keep a demand of its own; merged in whatever order, they are the same. A large site
counts on a sample of its pages only, for that is what takes time; the first page is known of every character.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.release.font_use import FaceKey, FaceUse

_WITHOUT_GLYPH = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
"""The categories of Unicode whose characters are not drawn: controls, marks of format, surrogates, spaces."""


@dataclass
class FaceDemand:
    """The demand of one face.

    `pages` is the number of pages that were counted, `counts` how many of them show a character, `first` the number of
    the first page of all that does.
    """

    pages: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)

    def add(self, characters: frozenset[str], page: int, is_counted: bool = True) -> None:
        """Add the characters of a page that comes after those which are added already."""
        # The method `difference` is many times as fast as an operator between a set and the keys of a dict.
        self.first.update(dict.fromkeys(_drawn(characters.difference(self.first)), page))
        if is_counted:
            self.pages += 1
            self.counts.update(characters)

    def __getstate__(self) -> tuple[int, str, list[int], list[int]]:
        """What is pickled: the same for equal demands, in whatever order they came about."""
        characters = "".join(sorted(self.first))
        counts, first = [self.counts[each] for each in characters], [self.first[each] for each in characters]
        return self.pages, characters, counts, first

    def __setstate__(self, state: tuple[int, str, list[int], list[int]]) -> None:
        """Take over what was pickled."""
        self.pages, characters, counts, first = state
        self.counts = Counter(dict(zip(characters, counts, strict=True)))
        self.first = dict(zip(characters, first, strict=True))

    def merge(self, other: "FaceDemand", offset: int = 0) -> None:
        """Add what `other` wants, whose page 0 is page `offset` here."""
        self.pages += other.pages
        self.counts.update(other.counts)
        for character, page in other.first.items():
            first = self.first.get(character)
            if first is None or page + offset < first:
                self.first[character] = page + offset

    def restricted(self, characters: frozenset[str]) -> "FaceDemand":
        """The demand of some of its characters."""
        return FaceDemand(
            self.pages,
            Counter({each: self.counts[each] for each in characters}),
            {each: self.first[each] for each in characters},
        )


@dataclass
class FontDemand:
    """The demand of all faces. It can be pickled, and is small: it grows with the characters, not with the pages."""

    faces: dict[FaceKey, FaceDemand] = field(default_factory=dict)
    last: int = -1
    """The number of the last page that was added."""

    def add(self, use: FaceUse, page: int, is_counted: bool = True) -> None:
        """Add the use of one page, whose number is its place among the pages of its language.

        Raises ValueError when a later page is added already: the first page to show a character must be known.
        """
        if page <= self.last:
            raise ValueError(f"page {page} after page {self.last}")
        self.last = page
        for face, characters in use.items():
            self.faces.setdefault(face, FaceDemand()).add(characters, page, is_counted)

    def merge(self, other: "FontDemand", offset: int = 0) -> None:
        """Add what `other` wants: that of another process, or of other pages. Its page 0 is page `offset` here."""
        self.last = max(self.last, other.last + offset)
        for face, demand in other.faces.items():
            self.faces.setdefault(face, FaceDemand()).merge(demand, offset)


def _drawn(characters: Iterable[str]) -> Iterable[str]:
    # Python's isprintable() would pass over what its Unicode tables do not know yet, such as the newest Han characters.
    return [each for each in characters if unicodedata.category(each) not in _WITHOUT_GLYPH]
