"""What a query may begin with to fit a name: the ways in which `search-match.js` lets a query be read.

A query fits from any character of a name on, or from the beginning of a word. A Han character is written as itself, as
its syllable or as the first letter of that (two for zh, ch, sh); any other as itself. So 赵元任 is asked for by what
begins with 赵, with zhao, zy, zhy, 元, yuan, yr … A query that has a Han character after Latin letters is looked up by
what follows from that character on, so a beginning in Latin letters never goes on with one.
"""

from dataclasses import dataclass
from functools import cache
from unicodedata import category

from generator.language.romanisation import HAN
from generator.search.folding import fold_letter
from generator.search.names import Row, name_parts

END = "\0"
"""Stands after a beginning that is the whole rest of a name."""

TIERS = 7
"""How well a query fits, for a start: 0 at the beginning of a full name, as it is written; 1 there by pinyin; 2 there
by initials; 3 and 4 at the beginning of another name; 5 and 6 within a name. The browser ranks what it has more
finely.
"""

_FULL = "fet"
_LONGEST_NAME_TO_SEARCH_WITHIN = 16


@dataclass(frozen=True, slots=True)
class Element:
    """A letter or character of a name; each way to write it with whether it is an initial only."""

    character: str
    is_han: bool
    written: tuple[tuple[str, bool], ...]
    spelt: tuple[tuple[str, bool], ...]
    every: tuple[tuple[str, bool], ...]


Ways = list[tuple[tuple[str, bool], ...]]


@dataclass(frozen=True, slots=True)
class Suffix:
    """A name from one of its characters on: the ways to write each character, and the tier of what begins here."""

    ways: Ways
    tier: int
    is_han: bool

    def add_prefixes(self, length: int, beginning: str, found: dict[str, int]) -> None:
        """Add the first `length` characters of each query that fits and starts with `beginning`, each with its tier."""
        self._grow("", 0, length, beginning, self.tier, found)

    def _grow(self, made: str, index: int, length: int, beginning: str, tier: int, found: dict[str, int]) -> None:
        # A Han character whose reading is not known ends what Latin letters can ask for.
        if index == len(self.ways) or not self.ways[index]:
            if len(made) >= len(beginning) and found.get(made + END, TIERS) > tier:
                found[made + END] = tier
            return
        is_last = index + 1 == len(self.ways)
        for way, is_initial in self.ways[index]:
            text = made + way
            if beginning and not text.startswith(beginning[: len(text)]):
                continue
            reached = tier + 1 if is_initial and tier in (1, 3, 5) else tier
            if len(text) > length or (len(text) == length and not is_last):
                text = text[:length]
                if found.get(text, TIERS) > reached:
                    found[text] = reached
            else:
                self._grow(text, index + 1, length, beginning, reached, found)


def suffixes(row: Row) -> list[Suffix]:
    """Every place from which a query may fit a name of the entry."""
    found: list[Suffix] = []
    for letter, text, syllables in name_parts(row) or [("f", "", "")]:
        elements, begins = _elements(text or row.title, syllables)
        is_long = len(elements) > _LONGEST_NAME_TO_SEARCH_WITHIN
        written = [each.written for each in elements]
        spelt = [each.spelt for each in elements]
        every = [each.every for each in elements]
        for place in begins:
            # Within a long name only what is written is found.
            is_long_within = is_long and place > 0
            tier = 5 if place else 0 if letter in _FULL else 3
            if elements[place].is_han:
                rest = written if is_long_within else every
                found.append(Suffix([written[place], *rest[place + 1 :]], tier, True))
                if not is_long_within:
                    found.append(Suffix(spelt[place:], tier or 1, False))
            else:
                found.append(Suffix((written if is_long_within else spelt)[place:], tier, False))
    return found


def _elements(text: str, syllables: str) -> tuple[list[Element], list[int]]:
    """The letters of a name, and the places where a query may begin; as in `elementMaker`."""
    elements: list[Element] = []
    places: list[int] = []
    spelt = iter(syllables.split(" "))
    begins = True
    for raw in text:
        character = fold_letter(raw)
        is_han = _is_han(raw)
        is_letter = _is_letter(character)
        if is_han or is_letter:
            if begins or is_han:
                places.append(len(elements))
            elements.append(_element(character, next(spelt, "") if is_han else ""))
        begins = is_han or not is_letter
    return elements, places


@cache
def _is_han(character: str) -> bool:
    return HAN.match(character) is not None


@cache
def _is_letter(character: str) -> bool:
    return category(character)[0] in "LN"


@cache
def _element(character: str, variants: str) -> Element:
    syllables = filter(None, variants.split("/"))
    spellings = [syllable.replace("v", letter, 1) for syllable in syllables for letter in ("v", "u", "yu")]
    ways = {spelling[:2]: True for spelling in spellings if spelling[1:2] == "h"}
    ways |= {spelling[0]: True for spelling in spellings}
    ways |= dict.fromkeys(spellings, False)
    written = ((character, False),)
    is_han = _is_han(character)
    spelt = tuple(ways.items())
    return Element(character, is_han, written, spelt if is_han else written, written + spelt)
