"""A release that has had its day becomes the new one, whatever has happened to it meanwhile."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.release.renewal import completed
from generator.release.tree import read_tree, write_tree

PRESENT = {f"{number}/index.html": b"present %d" % number for number in range(6)} | {"gone/index.html": b"gone"}
MADE = {"0/index.html": b"new", "new/folder/index.html": b"new", "5/index.html": b"made twice"}
KEPT = {path: None for path in PRESENT if path not in ("0/index.html", "gone/index.html")}
NEW = {path: PRESENT[path] for path in KEPT} | {path: MADE[path] for path in MADE if path not in KEPT}


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """A present release, an older one, which shares files with it, and what was made."""
    write_tree(tmp_path / "present", PRESENT)
    write_tree(tmp_path / "made", MADE)
    write_tree(tmp_path / "retired", {"0/index.html": b"older", "old/folder/index.html": b"older"})
    for path in ("1/index.html", "2/index.html", "3/index.html", "gone/index.html"):
        (tmp_path / "retired" / path).parent.mkdir(exist_ok=True)
        os.link(tmp_path / "present" / path, tmp_path / "retired" / path)
    return tmp_path


def complete(folders: Path) -> Path:
    """Complete the new release."""
    return completed(folders / "made", folders / "present", KEPT, folders / "retired", folders / "spare")


def assert_new(whole: Path, folders: Path) -> None:
    """It is the new release and no more, and the present one is as it was."""
    assert read_tree(whole) == NEW
    assert not any(path.is_symlink() for path in whole.rglob("*"))
    assert {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_dir()} == {
        folder.as_posix() for path in NEW for folder in Path(path).parents if folder != Path()
    }
    assert read_tree(folders / "present") == PRESENT


def test_the_older_release_is_used_up(folders: Path) -> None:
    inode = (folders / "retired/1").stat().st_ino
    whole = complete(folders)
    assert_new(whole, folders)
    assert (whole / "1").stat().st_ino == inode
    assert not (folders / "retired").exists()


def test_without_an_older_release_what_was_made_is_completed(folders: Path) -> None:
    (folders / "retired").rename(folders / "elsewhere")
    assert complete(folders) == folders / "made"
    assert_new(folders / "made", folders)


def test_where_little_is_kept_the_older_release_stays(folders: Path) -> None:
    before = read_tree(folders / "retired")
    completed(folders / "made", folders / "present", {"1/index.html"}, folders / "retired", folders / "spare")
    assert read_tree(folders / "retired") == before
    assert read_tree(folders / "made") == MADE | {"1/index.html": PRESENT["1/index.html"]}


def _replaced(folder: Path) -> None:
    (folder / "1/index.html").unlink()
    (folder / "1/index.html").write_bytes(PRESENT["1/index.html"][::-1])


def _linked(folder: Path) -> None:
    (folder / "1/index.html").unlink()
    (folder / "1/index.html").symlink_to(folder.parent / "present/1/index.html")


def _linked_folder(folder: Path) -> None:
    (folder / "1/index.html").unlink()
    (folder / "1").rmdir()
    (folder / "1").symlink_to(folder.parent / "present/1")


def _a_folder_for_a_file(folder: Path) -> None:
    (folder / "1/index.html").unlink()
    (folder / "1/index.html").mkdir()
    (folder / "1/index.html/more.html").write_bytes(b"")


def _a_file_for_a_folder(folder: Path) -> None:
    (folder / "4").write_bytes(b"")
    (folder / "new").write_bytes(b"")


def _strays(folder: Path) -> None:
    (folder / "stray/empty").mkdir(parents=True)
    (folder / "1/stray.html").write_bytes(b"")


@pytest.mark.parametrize(
    "meddle", [_replaced, _linked, _linked_folder, _a_folder_for_a_file, _a_file_for_a_folder, _strays]
)
def test_what_somebody_has_done_to_the_older_release_does_not_come_along(
    folders: Path, meddle: Callable[[Path], None]
) -> None:
    meddle(folders / "retired")
    assert_new(complete(folders), folders)


def test_a_link_in_the_place_of_the_older_release_is_left_alone(folders: Path) -> None:
    before = read_tree(folders / "retired")
    (folders / "retired").rename(folders / "elsewhere")
    (folders / "retired").symlink_to(folders / "elsewhere")
    assert_new(complete(folders), folders)
    assert read_tree(folders / "elsewhere") == before
