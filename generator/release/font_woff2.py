"""Writing a slice of a prepared font as a WOFF2 file (W3C Recommendation "WOFF File Format 2.0", 2024).

The prepared font has each outline as the pieces of WOFF2's transformed `glyf` table. What remains is to join the
pieces, to write the tables that count glyphs, and to compress: some milliseconds for a hundred characters.
"""

import struct
from collections.abc import Sequence

import brotli  # type: ignore[import-untyped]

from generator.release.font_glyphs import Glyph, PreparedFont

QUALITY = 7
"""Of Brotli: costs 4 % more bytes than the highest, and a fiftieth of its time."""

_TAG_NUMBERS = {
    "cmap": 0,
    "head": 1,
    "hhea": 2,
    "hmtx": 3,
    "maxp": 4,
    "name": 5,
    "OS/2": 6,
    "post": 7,
    "glyf": 10,
    "loca": 11,
    "gasp": 17,
    "vhea": 23,
    "vmtx": 24,
}
"""The numbers by which WOFF2 knows the tables that a slice may have."""

_HEADER = struct.Struct(">4sIIHHIIHHIIIII")
_EMPTY = Glyph(1000, 1000, 0, 0, False, 0, b"", b"", b"")
"""The glyph of characters that a slice does not have; no reader sees it, for the style sheet names what it has."""
_BASIC_PLANE = 0x10000


class _Table:
    """A table: its content as the file holds it, and the length that it has after unpacking."""

    def __init__(self, content: bytes, plain_size: int | None = None) -> None:
        self.content = content
        self.is_transformed = plain_size is not None
        self.plain_size = len(content) if plain_size is None else plain_size


def make_slice(font: PreparedFont, characters: str) -> bytes:
    """A WOFF2 file of the glyphs of `characters`. Raises KeyError for a character that the font does not have."""
    codes = sorted(map(ord, set(characters)))
    glyphs = [_EMPTY, *(font.glyph(chr(code)) for code in codes)]
    tables = {tag: _Table(data) for tag, data in font.tables.items()}
    tables["maxp"] = _Table(_patched(font.tables["maxp"], 4, len(glyphs)))
    tables["cmap"] = _Table(_character_map(codes))
    tables["hhea"], tables["hmtx"] = _horizontal_metrics(font.tables["hhea"], glyphs)
    if "vhea" in tables:
        tables["vhea"], tables["vmtx"] = _vertical_metrics(font.tables["vhea"], glyphs)
    plain_size = sum((glyph.plain_size + 3) & ~3 for glyph in glyphs)
    # Readers go through the tables in this order, and need the outlines before the bearings that follow from them.
    # The `loca` table must come right after `glyf`, and is made anew when the file is unpacked.
    outlines, places = _Table(_outlines(glyphs), plain_size), _Table(b"", 4 * (len(glyphs) + 1))
    return _file([("glyf", outlines), ("loca", places), *sorted(tables.items())])


def _patched(table: bytes, offset: int, number: int) -> bytes:
    return table[:offset] + struct.pack(">H", number) + table[offset + 2 :]


