"""The folder in which a release is made before it is published, and what becomes of those that killed builds left."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_IN_USE = "in-use"
"""The file that a living build holds open: locked, or on Windows impossible to remove."""


@contextmanager
def staging_folder(target: Path) -> Iterator[Path]:
    """Give a new folder beside `target`, on the same file system, and remove it at the end.

    Whatever a killed build of the same target has left goes first; the folder of a build that still runs stays.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}-staging-"
    for left in target.parent.glob(f"{escape(prefix)}*"):
        if left.is_dir() and not left.is_symlink() and _is_abandoned(left):
            shutil.rmtree(left, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    holder = _hold(staging)
    try:
        yield staging
    finally:
        os.close(holder)
        shutil.rmtree(staging, ignore_errors=True)


def _hold(staging: Path) -> int:
    """Mark a staging folder as in use for as long as this process lives."""
    if sys.platform == "win32":
        return os.open(staging / _IN_USE, os.O_CREAT | os.O_WRONLY)
    # Locked before it has its name, so that nobody ever finds it unlocked.
    nameless = staging / "locking"
    holder = os.open(nameless, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):  # A file system without locks: the folder never counts as abandoned.
        fcntl.flock(holder, fcntl.LOCK_EX)
        nameless.rename(staging / _IN_USE)
    return holder


def _is_abandoned(staging: Path) -> bool:
    """Whether a build made this folder and lives no more. A folder without the mark may belong to somebody else."""
    mark = staging / _IN_USE
    if sys.platform == "win32":
        try:
            mark.unlink()
        except OSError:
            return False
        return True
    try:
        found = os.open(mark, os.O_WRONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(found)
    return True
