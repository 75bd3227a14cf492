"""Folding: the form in which texts and queries are compared, whatever their case, width, accents and characters."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from generator.language.traditional import TAIWAN_FORMS, simplified_characters, traditional_variants


def fold(text: str) -> str:
    """The text in compatibility form, lower case, without Latin accents and tone marks, in simplified characters."""
    if _UNIFIED(text):
        # These have neither case nor accents nor compatibility forms.
        return "".join(map(_fold_unified, text))
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    plain = unicodedata.normalize("NFC", "".join(each for each in decomposed if not "\u0300" <= each <= "\u036f"))
    simplified = {**simplified_characters(plain), **TAIWAN_FORMS}
    return "".join(simplified.get(character, character) for character in plain)


_UNIFIED = re.compile("[\u4e00-\u9fff]+").fullmatch


@cache
def _fold_unified(character: str) -> str:
    """The simplified form of a Han character of the main block."""
    return TAIWAN_FORMS.get(character, simplified_characters(character).get(character, character))


@cache
def fold_character(character: str) -> str:
    """The folded form of one character; a collection asks for the same few thousand again and again."""
    return fold(character)


def folding_pairs(characters: Iterable[str]) -> dict[str, str]:
    """How each character folds that a reader may meet in these characters or type in their place.

    Only characters whose folded form is one that takes as many UTF-16 units: so a folded text has the same offsets as
    the text.
    """
    present = set(characters)
    pairs = {each: fold_character(each) for each in present}
    forms = {*present, *pairs.values()}
    pairs.update(traditional_variants(forms))
    pairs.update({variant: form for variant, form in TAIWAN_FORMS.items() if form in forms})
    return {each: pairs[each] for each in sorted(pairs) if _is_pair(each, pairs[each])}


def fold_text(text: str) -> str:
    """The text as the browser folds it by `folding_pairs`."""
    # Few of the characters of a text fold, and to replace one takes a scan: a tenth of the time of `str.translate`.
    for character in set(text):
        form = fold_letter(character)
        if form != character:
            text = text.replace(character, form)
    return text


@cache
def fold_letter(character: str) -> str:
    """One character as the browser folds it by `folding_pairs`."""
    form = fold_character(character)
    return form if _is_pair(character, form) else character


def _is_pair(character: str, form: str) -> bool:
    return form != character and len(form) == 1 and _units(form) == _units(character)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
