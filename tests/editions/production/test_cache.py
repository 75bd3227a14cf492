"""A cache is merely a cache: whatever has become of it, a build makes what it makes without one."""

import os
import pickle
import random
import shutil
import tempfile
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from generator.editions.production import cache as caches
from generator.editions.production.cache import FOLDER, Cache
from tests.support.collection import FIGURE, write_collection, write_file
from tests.support.incremental import Outcome, Workplace


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A published collection, with its cache."""
    place = Workplace(tmp_path_factory.mktemp("built"))
    write_collection(place.root)
    assert isinstance(place.build(), dict)
    return place


@pytest.fixture
def place(built: Workplace, tmp_path: Path) -> Workplace:
    """A copy of it, whose times are the same."""
    place = Workplace(tmp_path)
    for old, new in ((built.root, place.root), (built.target, place.target)):
        shutil.copytree(old, new)
    # The cache knows files by more than their content, so the copy is made its own.
    assert isinstance(place.build(), dict)
    return place


def edit(place: Workplace, number: int) -> None:
    """The same edit at any place; 0 is none."""
    write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", f"虚构的小传{number or ''}"))


@pytest.fixture(scope="module")
def clean(built: Workplace) -> dict[int, Outcome]:
    """What a clean build makes after each edit."""
    outcomes: dict[int, Outcome] = {}
    for number in (2, 1, 0):
        edit(built, number)
        outcomes[number] = built.clean_build()
    return outcomes


class Trap:
    """A pickle of it makes a file when it is loaded."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.trace),)


def files(place: Workplace) -> list[Path]:
    """The files of the cache."""
    return sorted(path for path in (place.root / FOLDER).rglob("*") if path.is_file())


def sealed(data: bytes) -> bytes:
    """Data as the cache writes it."""
    return blake2b(data, digest_size=16).digest() + data


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[random.Random(path.name).randrange(len(data))] ^= 1
    replace(path, bytes(data))


def replace(path: Path, data: bytes) -> None:
    """A new file in the place of one that others may share."""
    path.unlink()
    path.write_bytes(data)


def into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "file").write_bytes(b"")


def into_a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


DAMAGES: dict[str, Callable[[Path], None]] = {
    "a flipped bit": flipped,
    "half of it": lambda path: replace(path, path.read_bytes()[: path.stat().st_size // 2]),
    "nothing": lambda path: replace(path, b""),
    "rows of another kind": lambda path: replace(path, sealed(pickle.dumps({"rows": [1, 2]}, protocol=5))),
    "no rows": lambda path: replace(path, sealed(b"no rows")),
    "a trap": lambda path: replace(path, sealed(pickle.dumps(Trap(path.parents[2] / "trace"), protocol=5))),
    "a bare trap": lambda path: replace(path, pickle.dumps(Trap(path.parents[2] / "trace"), protocol=5)),
    "a folder": into_a_folder,
    "a link": into_a_link_to_itself,
    "gone": Path.unlink,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_an_empty_cache(place: Workplace, clean: dict[int, Outcome], damage: str) -> None:
    """All files at once, then every other one: what is left must not lead astray."""
    for step in (1, 2):
        kept = files(place)
        assert len(kept) > 10
        for path in kept[::step]:
            DAMAGES[damage](path)
        edit(place, step)
        assert place.build() == clean[step]
        assert not list(place.root.rglob("trace"))
        # And it serves again.
        assert place.build() == clean[step]


def test_each_damaged_file_by_itself(place: Workplace, clean: dict[int, Outcome]) -> None:
    """Nothing else has changed, so all the others are used."""
    for path in files(place):
        if path.exists():
            flipped(path)
            assert place.build() == clean[0], path


def test_a_file_where_the_folder_should_be(place: Workplace, clean: dict[int, Outcome]) -> None:
    shutil.rmtree(place.root / FOLDER)
    (place.root / FOLDER).write_bytes(b"")
    assert place.build() == clean[0]
    shutil.rmtree(place.root / FOLDER.parent)
    (place.root / FOLDER.parent).write_bytes(b"")
    assert place.build() == clean[0]


def test_what_another_version_of_the_program_has_kept_is_not_used(
    place: Workplace, clean: dict[int, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = place.inodes()
    monkeypatch.setattr(caches, "_program_files", lambda: iter([Path(__file__)]))
    caches.program_fingerprint.cache_clear()
    try:
        assert place.build() == clean[0]
    finally:
        monkeypatch.undo()
        caches.program_fingerprint.cache_clear()
    assert {path for path, inode in place.inodes().items() if before.get(path) == inode} == set()


def test_every_file_of_the_program_is_part_of_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "generator"
    for name in ("a.py", "theme/main.html", "language/words/zh.yml", "vendor/manifest.json", "theme/css/site.css"):
        write_file(package, name, "before")
    monkeypatch.setattr(caches, "_PACKAGE", package)

    def version() -> str:
        caches.program_fingerprint.cache_clear()
        return caches.program_fingerprint()

    try:
        seen = {version()}
        for path in sorted(package.rglob("*")):
            if path.is_file():
                path.write_text("after!", encoding="utf-8")
                seen.add(version())
        (package / "a.py").rename(package / "b.py")
        seen.add(version())
        (package / "b.py").rename(package / "theme" / "b.py")
        seen.add(version())
        # Its place in the order of all files stays the same.
        (package / "theme/css/site.css").rename(package / "theme/site.css")
        seen.add(version())
        assert len(seen) == 9
    finally:
        monkeypatch.undo()
        caches.program_fingerprint.cache_clear()


def test_a_folder_that_cannot_be_written_is_only_slow(
    place: Workplace, clean: dict[int, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The administrator may write anywhere, so that the refusal is played."""
    folder = str(place.root / FOLDER)

    def refusing(call: Callable[..., object]) -> Callable[..., object]:
        def attempt(*arguments: object, **more: object) -> object:
            if any(str(each).startswith(folder) for each in (*arguments, *more.values())):
                raise PermissionError(13, "Permission denied")
            return call(*arguments, **more)

        return attempt

    edit(place, 1)
    for path in files(place)[::2]:
        flipped(path)
    state = {path: path.read_bytes() for path in files(place)}
    for name in ("link", "replace", "unlink", "mkdir", "rmdir", "rename"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))
    monkeypatch.setattr(tempfile, "mkstemp", refusing(tempfile.mkstemp))
    warm = place.build()
    assert {path: path.read_bytes() for path in files(place)} == state
    monkeypatch.undo()
    assert warm == clean[1]


def test_rows_of_this_process_and_of_the_next(tmp_path: Path) -> None:
    for folder in (None, tmp_path / "cache"):
        cache = Cache(folder)
        cache.put("ab12", {"rows": [1]})
        assert cache.get("ab12") == {"rows": [1]}
        assert cache.get("ab13") is None
        assert Cache(folder).get("ab12") == (None if folder is None else {"rows": [1]})
        cache.keep_only(set())
        assert cache.get("ab12") is None
