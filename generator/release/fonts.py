"""Fonts of exactly the characters that the built pages use, in slices of which each page loads only what it needs.

A character that no face has would vanish without a trace, since a subset's missing glyph is blank: so such
characters are returned, for the review to report.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.release.font_slices import Coverage, SliceCache, SliceJob, make_slices
from generator.release.font_use import FaceKey, FaceUse

SLICE_SIZE = 120
"""How many characters a slice has, about: small enough to leave out, large enough to be worth a request."""


@dataclass(frozen=True)
class FontRelease:
    """The fonts of one site.

    `files` are the contents by name, which carries their hash; `styles` is the style sheet of each language, whose
    addresses are relative to the folder of the files; `missing` are the characters that no face has.
    """

    files: Mapping[str, bytes]
    styles: Mapping[str, str]
    missing: frozenset[str]


@dataclass
class _Demand:
    """What the pages want of one face: on how many pages each character stands, and its smallest page."""

    pages: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    home: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, characters: frozenset[str], size: int, page: int) -> None:
        self.pages += 1
        self.counts.update(characters)
        for character in characters:
            self.home[character] = min(self.home.get(character, (size, page)), (size, page))


def release_fonts(
    faces: Mapping[FaceKey, Path], pages: Iterable[tuple[str, FaceUse]], cache_folder: Path | None = None
) -> FontRelease:
    """Subset `faces` to what `pages`, pairs of language and use, need.

    `faces` is in the order in which a browser falls back from family to family. `cache_folder` keeps slices between
    builds; what cannot be read there counts as absent. Raises OSError when a font cannot be read.
    """
    cache = SliceCache(cache_folder)
    coverages = {key: cache.coverage(path) for key, path in faces.items()}
    demands: dict[FaceKey, _Demand] = {key: _Demand() for key in faces}
    used: dict[str, set[FaceKey]] = {}
    missing: set[str] = set()
    for page, (language, use) in enumerate(pages):
        for key, characters in sorted(_resolve(use, coverages, missing).items()):
            demands[key].add(characters, len(characters), page)
            used.setdefault(language, set()).add(key)
    jobs = [
        SliceJob(faces[key], f"{key.family} {key.weight}", tuple(cut(demand.counts, demand.home, demand.pages)))
        for key, demand in demands.items()
    ]
    files: dict[str, bytes] = {}
    rules: dict[FaceKey, str] = {}
    for key, job, made in zip(demands, jobs, make_slices(jobs, cache), strict=True):
        named = zip(job.slices, made, strict=True)
        rules[key] = "".join(_store(files, key, characters, data) for characters, data in named)
    styles = {language: "".join(rules[key] for key in faces if key in keys) for language, keys in used.items()}
    return FontRelease(files, styles, frozenset(missing))


def _resolve(use: FaceUse, coverages: Mapping[FaceKey, Coverage], missing: set[str]) -> dict[FaceKey, frozenset[str]]:
    """Give each character to the first face that has it, as a browser would: own family first, then the others."""
    resolved: dict[FaceKey, frozenset[str]] = {}
    for wanted, characters in use.items():
        families = dict.fromkeys([wanted.family, *(key.family for key in coverages)])
        left = characters
        for family in families:
            key = FaceKey(family, wanted.weight)
            key = key if key in coverages else FaceKey(family, 400)
            if key in coverages and left:
                held = coverages[key].holds(left)
                if held:
                    resolved[key] = resolved.get(key, frozenset()) | held
                left = left - held
        missing |= left
    return resolved


def cut(counts: Mapping[str, int], home: Mapping[str, tuple[int, int]], pages: int) -> list[str]:
    """Cut the characters into slices: letters and signs, then Han by how common they are; rare ones by their page.

    A slice ends after a character that its own code chooses, so that a new character moves no border but its own.
    """
    ranks = {each: _rank(each, count, pages) for each, count in counts.items()}
    order = sorted(counts, key=lambda each: (ranks[each], home[each] if ranks[each] == _RARE else (0, 0), each))
    slices: list[str] = []
    current = ""
    for character in order:
        if current and _is_border(current, ranks[current[-1]], ranks[character]):
            slices.append(current)
            current = ""
        current += character
    return [*slices, current] if current else slices


_SIGN, _COMMON, _FREQUENT, _RARE = range(4)


def _rank(character: str, count: int, pages: int) -> int:
    if character < "\u2e80":
        return _SIGN
    return _COMMON if count * 2 >= pages else _FREQUENT if count * 8 >= pages else _RARE


def _is_border(current: str, rank: int, following: int) -> bool:
    if rank != following and (rank == _SIGN or len(current) >= SLICE_SIZE // 4):
        return True
    return len(current) >= 2 * SLICE_SIZE or (len(current) >= SLICE_SIZE // 2 and _ends(current))


def _ends(text: str) -> bool:
    return hashlib.sha256(text[-1].encode()).digest()[0] % (SLICE_SIZE // 2) == 0


def _store(files: dict[str, bytes], key: FaceKey, characters: str, data: bytes) -> str:
    slug = key.family.lower().replace(" ", "-")
    name = f"{slug}-{key.weight}.{hashlib.sha256(data).hexdigest()[:12]}.woff2"
    files[name] = data
    return (
        f'@font-face{{font-family:"{key.family}";font-weight:{key.weight};font-style:normal;font-display:swap;'
        f'src:url({name}) format("woff2");unicode-range:{unicode_range(characters)}}}\n'
    )


def unicode_range(characters: Sequence[str]) -> str:
    """The value of `unicode-range` for these characters: `U+41-5A,U+5E38`."""
    codes = sorted({ord(character) for character in characters})
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)