def _outlines(glyphs: Sequence[Glyph]) -> bytes:
    """The transformed `glyf` table: seven streams, of which three are empty as no glyph is composed or hinted."""
    contours = struct.pack(f">{len(glyphs)}H", *(glyph.contours for glyph in glyphs))
    sizes = b"".join(glyph.contour_sizes for glyph in glyphs)
    flags = b"".join(glyph.flags for glyph in glyphs)
    triplets = b"".join(glyph.triplets for glyph in glyphs)
    boxes = bytes(4 * ((len(glyphs) + 31) // 32))  # a bit per glyph: its box follows from its points
    overlaps = bytearray((len(glyphs) + 7) // 8)
    for number, glyph in enumerate(glyphs):
        if glyph.overlaps:
            overlaps[number >> 3] |= 0x80 >> (number & 7)
    lengths = [len(contours), len(sizes), len(flags), len(triplets), 0, len(boxes), 0]
    has_overlaps = any(overlaps)
    header = struct.pack(">HHHH7I", 0, int(has_overlaps), len(glyphs), 1, *lengths)
    return b"".join((header, contours, sizes, flags, triplets, boxes, bytes(overlaps) if has_overlaps else b""))


def _advances(numbers: Sequence[int]) -> Sequence[int]:
    """The advances without those at the end that repeat the one before."""
    count = len(numbers)
    while count > 1 and numbers[count - 1] == numbers[count - 2]:
        count -= 1
    return numbers[:count]


def _horizontal_metrics(header: bytes, glyphs: Sequence[Glyph]) -> tuple[_Table, _Table]:
    """The tables `hhea` and `hmtx`, the latter without bearings, which equal the left edges of the outlines."""
    advances = _advances([glyph.advance for glyph in glyphs])
    content = struct.pack(f">B{len(advances)}H", 3, *advances)
    plain_size = 2 * len(advances) + 2 * len(glyphs)
    return _Table(_patched(header, 34, len(advances))), _Table(content, plain_size)


def _vertical_metrics(header: bytes, glyphs: Sequence[Glyph]) -> tuple[_Table, _Table]:
    """The tables `vhea` and `vmtx`."""
    heights = _advances([glyph.height for glyph in glyphs])
    bearings = [glyph.top_bearing for glyph in glyphs]
    pairs = b"".join(struct.pack(">Hh", *pair) for pair in zip(heights, bearings, strict=False))
    rest = bearings[len(heights) :]
    return _Table(_patched(header, 34, len(heights))), _Table(pairs + struct.pack(f">{len(rest)}h", *rest))


def _character_map(codes: Sequence[int]) -> bytes:
    """The `cmap` table for glyphs 1, 2, … of the sorted `codes`: format 4, and 12 where a code has over 16 bits."""
    runs: list[tuple[int, int, int]] = []
    for glyph, code in enumerate(codes, 1):
        if runs and code == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], code, runs[-1][2])
        else:
            runs.append((code, code, glyph))
    maps = [(1, _short_map([run for run in runs if run[1] < _BASIC_PLANE]))]
    if codes[-1] >= _BASIC_PLANE:
        groups = b"".join(struct.pack(">III", *run) for run in runs)
        maps.append((10, struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(runs)) + groups))
    offset = 4 + 8 * len(maps)
    records = b""
    for encoding, data in maps:
        records += struct.pack(">HHI", 3, encoding, offset)
        offset += len(data)
    return struct.pack(">HH", 0, len(maps)) + records + b"".join(data for _, data in maps)


def _short_map(runs: Sequence[tuple[int, int, int]]) -> bytes:
    runs = [*runs, (0xFFFF, 0xFFFF, 0)]
    count = len(runs)
    power = 1 << (count.bit_length() - 1)
    columns = (
        *(last for _, last, _ in runs),
        0,
        *(first for first, _, _ in runs),
        *((glyph - first) & 0xFFFF for first, _, glyph in runs[:-1]),
        1,
        *([0] * count),
    )
    search = (2 * power, power.bit_length() - 1, 2 * (count - power))
    return struct.pack(f">7H{len(columns)}H", 4, 14 + 2 * len(columns), 0, 2 * count, *search, *columns)


def _file(tables: Sequence[tuple[str, _Table]]) -> bytes:
    directory = b""
    for tag, table in tables:
        # Version 0 is the transformed form of `glyf` and `loca`, and the plain form of all others.
        version = 1 if table.is_transformed and tag not in ("glyf", "loca") else 0
        directory += bytes([_TAG_NUMBERS[tag] | version << 6]) + _base128(table.plain_size)
        directory += _base128(len(table.content)) if table.is_transformed else b""
    content = b"".join(table.content for _, table in tables)
    packed = bytes(brotli.compress(content, mode=brotli.MODE_FONT, quality=QUALITY))
    plain_size = 12 + 16 * len(tables) + sum((table.plain_size + 3) & ~3 for _, table in tables)
    length = _HEADER.size + len(directory) + len(packed)
    padding = bytes(-length % 4)
    header = _HEADER.pack(
        b"wOF2", _BASIC_PLANE, length + len(padding), len(tables), 0, plain_size, len(packed), 1, 0, 0, 0, 0, 0, 0
    )
    return header + directory + packed + padding


def _base128(number: int) -> bytes:
    """UIntBase128: seven bits a byte, highest first, the top bit on all but the last."""
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(number & 0x7F | 0x80)
    return bytes(reversed(digits))
