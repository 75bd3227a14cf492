"""Publication: a reader meets either the old release or the new one, whole."""

import threading
from pathlib import Path

import pytest

from generator.release import tree
from generator.release.tree import previous_release, publish, read_tree, retired_release, write_tree


def stage(folder: Path, text: str) -> Path:
    """A staged release of twenty pages that all say the same."""
    write_tree(folder, {f"{n}/index.html": text.encode() for n in range(20)})
    return folder


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    files = {"index.html": b"a", "a/b/c.txt": "青果".encode()}
    write_tree(tmp_path, files)
    assert read_tree(tmp_path) == files


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_release_replaces_the_old_one_which_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(tree, "_exchange", lambda first, second: False)
    target = tmp_path / "public"
    for text in ("one", "two", "three"):
        publish(stage(tmp_path / "staged", text), target)
    assert (target / "0/index.html").read_text() == "three"
    assert (previous_release(target) / "0/index.html").read_text() == "two"
    assert (retired_release(target) / "0/index.html").read_text() == "one"
    assert not (tmp_path / "staged").exists()


def test_what_somebody_has_put_in_the_place_of_older_releases_stops_nothing(tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "public", stage(tmp_path / "elsewhere", "theirs")
    publish(stage(tmp_path / "staged", "one"), target)
    for place in (previous_release(target), retired_release(target)):
        place.symlink_to(elsewhere)
    for text in ("two", "three", "four"):
        publish(stage(tmp_path / "staged", text), target)
    assert (previous_release(target) / "0/index.html").read_text() == "three"
    assert (retired_release(target) / "0/index.html").read_text() == "two"
    assert (elsewhere / "0/index.html").read_text() == "theirs"


def test_no_reader_ever_finds_a_page_missing(tmp_path: Path) -> None:
    target, missing, done = tmp_path / "public", [], threading.Event()
    publish(stage(tmp_path / "staged", "0"), target)

    def read() -> None:
        while not done.is_set():
            for n in range(20):
                try:
                    (target / f"{n}/index.html").read_bytes()
                except FileNotFoundError:
                    missing.append(n)

    reader = threading.Thread(target=read)
    reader.start()
    for n in range(30):
        publish(stage(tmp_path / "staged", str(n)), target)
    done.set()
    reader.join()
    assert not missing
