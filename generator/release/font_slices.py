"""Subsetting one font file with fontTools, and a cache of what was made; a cache that cannot be read is empty."""

import hashlib
import io
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont, woff2  # type: ignore[import-untyped]

_FEATURES = ("kern", "palt", "halt", "vert", "vrt2")
_OPTIONS = f"{subset.__name__} 1 {_FEATURES}"
_EPOCH = 2_082_844_800
"""1970-01-01 in the seconds since 1904 that fonts count in."""
_NAMES = {1: "{}", 2: "Regular", 3: "{}", 4: "{}", 6: "{}", 16: "{}", 17: "Regular"}


class _QuickBrotli:
    """Brotli at a quality that costs 2 % more bytes and a tenth of the time; fontTools has no option for it."""

    MODE_FONT = brotli.MODE_FONT

    @staticmethod
    def compress(data: bytes, mode: int) -> bytes:
        return bytes(brotli.compress(data, mode=mode, quality=9))


@dataclass(frozen=True)
class Coverage:
    """The characters that a font has."""

    codes: frozenset[int]

    def holds(self, characters: frozenset[str]) -> frozenset[str]:
        """Those of `characters` that the font has."""
        return frozenset(character for character in characters if ord(character) in self.codes)


@dataclass
class SliceCache:
    """Keeps slices and coverages in a folder, or nowhere when there is none."""

    folder: Path | None
    _fingerprints: dict[Path, str] = field(default_factory=dict)

    def fingerprint(self, font: Path) -> str:
        """The hash of a font file."""
        if font not in self._fingerprints:
            self._fingerprints[font] = hashlib.sha256(font.read_bytes()).hexdigest()
        return self._fingerprints[font]

    def key(self, font: Path, *parts: str) -> str:
        """The name under which something made of `font` is kept."""
        return hashlib.sha256("\0".join((self.fingerprint(font), _OPTIONS, *parts)).encode()).hexdigest()

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`; None when there is nothing, or when it was damaged."""
        if self.folder is None:
            return None
        try:
            stored = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, data = stored[:32], stored[32:]
        return data if hashlib.sha256(data).digest() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`; a cache that cannot be written is only slow."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.replace(temporary, self.folder / key)
        except OSError:
            return

    def coverage(self, font: Path) -> Coverage:
        """The characters that `font` has."""

        def read() -> bytes:
            with TTFont(font, lazy=True) as opened:
                return ",".join(map(str, sorted(opened.getBestCmap()))).encode()

        return Coverage(frozenset(map(int, self._kept(self.key(font, "coverage"), read).split(b","))))

    def _kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data


def make_slices(font: Path, family: str, slices: Sequence[str], cache: SliceCache) -> list[bytes]:
    """A WOFF2 file for each of the `slices` of characters, under the name `family`; the same for the same input."""
    keys = [cache.key(font, family, characters) for characters in slices]
    made = [cache.get(key) for key in keys]
    wanted = [characters for characters, data in zip(slices, made, strict=True) if data is None]
    if not wanted:
        return [data for data in made if data is not None]
    # A large font takes most of its time to be opened: first make the small font that holds all that is wanted.
    source = font.read_bytes()
    if len(wanted) > 2:
        source = _saved(_subset(source, "".join(wanted)))
    finished: list[bytes] = []
    for key, characters, data in zip(keys, slices, made, strict=True):
        if data is None:
            data = _woff2(_subset(source, characters), family)
            cache.put(key, data)
        finished.append(data)
    return finished


def _subset(source: bytes, characters: str) -> TTFont:
    options = subset.Options(
        layout_features=list(_FEATURES), hinting=False, notdef_outline=False, glyph_names=False, name_IDs=["*"]
    )
    options.drop_tables += ["DSIG", "FFTM", "STAT", "meta", "BASE"]
    font = TTFont(io.BytesIO(source), lazy=True, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    return font


def _woff2(font: TTFont, family: str) -> bytes:
    """The font as WOFF2. It is renamed: fonts under the OFL may reserve their names for the unmodified font."""
    _rename(font, family)
    font["head"].created = font["head"].modified = _EPOCH
    font.flavor = "woff2"
    original, woff2.brotli = woff2.brotli, _QuickBrotli
    try:
        return _saved(font)
    finally:
        woff2.brotli = original


def _saved(font: TTFont) -> bytes:
    output = io.BytesIO()
    font.save(output, reorderTables=True)
    return output.getvalue()


def _rename(font: TTFont, family: str) -> None:
    kept = [record for record in font["name"].names if record.nameID in (0, 13, 14)]
    font["name"].names = kept
    for number, pattern in _NAMES.items():
        text = pattern.format(family)
        font["name"].setName(text.replace(" ", "") if number == 6 else text, number, 3, 1, 0x409)
