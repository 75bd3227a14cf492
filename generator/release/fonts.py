"""Fonts of exactly the characters that the built pages use, in slices of which each page loads only what it needs.

A character that no face has would vanish without a trace, since a subset's missing glyph is blank: so such
characters are returned, for the review to report.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.release.font_demand import FaceDemand, FontDemand
from generator.release.font_glyphs import PreparedFont, read_prepared_font
from generator.release.font_use import FaceKey
from generator.release.font_woff2 import make_slice

SLICE_SIZE = 60
"""How many characters a slice has, about: small enough to leave out, large enough to be worth a request."""


@dataclass(frozen=True)
class FontRelease:
    """The fonts of one language.

    `files` are the contents by name, which carries their hash; `style` is the style sheet, whose addresses are
    relative to the folder of the files; `missing` are the characters that no face has.
    """

    files: Mapping[str, bytes]
    style: str
    missing: frozenset[str]


def release_fonts(faces: Mapping[FaceKey, Path], demand: FontDemand) -> FontRelease:
    """Cut slices of `faces`, folders of prepared fonts, for the pages that made the `demand`.

    `faces` is in the order in which a browser falls back from family to family. Raises OSError or ValueError when a
    font cannot be read.
    """
    fonts = {key: read_prepared_font(folder) for key, folder in faces.items()}
    resolved, missing = _resolve(demand, fonts)
    files: dict[str, bytes] = {}
    rules: list[str] = []
    for key in (key for key in faces if key in resolved):
        font, wanted = fonts[key], resolved[key]
        ready = [(each.characters, each.data) for each in font.ready if each.characters & wanted.first.keys()]
        rest = wanted.first.keys() - frozenset().union(*(each.characters for each in font.ready))
        cuts = cut({each: wanted.counts[each] for each in rest}, wanted.first, wanted.pages)
        slices = [*ready, *((each, make_slice(font, each)) for each in cuts)]
        rules += [_store(files, key, characters, data) for characters, data in slices]
    return FontRelease(files, "".join(rules), missing)


def _resolve(
    demand: FontDemand, fonts: Mapping[FaceKey, PreparedFont]
) -> tuple[dict[FaceKey, FaceDemand], frozenset[str]]:
    """Give each character to the first face that has it, as a browser would: own family first, then the others."""
    resolved: dict[FaceKey, FaceDemand] = {}
    missing: set[str] = set()
    for wanted, each in sorted(demand.faces.items()):
        left = frozenset(each.first)
        for family in dict.fromkeys([wanted.family, *(key.family for key in fonts)]):
            key = FaceKey(family, wanted.weight)
            key = key if key in fonts else FaceKey(family, 400)
            held = fonts[key].holds(left) if key in fonts else frozenset()
            if held:
                resolved.setdefault(key, FaceDemand()).merge(each.restricted(held))
            left = left - held
        missing |= left
    return resolved, frozenset(missing)


def cut(counts: Mapping[str, int], first: Mapping[str, int], pages: int) -> list[str]:
    """Cut the characters into slices: by how common they are, and within that by the first page that shows them.

    A slice ends after a character that its own code chooses, so that a new character moves no border but its own.
    """
    ranks = {each: _rank(count, pages) for each, count in counts.items()}
    order = sorted(counts, key=lambda each: (ranks[each], 0 if ranks[each] == _COMMON else first[each], each))
    slices: list[str] = []
    current = ""
    for character in order:
        if current and _is_border(current, ranks[current[-1]] != ranks[character]):
            slices.append(current)
            current = ""
        current += character
    return [*slices, current] if current else slices


_COMMON, _FREQUENT, _RARE = range(3)


def _rank(count: int, pages: int) -> int:
    return _COMMON if count * 2 >= pages else _FREQUENT if count * 8 >= pages else _RARE


def _is_border(current: str, rank_changes: bool) -> bool:
    if rank_changes and len(current) >= SLICE_SIZE // 3:
        return True
    return len(current) >= SLICE_SIZE * 4 // 3 or (len(current) >= SLICE_SIZE * 2 // 3 and _ends(current))


def _ends(text: str) -> bool:
    return hashlib.sha256(text[-1].encode()).digest()[0] % (SLICE_SIZE // 2) == 0


def _store(files: dict[str, bytes], key: FaceKey, characters: Iterable[str], data: bytes) -> str:
    slug = key.family.lower().replace(" ", "-")
    name = f"{slug}-{key.weight}.{hashlib.sha256(data).hexdigest()[:12]}.woff2"
    files[name] = data
    return (
        f'@font-face{{font-family:"{key.family}";font-weight:{key.weight};font-style:normal;font-display:swap;'
        f'src:url({name}) format("woff2");unicode-range:{unicode_range(characters)}}}\n'
    )


def unicode_range(characters: Iterable[str]) -> str:
    """The value of `unicode-range` for these characters: `U+41-5A,U+5E38`."""
    codes = sorted({ord(character) for character in characters})
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)
