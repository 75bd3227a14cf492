"""Subsetting one font file with fontTools, and a cache of what was made; a cache that cannot be read is empty."""

import hashlib
import io
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]
import fontTools  # type: ignore[import-untyped]
from fontTools import subset
from fontTools.ttLib import TTFont, woff2  # type: ignore[import-untyped]

_FEATURES = ("kern", "palt", "halt", "pwid", "vert", "vrt2")
_OPTIONS = f"fontTools {fontTools.version} 1 {_FEATURES}"
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


class SliceJob(NamedTuple):
    """The slices of characters to be made of one font, under the name `family`."""

    font: Path
    family: str
    slices: tuple[str, ...]


def make_slices(jobs: Sequence[SliceJob], cache: SliceCache) -> list[list[bytes]]:
    """WOFF2 files for the slices of each job; the same bytes for the same input, in one process or in several."""
    keys = [[cache.key(job.font, job.family, characters) for characters in job.slices] for job in jobs]
    made = [[cache.get(key) for key in row] for row in keys]
    work = [
        job._replace(slices=tuple(slice_ for slice_, data in zip(job.slices, row, strict=True) if data is None))
        for job, row in zip(jobs, made, strict=True)
    ]
    fresh = [iter(each) for each in _run(work)]
    finished: list[list[bytes]] = []
    for row_keys, row, news in zip(keys, made, fresh, strict=True):
        finished.append([])
        for key, data in zip(row_keys, row, strict=True):
            if data is None:
                data = next(news)
                cache.put(key, data)
            finished[-1].append(data)
    return finished


def _run(work: Sequence[SliceJob]) -> list[list[bytes]]:
    """Do the jobs, in several processes where that pays: a new process needs as long to start as a slice to be made."""
    busy = [job for job in work if job.slices]
    if len(busy) < 2 or sum(len(job.slices) for job in busy) < 6 or (os.cpu_count() or 1) < 2:
        return [_do(job) for job in work]
    # Not forked: the caller may have threads, such as those that watch the files of a preview.
    with ProcessPoolExecutor(min(len(busy), os.cpu_count() or 1), multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_do, work))


def _do(job: SliceJob) -> list[bytes]:
    if not job.slices:
        return []
    # A large font takes most of its time to be opened: first make the small font that holds all that is wanted.
    source = job.font.read_bytes()
    if len(job.slices) > 2:
        source = _saved(_subset(source, "".join(job.slices)))
    return [_woff2(_subset(source, characters), job.family) for characters in job.slices]


def _subset(source: bytes, characters: str) -> TTFont:
    options = subset.Options(
        layout_features=list(_FEATURES), hinting=False, notdef_outline=False, glyph_names=False, name_IDs=["*"]
    )
    options.drop_tables += ["DSIG", "FFTM", "STAT", "meta", "BASE"]
    font = TTFont(io.BytesIO(source), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
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
