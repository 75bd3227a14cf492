"""Writing an output tree and publishing it, so that a reader meets either the old release or the new one, whole."""

import ctypes
import ctypes.util
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files (paths relative to `folder`) in sorted order."""
    made: set[Path] = set()
    for path, content in sorted(files.items()):
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every regular file below `folder` by its relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


class TreeFiles(Mapping[str, bytes]):
    """The files of a tree by their relative paths, which are known; the content is read when it is asked for."""

    def __init__(self, folder: Path, paths: Iterable[str], elsewhere: Mapping[str, Path] | None = None) -> None:
        """`elsewhere` has the folder of each file that does not lie in `folder` yet."""
        self._folder = folder
        self._elsewhere = elsewhere or {}
        self._paths = dict.fromkeys(sorted(paths))

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return (self._elsewhere.get(path, self._folder) / path).read_bytes()

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step (Linux `renameat2`). False where the system or file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    arguments = (_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
    return bool(library.renameat2(*arguments) == 0)


def _synchronise_file_system(folder: Path) -> bool:
    """Have the file system of a folder written to disk (Linux `syncfs`), and no other. False where that cannot be."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if not hasattr(library, "syncfs"):
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        return bool(library.syncfs(handle) == 0)
    finally:
        os.close(handle)


def _synchronise(folder: Path) -> None:
    if _synchronise_file_system(folder):
        return
    if hasattr(os, "sync"):
        os.sync()
    else:
        for path in folder.rglob("*"):
            if path.is_file():
                with path.open("rb+") as file:
                    os.fsync(file.fileno())


def previous_release(target: Path) -> Path:
    """Where the release before the present one is kept, for rolling back."""
    return target.with_name(f".{target.name}-previous")


def retired_release(target: Path) -> Path:
    """Where the release before the previous one lies: nobody goes back to it, and the next build may use it up."""
    return target.with_name(f".{target.name}-retired")


def publish(staged: Path, target: Path) -> None:
    """Put the staged tree in the place of `target`. The release that stood there is kept beside it.

    `staged` must lie on the same file system. Where folders cannot be exchanged in one step, two renames follow each
    other; a kill between them leaves the old release whole under its previous name.
    """
    _synchronise(staged)
    previous = previous_release(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        staged.rename(target)
        return
    if _exchange(staged, target):
        _retire(previous, retired_release(target))
        staged.rename(previous)
        return
    _retire(previous, retired_release(target))
    target.rename(previous)
    staged.rename(target)


def _retire(previous: Path, retired: Path) -> None:
    if retired.is_symlink():
        retired.unlink()
    shutil.rmtree(retired, ignore_errors=True)
    with suppress(FileNotFoundError):
        previous.rename(retired)
