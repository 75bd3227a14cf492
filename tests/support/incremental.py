"""Builds and previews of a collection that is edited again and again, and what clean ones make of it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.editions.build import build_edition
from generator.editions.preview import Preview
from generator.editions.site import Rejected, silent
from generator.release import tree
from generator.release.tree import read_tree

Outcome = dict[str, bytes] | list[str]
"""The files of a site, or the findings for which there is none."""


@contextmanager
def without_waiting_for_disks() -> Iterator[None]:
    """Publish without a wait until all is on the disk: only a power cut would show, and it takes most of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "_synchronise", lambda folder: None)
        yield


class Workplace:
    """A collection in `root`, the folder at which its site is published, and a preview that goes on and on."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "city"
        self.target = folder / "public"
        self._copy = folder / "copy"
        self._preview_folder = folder / "preview"
        self._preview: Preview | None = None

    def build(self) -> Outcome:
        """Build with whatever is kept of earlier builds and previews."""
        return _outcome(lambda: _build(self.root, self.target))

    def clean_build(self) -> Outcome:
        """Build a copy of the collection, of which nothing is kept."""
        with self._copied() as root:
            return _outcome(lambda: _build(root, self._copy / "public"))

    def preview(self) -> Outcome:
        """Bring the preview up to date."""
        if self._preview is None:
            self._preview = Preview(self.root, self._preview_folder)
        preview = self._preview
        return _outcome(lambda: _refresh(preview))

    def clean_preview(self) -> Outcome:
        """Preview a copy of the collection, of which nothing is known."""
        with self._copied() as root:
            return _outcome(lambda: _refresh(Preview(root, self._copy / "preview")))

    @contextmanager
    def _copied(self) -> Iterator[Path]:
        root = self._copy / "city"
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns(".cache"))
        try:
            yield root
        finally:
            shutil.rmtree(self._copy)

    def published(self) -> dict[str, bytes]:
        """What readers are given now."""
        return read_tree(self.target)

    def shown(self) -> dict[str, bytes]:
        """What the preview shows now."""
        return read_tree(self._preview_folder / "site")

    def inodes(self) -> dict[str, int]:
        """The identity of each published file."""
        return {path: (self.target / path).stat().st_ino for path in self.published()}


def _outcome(make: Callable[[], dict[str, bytes]]) -> Outcome:
    try:
        return make()
    except Rejected as error:
        return [repr(finding) for finding in error.findings]


def _build(root: Path, target: Path) -> dict[str, bytes]:
    with without_waiting_for_disks():
        build_edition(root, target, silent)
    return read_tree(target)


def _refresh(preview: Preview) -> dict[str, bytes]:
    preview.refresh()
    return read_tree(preview.files.folder)


def write_with_old_times(path: Path, text: str) -> None:
    """Write a file and give it back the time of change that it had, as some editors and tools for archives do."""
    status = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
