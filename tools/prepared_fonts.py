"""Takes fonts to pieces once, at set-up, so that a build can join slices of them in no time.

Each glyph is kept as the pieces that WOFF2 wants (see `generator/release/font_glyphs.py`). Letters and punctuation,
which need kerning, vertical and narrow forms, are cut here by fontTools into two ready slices.
"""

import io
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.misc.arrayTools import calcIntBounds  # type: ignore[import-untyped]
from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont, woff2  # type: ignore[import-untyped]

from generator.release.font_glyphs import Glyph, ReadySlice, write_prepared_font

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüĀÁǍÀĒÉĚÈŌÓǑÒ"
PUNCTUATION = "·‘’“”—–…\u3000、。《》「」『』〈〉〔〕【】！（），／：；？"

_FEATURES = ("kern", "palt", "halt", "pwid", "vert", "vrt2")
_DROPPED = ("DSIG", "FFTM", "STAT", "meta", "BASE")
_SHARED_TABLES = ("head", "hhea", "vhea", "OS/2", "post", "name", "gasp")
_EPOCH = 2_082_844_800
"""1970-01-01 in the seconds since 1904 that fonts count in."""
_NAMES = {1: "{}", 2: "Regular", 3: "{}", 4: "{}", 6: "{}", 16: "{}", 17: "Regular"}
_OVERLAPS, _ON_CURVE, _CUBIC = 0x40, 0x01, 0x80


def prepare_font(source: Path, folder: Path, family: str) -> None:
    """Make the prepared font of a TrueType font in the new `folder`, under the name `family`.

    It is renamed: fonts under the OFL may reserve their names for the unmodified font. Raises ValueError when a glyph
    is of a kind that no prepared font can hold.
    """
    data = source.read_bytes()
    with TTFont(io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        codes = font.getBestCmap()
        # Some glyphs serve two characters; taking a glyph to pieces changes it, so each is taken once.
        pieces = {name: _glyph(font, name) for name in sorted(set(codes.values()))}
        glyphs = {code: pieces[name] for code, name in codes.items()}
        maxima = font.getTableData("maxp")
    ready = {
        f"{name}.woff2": ReadySlice(frozenset(held), _saved(_renamed(_subset(data, held), family), "woff2"))
        for name, characters in (("letters", LETTERS), ("punctuation", PUNCTUATION))
        if (held := [character for character in characters if ord(character) in codes])
    }
    shell = TTFont(io.BytesIO(_saved(_renamed(_subset(data, "一"), family), None)))
    tables = {tag: shell.getTableData(tag) for tag in _SHARED_TABLES if tag in shell}
    tables["head"] = _neutral_head(tables["head"])
    folder.mkdir(parents=True)
    write_prepared_font(folder, glyphs, {**tables, "maxp": maxima}, ready)


def _neutral_head(head: bytes) -> bytes:
    """A `head` without checksum, with long offsets, and marked as compressed without loss, as WOFF2 demands."""
    flags = int.from_bytes(head[16:18], "big") | 0x0800
    return b"".join((head[:8], bytes(4), head[12:16], flags.to_bytes(2, "big"), head[18:50], b"\0\1", head[52:]))


def _glyph(font: TTFont, name: str) -> Glyph:
    table = font["glyf"]
    glyph: Any = table.glyphs[name]
    plain_size = len(getattr(glyph, "data", b""))
    glyph.expand(table)
    if glyph.isComposite():
        glyph = _decomposed(font, name)
        plain_size = len(glyph.compile(table))
    advance, left = font["hmtx"][name]
    height, top = font["vmtx"][name]
    if glyph.numberOfContours == 0:
        return Glyph(advance, height, top, 0, False, 0, b"", b"", b"")
    if any(flag & _CUBIC for flag in glyph.flags):
        raise ValueError(f"{name}: cubic curves")
    if calcIntBounds(glyph.coordinates) != (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax):
        raise ValueError(f"{name}: its box does not follow from its points")
    # Slices state no bearings: that of each glyph is where its outline begins.
    glyph.coordinates.translate((left - glyph.xMin, 0))
    ends = [-1, *glyph.endPtsOfContours]
    sizes = b"".join(woff2.pack255UShort(end - before) for before, end in pairwise(ends))
    pieces = woff2.WOFF2GlyfTable()
    pieces.flagStream = pieces.glyphStream = b""
    overlaps = bool(glyph.flags[0] & _OVERLAPS)
    pieces._encodeTriplets(glyph)
    no_instructions = b"\0"
    triplets = pieces.glyphStream + no_instructions
    return Glyph(advance, height, top, glyph.numberOfContours, overlaps, plain_size, sizes, pieces.flagStream, triplets)


def _decomposed(font: TTFont, name: str) -> Any:
    """A glyph that is composed of others as one with contours of its own."""
    glyphs = font.getGlyphSet()
    parts, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
    glyphs[name].draw(parts)
    parts.replay(pen)
    glyph = pen.glyph()
    glyph.recalcBounds(None)
    return glyph


def _subset(data: bytes, characters: Iterable[str]) -> TTFont:
    options = subset.Options(
        layout_features=list(_FEATURES), hinting=False, notdef_outline=False, glyph_names=False, name_IDs=["*"]
    )
    options.drop_tables += _DROPPED
    font = TTFont(io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    return font


def _renamed(font: TTFont, family: str) -> TTFont:
    font["head"].created = font["head"].modified = _EPOCH
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 13, 14)]
    for number, pattern in _NAMES.items():
        text = pattern.format(family)
        font["name"].setName(text.replace(" ", "") if number == 6 else text, number, 3, 1, 0x409)
    return font


def _saved(font: TTFont, flavor: str | None) -> bytes:
    output = io.BytesIO()
    font.flavor = flavor
    font.save(output, reorderTables=True)
    return output.getvalue()
