"""Folding: the form in which texts and queries are compared, whatever their case, width, accents and characters."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from generator.language.traditional import simplified_characters, traditional_variants


def fold(text: str) -> str:
    """The text in compatibility form, lower case, without Latin accents and tone marks, in simplified characters."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    plain = unicodedata.normalize("NFC", "".join(each for each in decomposed if not "\u0300" <= each <= "\u036f"))
    simplified = simplified_characters(plain)
    return "".join(simplified.get(character, character) for character in plain)


@cache
def fold_character(character: str) -> str:
    """The folded form of one character; a collection asks for the same few thousand again and again."""
    return fold(character)


def folding_pairs(characters: Iterable[str]) -> dict[str, str]:
    """How each character folds that a reader may meet in these characters or type in their place.

    Only characters whose folded form takes as many UTF-16 units: so a folded text has the same offsets as the text.
    """
    present = set(characters)
    pairs = {each: fold_character(each) for each in present}
    pairs.update(traditional_variants({*present, *pairs.values()}))
    return {each: pairs[each] for each in sorted(pairs) if pairs[each] != each and _units(pairs[each]) == _units(each)}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
