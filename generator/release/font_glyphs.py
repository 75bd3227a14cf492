"""The glyphs of a font as set-up prepared them: in the form that WOFF2 wants, so that a build need only join them.

A prepared font is a folder. `font.json` holds what all its slices have in common: the tables that do not depend on
their glyphs, and the signs (letters and punctuation, with kerning and vertical forms) that lie ready as WOFF2 files
beside it. `index.bin` says which glyphs there are, `glyphs.bin` holds their outlines. `tools/prepared_fonts.py`
writes all of it.
"""

import base64
import hashlib
import json
import mmap
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FORMAT = 1
OVERLAPS = 0x8000
"""The bit, in the number of contours, of glyphs whose contours overlap."""

_FIELDS = 7


class Glyph(NamedTuple):
    """One glyph: its metrics in units of the font, and its outline as three streams of WOFF2's transformed `glyf`.

    `contour_sizes` (255UInt16 each), `flags` and `triplets` are those streams; `plain_size` is the length in bytes
    that the outline has in a TrueType font.
    """

    advance: int
    height: int
    top_bearing: int
    contours: int
    overlaps: bool
    plain_size: int
    contour_sizes: bytes
    flags: bytes
    triplets: bytes


class ReadySlice(NamedTuple):
    """Characters that are always served together, and the WOFF2 file that holds them."""

    characters: frozenset[str]
    data: bytes


@dataclass(frozen=True)
class PreparedFont:
    """A font out of which slices can be made. `fingerprint` changes with every byte of it."""

    fingerprint: str
    tables: Mapping[str, bytes]
    ready: Sequence[ReadySlice]
    _places: Mapping[int, int]
    _offsets: Sequence[int]
    _fields: Sequence[int]
    _outlines: mmap.mmap

    def holds(self, characters: Iterable[str]) -> frozenset[str]:
        """Those of `characters` that the font has."""
        return frozenset(character for character in characters if ord(character) in self._places)

    def glyph(self, character: str) -> Glyph:
        """The glyph of a character. Raises KeyError when the font does not have it."""
        place = self._places[ord(character)]
        fields = self._fields[place * _FIELDS : (place + 1) * _FIELDS]
        advance, height, bearing, contours, sizes, points, plain = fields
        outline = self._outlines[self._offsets[place] : self._offsets[place + 1]]
        return Glyph(
            advance,
            height,
            bearing - 0x10000 if bearing & 0x8000 else bearing,
            contours & ~OVERLAPS,
            bool(contours & OVERLAPS),
            plain,
            outline[:sizes],
            outline[sizes : sizes + points],
            outline[sizes + points :],
        )


@lru_cache(maxsize=16)
def read_prepared_font(folder: Path) -> PreparedFont:
    """The prepared font in `folder`. Raises OSError or ValueError when it cannot be read."""
    head = (folder / "font.json").read_bytes()
    description = json.loads(head)
    if description["format"] != FORMAT:
        raise ValueError(f"{folder}: format {description['format']}")
    count = int(description["glyphs"])
    index = (folder / "index.bin").read_bytes()
    codes = _array("I", index[: 4 * count])
    return PreparedFont(
        hashlib.sha256(head).hexdigest(),
        {tag: base64.b64decode(data) for tag, data in description["tables"].items()},
        [
            ReadySlice(frozenset(each["characters"]), (folder / each["file"]).read_bytes())
            for each in description["ready"]
        ],
        dict(zip(codes, range(count), strict=True)),
        _array("I", index[4 * count : 8 * count + 4]),
        _array("H", index[8 * count + 4 :]),
        _mapped(folder / "glyphs.bin"),
    )


def _mapped(file: Path) -> mmap.mmap:
    """The content of a file, of which only what is used takes memory."""
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def write_prepared_font(
    folder: Path, glyphs: Mapping[int, Glyph], tables: Mapping[str, bytes], ready: Mapping[str, ReadySlice]
) -> None:
    """Write a prepared font into the empty `folder`. `ready` names the files of the slices that are cut already."""
    codes, offsets, fields, outlines = array("I"), array("I", [0]), array("H"), bytearray()
    for code, glyph in sorted(glyphs.items()):
        codes.append(code)
        outlines += glyph.contour_sizes + glyph.flags + glyph.triplets
        offsets.append(len(outlines))
        contours = glyph.contours | (OVERLAPS if glyph.overlaps else 0)
        fields.extend((glyph.advance, glyph.height, glyph.top_bearing & 0xFFFF, contours))
        fields.extend((len(glyph.contour_sizes), len(glyph.flags), glyph.plain_size))
    contents = {
        "index.bin": b"".join(_little_endian(each).tobytes() for each in (codes, offsets, fields)),
        "glyphs.bin": bytes(outlines),
        **{name: each.data for name, each in ready.items()},
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    description = {
        "format": FORMAT,
        "glyphs": len(codes),
        # The hashes make that font.json, whose hash is the key of the cache, changes with every byte of the others.
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()},
        "ready": [{"file": name, "characters": "".join(sorted(each.characters))} for name, each in ready.items()],
        "tables": {tag: base64.b64encode(data).decode() for tag, data in sorted(tables.items())},
    }
    text = json.dumps(description, ensure_ascii=False, indent=1) + "\n"
    (folder / "font.json").write_text(text, encoding="utf-8", newline="\n")


def _little_endian(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _array(kind: str, data: bytes) -> "array[int]":
    return _little_endian(array(kind, data))
