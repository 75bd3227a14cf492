"""Traditional from simplified characters and back, by OpenCC, with the names of people and places protected.

The conversion is OpenCC's `s2tw`: the character forms of the standard of Taiwan, the best known to readers, where `s2t`
prints some that few people write (待覈, 爲, 裏, 羣). Words stay those of the mainland.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from generator.language import tables

if TYPE_CHECKING:
    from opencc import OpenCC


@cache
def _converter() -> "OpenCC":
    # Its dictionaries take 40 MB, which a site without traditional characters need not have.
    from opencc import OpenCC

    return OpenCC("s2tw")


class TraditionalConverter:
    """Makes traditional text of simplified text and leaves protected names as they were given."""

    def __init__(self, protected: Mapping[str, str], known: Mapping[str, str] | None = None) -> None:
        """`protected` has the traditional form of each name by its simplified one, often the same characters.

        Where names overlap, the one that begins first wins, and of those the longest. `known` are whole texts with
        what this converter makes of them, so that it need not load its dictionaries for them.
        """
        self._known = known or {}
        self._protected = {name: form for name, form in protected.items() if name}
        longest_first = sorted(self._protected, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def convert(self, text: str) -> str:
        """The text in traditional characters."""
        if (known := self._known.get(text)) is not None:
            return known
        # What lies between names is converted on its own: no placeholder stands in for a name, so none can be forged.
        converter = _converter()
        parts: list[str] = []
        position = 0
        for found in self._names.finditer(text):
            parts.append(_convert(converter, text[position : found.start()]))
            parts.append(self._protected[found.group()])
            position = found.end()
        parts.append(_convert(converter, text[position:]))
        return "".join(parts)


def simplified_characters(characters: Iterable[str]) -> dict[str, str]:
    """The simplified form of each character that has another one, by the character; in the order of code points.

    Each is looked up by itself, so that 乾 is 干 here even where a phrase such as 乾隆 keeps it.
    """
    every = tables.simplified()
    return {character: every[character] for character in sorted(set(characters)) if character in every}


def traditional_variants(characters: Iterable[str]) -> dict[str, str]:
    """All characters whose simplified form is among `characters`, with that form; in the order of code points."""
    wanted = set(characters)
    return {variant: form for variant, form in tables.simplified().items() if form in wanted}


TAIWAN_FORMS = {"暱": "昵", "簷": "檐", "潀": "潨", "痺": "痹", "著": "着", "睪": "睾", "緪": "縆"}
"""Forms that `TraditionalConverter` writes but OpenCC leaves as they are on the way back, with the simplified ones. A
test finds them anew; to do so here would cost every process a tenth of a second.
"""


def _convert(converter: "OpenCC", text: str) -> str:
    return str(converter.convert(text)) if text else ""
