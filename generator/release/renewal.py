"""The new release, whole: what was made for it, and what the present one has already.

A large site has tens of thousands of folders, which take longer to make than the files of an edit. So a release that
has had its day, and has nearly the same, becomes the new one.
"""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path


def completed(made: Path, present: Path, kept: Collection[str], retired: Path, spare: Path) -> Path:
    """The folder of the new release: the files in `made`, and of the release `present` those that are `kept`.

    The folder `retired`, an older release, is used up for it, if it is there and much can be used; `spare` is a path on
    the same file system where nothing is. Files that are kept are shared, where the file system can; they are not
    copied. Raises OSError.
    """
    made.mkdir(parents=True, exist_ok=True)
    new = list(_files(made))
    if len(kept) <= len(new) or retired.is_symlink() or not retired.is_dir():
        _Tree(made).share(present, kept)
        return made
    # Under another name, nobody takes it for a release that stands.
    retired.rename(spare)
    whole = _Tree(spare)
    found = frozenset(_reduce(str(spare), "", str(present), kept))
    whole.share(present, (path for path in kept if path not in found))
    for path in new:
        if path not in kept:
            whole.move(made, path)
    return spare


class _Tree:
    """A folder into which files are put."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._parents: set[str] = set()

    def share(self, present: Path, paths: Collection[str] | Iterator[str]) -> None:
        """Put files of another folder here, too."""
        for path in paths:
            source, target = f"{present}/{path}", self._place(path)
            with suppress(FileNotFoundError):
                # Several parts of a site need the same asset, so it may have been made, too.
                os.unlink(target)
            try:
                os.link(source, target)
            except OSError:
                shutil.copy2(source, target)

    def move(self, made: Path, path: str) -> None:
        """Move a file of another folder here."""
        os.replace(f"{made}/{path}", self._place(path))

    def _place(self, path: str) -> str:
        target = f"{self._folder}/{path}"
        parent = os.path.dirname(target)
        if parent not in self._parents:
            os.makedirs(parent, exist_ok=True)
            self._parents.add(parent)
        return target


def _files(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        below = os.path.relpath(parent, folder)
        yield from (name if below == "." else f"{below}/{name}".replace(os.sep, "/") for name in names)


def _reduce(folder: str, below: str, present: str, kept: Collection[str]) -> Iterator[str]:
    """Remove from a tree all but the files that are the very same as those kept of `present`; answers these."""
    with os.scandir(f"{folder}/{below}") as entries:
        for entry in entries:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                found = list(_reduce(folder, f"{path}/", present, kept))
                if not found:
                    os.rmdir(entry.path)
                yield from found
            elif path in kept and _is_same(entry, f"{present}/{path}"):
                yield path
            else:
                os.unlink(entry.path)


def _is_same(entry: "os.DirEntry[str]", path: str) -> bool:
    return os.path.samestat(entry.stat(follow_symlinks=False), os.lstat(path))
