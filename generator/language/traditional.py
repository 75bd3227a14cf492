"""Traditional from simplified characters and back, by OpenCC, with the names of people and places protected.

The conversion is OpenCC's `s2tw`: the character forms of the standard of Taiwan, the best known to readers, where `s2t`
prints some that few people write (待覈, 爲, 裏, 羣). Words stay those of the mainland.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC


@cache
def _converter(configuration: str) -> OpenCC:
    return OpenCC(configuration)


class TraditionalConverter:
    """Makes traditional text of simplified text and leaves protected names as they were given."""

    def __init__(self, protected: Mapping[str, str]) -> None:
        """`protected` has the traditional form of each name by its simplified one, often the same characters.

        Where names overlap, the one that begins first wins, and of those the longest.
        """
        self._protected = {name: form for name, form in protected.items() if name}
        longest_first = sorted(self._protected, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def convert(self, text: str) -> str:
        """The text in traditional characters."""
        # What lies between names is converted on its own: no placeholder stands in for a name, so none can be forged.
        converter = _converter("s2tw")
        parts: list[str] = []
        position = 0
        for found in self._names.finditer(text):
            parts.append(_convert(converter, text[position : found.start()]))
            parts.append(self._protected[found.group()])
            position = found.end()
        parts.append(_convert(converter, text[position:]))
        return "".join(parts)


def to_simplified(text: str) -> str:
    """The text in simplified characters."""
    return _convert(_converter("t2s"), text)


def simplified_characters(characters: Iterable[str]) -> dict[str, str]:
    """The simplified form of each character that has another one, by the character; in the order of code points.

    Each is looked up by itself, so that 乾 is 干 here even where a phrase such as 乾隆 keeps it.
    """
    every = _every_simplified_character()
    return {character: every[character] for character in sorted(set(characters)) if character in every}


def traditional_variants(characters: Iterable[str]) -> dict[str, str]:
    """All characters whose simplified form is among `characters`, with that form; in the order of code points."""
    wanted = set(characters)
    return {variant: form for variant, form in _every_simplified_character().items() if form in wanted}


TAIWAN_FORMS = {"暱": "昵", "簷": "檐", "潀": "潨", "痺": "痹", "著": "着", "睪": "睾", "緪": "縆"}
"""Forms that `TraditionalConverter` writes but OpenCC leaves as they are on the way back, with the simplified ones. A
test finds them anew; to do so here would cost every process a tenth of a second.
"""

_HAN_BLOCKS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
"""The first and last code point of the blocks in which Unicode has Han characters."""


@cache
def _every_simplified_character() -> Mapping[str, str]:
    # OpenCC does not show its dictionary; one call on a character a line takes 0.1 s.
    characters = [chr(code) for first, last in _HAN_BLOCKS for code in range(first, last + 1)]
    forms = to_simplified("\n".join(characters)).split("\n")
    return {
        character: form
        for character, form in zip(characters, forms, strict=True)
        if form != character and len(form) == 1
    }


def _convert(converter: OpenCC, text: str) -> str:
    return str(converter.convert(text)) if text else ""
