"""What dictionaries say of Han characters, prepared at set-up in tables so small that every process can hold them.

The dictionaries themselves take fifty times as much memory and half a second of every start.
`tools/prepared_language.py` makes the tables; `generator/vendor/manifest.json` says of which versions.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FIRST_NUMBER = 0x100
"""Numbers are written as characters, from this code point on."""


@dataclass(frozen=True)
class Readings:
    """The readings of characters, the usual one first, as pinyin with tone marks."""

    characters: str
    """All that have a reading, in the order of code points."""
    numbers: str
    """For each of them the number of its readings in `different`."""
    different: Sequence[tuple[str, ...]]

    def of(self, character: str) -> tuple[str, ...]:
        """The readings of a character; none where they are not known."""
        place = bisect_left(self.characters, character)
        if self.characters[place : place + 1] != character:
            return ()
        return self.different[ord(self.numbers[place]) - FIRST_NUMBER]


@dataclass(frozen=True)
class Phrases:
    """Phrases in which characters are read in their own way, in lines `重庆 chóng qìng`, by the first character."""

    lines: Mapping[str, str]
    """Each line begins and ends with a line break."""

    def longest(self, text: str) -> tuple[str, ...]:
        """The readings of the characters of the longest phrase with which the text begins; none where there is none."""
        lines = self.lines.get(text[:1])
        if lines is None:
            return ()
        readings: tuple[str, ...] = ()
        for end in range(2, len(text) + 1):
            place = lines.find(f"\n{text[:end]}")
            if place < 0:
                break
            place = lines.find(f"\n{text[:end]} ", place)
            if place >= 0:
                readings = tuple(lines[place + end + 2 : lines.index("\n", place + 1)].split(" "))
        return readings

    def goes_on(self, text: str) -> bool:
        """Whether a phrase begins with all of the text."""
        return f"\n{text}" in self.lines.get(text[:1], "")


def _table(name: str) -> str:
    return files("generator").joinpath("vendor", "language", f"{name}.txt").read_text(encoding="utf-8")


@cache
def readings() -> Readings:
    """The readings of characters."""
    characters, numbers, *different = _table("readings").removesuffix("\n").split("\n")
    return Readings(characters, numbers, [tuple(each.split(",")) for each in different])


@cache
def phrases() -> Phrases:
    """The phrases that say how characters are read."""
    return Phrases({part[0]: f"\n{part}\n" for part in _table("phrases").removesuffix("\n").split("\n\n")})


@cache
def simplified() -> Mapping[str, str]:
    """The simplified form of each character that has another one, in the order of code points."""
    variants, forms = _table("simplified").split()
    return dict(zip(variants, forms, strict=True))
