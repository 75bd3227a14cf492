"""The pinyin of names: from a reading that an editor gave, or from the characters by the tables of pypinyin.

Pinyin is read with or without spaces and apostrophes (`Shàn Xióngxìn`, `Xī'ān`) and cut into one syllable a character.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language import tables
from generator.language.traditional import simplified_characters

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
"""A Han character. `theme/static/search-words.js` counts characters by the same blocks."""


class NotPinyin(ValueError):
    """A text is not pinyin, or has not one syllable for each character of the name."""


@dataclass(frozen=True)
class Romanisation:
    """The reading of a name: one syllable a Han character, in lower case, with tone marks.

    A syllable is empty where the character is so rare that its reading is not known.
    """

    syllables: tuple[str, ...]

    @property
    def toneless(self) -> tuple[str, ...]:
        """The syllables in the letters a to z, with v for ü."""
        return tuple(map(_toneless_syllable, self.syllables))

    @property
    def initials(self) -> str:
        """The first letter of each syllable: `zyr` for Zhào Yuánrèn."""
        return "".join(syllable[:1] for syllable in self.toneless)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name in one word, in each spelling of ü that people type: v, u, and yu as in passports."""
        joined = "".join(self.toneless)
        return tuple(dict.fromkeys(joined.replace("v", letter) for letter in ("v", "u", "yu")))


def toneless(syllables: str) -> str:
    """Pinyin without tone marks, in lower case, with v for ü."""
    decomposed = unicodedata.normalize("NFD", syllables.lower()).replace("u\u0308", "v")
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def _toneless_syllable(syllable: str) -> str:
    # Texts have a few thousand different syllables, names of a large collection have hundreds of thousands.
    return toneless(syllable)


def from_text(text: str) -> Romanisation:
    """The usual reading of the Han characters of `text`; what else it contains is passed over."""
    characters = "".join(HAN.findall(text))
    if not characters:
        return Romanisation(())
    simplified = simplified_characters(characters)
    # Phrases, such as 重庆, are known in simplified characters.
    return Romanisation(tuple(_usual("".join(simplified.get(character, character) for character in characters))))


def _usual(text: str) -> Iterator[str]:
    """The usual reading of each character: in the longest phrase that is left, or by itself, as pypinyin has it."""
    phrases, place = tables.phrases(), 0
    while place < len(text):
        rest = text[place:]
        found = phrases.longest(rest)
        if found:
            yield from found
            place += len(found)
            continue
        # Where a phrase breaks off at the end of the text, pypinyin seeks no other phrase in it.
        alone = len(rest) if phrases.goes_on(rest) else 1
        for character in rest[:alone]:
            yield _alone(character)
        place += alone


@cache
def _alone(character: str) -> str:
    """The usual reading of a character; a collection asks for the same few thousand again and again."""
    return next(iter(tables.readings().of(character)), "")


def from_pinyin(given: str, text: str) -> Romanisation:
    """The reading `given` for the name `text`, cut into as many syllables as `text` has Han characters.

    Where pinyin can be cut in two ways (`fangan`), the readings of the characters decide. A reading may leave out what
    `text` adds in brackets, as in `某某故居（某堂）`, which then has its usual reading. Raises NotPinyin.
    """
    pieces = _letters(given)
    for part in (text, *_BRACKET.split(text, maxsplit=1)[:1]):
        cut = _cut(pieces, [_known_readings(character) for character in HAN.findall(part)])
        if cut is not None:
            return Romanisation((*cut, *from_text(text[len(part) :]).syllables))
    raise NotPinyin(given)


def readings(text: str, given: str | None = None) -> tuple[Romanisation, ...]:
    """The readings under which a reader may look for `text`: the given one, and the usual one where it differs.

    A given reading that is not pinyin for this text is passed over; the review says so to the editor.
    """
    usual = from_text(text)
    if given is None or _is_reading_as_written(given, usual):
        return (usual,)
    try:
        first = from_pinyin(given, text)
    except NotPinyin:
        return (usual,)
    return (first,) if first.toneless == usual.toneless else (first, usual)


def _is_reading_as_written(given: str, reading: Romanisation) -> bool:
    """Whether `given` is just this reading, its syllables parted or not: most names are, and need no cutting."""
    rest = given.lower()
    for syllable in reading.syllables:
        if not syllable or not rest.startswith(syllable):
            return False
        rest = rest[len(syllable) :].lstrip(" '’")
    return not rest


def _letters(given: str) -> list[list[str]]:
    """The letters of a text, each with its marks, in pieces that no syllable crosses."""
    composed = unicodedata.normalize("NFC", given.lower())
    return [_LETTER.findall(piece) for piece in re.findall(rf"(?:{_LETTER.pattern})+", composed)]


_BRACKET = re.compile("[(（]")
_LETTER = re.compile("[^\\W\\d_][\u0300-\u036f]*")
"""A letter with the marks over it that have no letter of their own."""


def _cut(pieces: Sequence[Sequence[str]], known: Sequence[frozenset[str]]) -> tuple[str, ...] | None:
    """The best way to cut the pieces into one syllable for each of the sets of `known` readings, or None."""
    letters = [letter for piece in pieces for letter in piece]
    if len(letters) > _LONGEST * len(known):
        return None
    starts = {sum(map(len, pieces[:index])) for index in range(len(pieces))} | {len(letters)}
    plain = [toneless(letter) for letter in letters]
    best: dict[int, tuple[int, tuple[str, ...]]] = {0: (0, ())}
    for readings_here in known:
        following: dict[int, tuple[int, tuple[str, ...]]] = {}
        for start, (penalty, syllables) in best.items():
            for end in range(min(start + _LONGEST, len(letters)), start, -1):
                syllable = "".join(plain[start:end])
                if any(start < border < end for border in starts) or syllable not in _syllables():
                    continue
                is_known = syllable in readings_here
                # Within a word such a syllable has an apostrophe before it, so without one it is the end of another:
                # Zhao is not Zha and o. Editors forget the apostrophe, but seldom where the character is not read so.
                if start not in starts and syllable[0] in "aoe" and not is_known:
                    continue
                cost = penalty + (not is_known)
                if end not in following or cost < following[end][0]:
                    following[end] = (cost, (*syllables, "".join(letters[start:end])))
        best = following
    return best[len(letters)][1] if len(letters) in best else None


_LONGEST = 6
"""The letters of the longest syllables, such as zhuang."""


@cache
def _syllables() -> frozenset[str]:
    """Every syllable that a character of the tables has, but for bare consonants; r ends a word (花儿)."""
    every = {toneless(reading) for listed in tables.readings().different for reading in listed}
    return frozenset(syllable for syllable in every if re.fullmatch("[a-z]*[aeiouv][a-z]*", syllable)) | {"r"}


@cache
def _known_readings(character: str) -> frozenset[str]:
    simplified = simplified_characters(character).get(character, character)
    listed = (tables.readings().of(each) for each in (character, simplified))
    return frozenset(toneless(reading) for readings_here in listed for reading in readings_here)
