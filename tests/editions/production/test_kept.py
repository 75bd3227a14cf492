"""What an edit does not touch is taken over as it lies there; what somebody has meddled with is made anew."""

import errno
import os
import re
import shutil
from pathlib import Path

import pytest

from generator.editions import build
from generator.release.tree import read_tree
from tests.support.collection import FIGURE, OTHER_FIGURE, SOURCES, write_collection, write_file
from tests.support.incremental import Workplace, write_with_old_times

LANGUAGES = ("", "zh-Hant/", "en/")
# Chunks are small, and these ids lie in chunks of their own.
STRANGERS = tuple(f"stranger-{number}" for number in range(24))


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A published collection of two people who are bound to each other, and of others whom nothing binds."""
    place = Workplace(tmp_path)
    write_collection(place.root)
    for number, name in enumerate(STRANGERS):
        # All were born long before the two, so that none of these is a neighbour in the order of births but the last.
        write_file(place.root, f"figures/{name}.yml", OTHER_FIGURE.replace('"1905"', f'"{1700 + number}"'))
    assert isinstance(place.build(), dict)
    return place


def made_anew(place: Workplace, before: dict[str, int]) -> set[str]:
    """Build again; answers the files that were not taken over. The site must be that of a clean build."""
    warm = place.build()
    assert warm == place.clean_build()
    return {path for path, inode in place.inodes().items() if before.get(path) != inode}


def test_nothing_is_made_anew_when_nothing_has_changed(place: Workplace) -> None:
    before = place.inodes()
    assert {path for path in made_anew(place, before) if path.endswith((".html", ".js", ".csv", ".woff2"))} == set()


def test_an_edit_of_a_biography_makes_its_page_and_what_searches_it(place: Workplace) -> None:
    before = place.inodes()
    write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", "虚构的传记"))
    anew = made_anew(place, before)
    pages = {path for path in anew if path.endswith(".html")}
    assert {f"{prefix}figures/person-a/index.html" for prefix in LANGUAGES} <= pages
    # Its chunk has at most sixteen records; lists and places are not touched.
    assert len(pages) <= 16 * len(LANGUAGES)
    for path in pages:
        assert re.fullmatch(r"(zh-Hant/|en/)?figures/(person|stranger)-\w+/index\.html", path)
    assert "assets/search-text-zh.js" in anew
    assert not any(path.startswith("downloads/") for path in anew - {"downloads/figures.csv"})


def test_an_edit_of_a_name_makes_the_pages_that_mention_it(place: Workplace) -> None:
    before = place.inodes()
    write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构甲", "虚构丙"))
    anew = made_anew(place, before)
    for prefix in LANGUAGES[:2]:
        for page in ("figures/person-a", "figures/person-b", "sites/house", "bases/hall", "figures"):
            assert f"{prefix}{page}/index.html" in anew, page
    assert "assets/search-zh.js" in anew
    kept = {name for name in STRANGERS if f"figures/{name}/index.html" not in anew}
    assert len(kept) > len(STRANGERS) // 2


def test_an_edit_of_a_source_makes_the_pages_that_cite_it(place: Workplace) -> None:
    before = place.inodes()
    write_file(place.root, "content/sources.yml", SOURCES.replace("虚构的书", "虚构的新书"))
    anew = made_anew(place, before)
    assert {"figures/person-a/index.html", "sites/house/index.html", "sources/index.html"} <= anew
    assert {"downloads/sources.csv", "assets/search-zh.js"} <= anew
    # They cite the other source only.
    assert {name for name in STRANGERS if f"figures/{name}/index.html" not in anew}


def test_a_person_who_leaves_takes_all_files_along(place: Workplace) -> None:
    (place.root / "figures/stranger-7.yml").unlink()
    before = place.inodes()
    anew = made_anew(place, before)
    assert not any("stranger-7/" in path for path in place.inodes())
    # The neighbours in the order of births point to others now.
    assert {"figures/stranger-6/index.html", "figures/stranger-8/index.html"} <= anew


def test_an_edit_that_leaves_size_and_time_as_they_were_is_seen(place: Workplace) -> None:
    write_with_old_times(place.root / "figures/person-a.yml", FIGURE.replace("虚构的小传", "虚构的列传"))
    made_anew(place, {})
    assert "虚构的列传" in (place.target / "figures/person-a/index.html").read_text(encoding="utf-8")


def overwritten(path: Path) -> None:
    """The same length, another time."""
    path.write_bytes(b"x" * path.stat().st_size)


def lengthened(path: Path) -> None:
    """Another length, the same time."""
    status = path.stat()
    path.write_bytes(path.read_bytes() + b"x")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def linked(path: Path) -> None:
    """A symbolic link to something else."""
    path.unlink()
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("meddle", [overwritten, lengthened, linked, Path.unlink])
@pytest.mark.parametrize(
    "path",
    ["figures/person-a/index.html", "figures/index.html", "downloads/sources.csv", "assets/fonts-zh.css", "site.css"],
)
def test_a_published_file_that_was_meddled_with_is_made_anew(place: Workplace, meddle: object, path: str) -> None:
    if path == "site.css":
        (path,) = (each for each in place.published() if each.startswith("assets/site.") and each.endswith(".css"))
    content = (place.target / path).read_bytes()
    meddle(place.target / path)  # type: ignore[operator]
    made_anew(place, {})
    assert (place.target / path).read_bytes() == content
    assert not (place.target / path).is_symlink()


def test_a_meddled_font_is_made_anew(place: Workplace) -> None:
    font = next(path for path in place.published() if path.endswith(".woff2"))
    overwritten(place.target / font)
    made_anew(place, {})


def test_a_file_that_does_not_belong_there_does_not_come_along(place: Workplace) -> None:
    write_file(place.target, "figures/stray.html", "stray")
    made_anew(place, {})


def test_a_target_that_is_gone_and_another_target(place: Workplace) -> None:
    shutil.rmtree(place.target)
    made_anew(place, {})
    place.target = place.target.with_name("elsewhere")
    made_anew(place, {})


def test_where_files_cannot_be_shared_they_are_copied(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    for text in ("其一", "其二"):
        write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", text))
        made_anew(place, {})


def test_an_edit_in_the_release_does_not_reach_the_one_that_is_kept_beside_it(place: Workplace) -> None:
    """They share the files that did not change, as long as nobody writes into one."""
    # From the third edit on, an older release is there, of which the new one is made.
    for text in ("虚构的传记", "虚构的列传", "虚构的外传", "虚构的别传"):
        before = place.published()
        write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", text))
        place.build()
        assert {
            path.relative_to(place.target.with_name(".public-previous")).as_posix(): path.read_bytes()
            for path in place.target.with_name(".public-previous").rglob("*")
            if path.is_file()
        } == before
        beside = {path.name for path in place.target.parent.iterdir()}
        assert beside - {".public-retired"} == {"city", "public", ".public-previous"}
    assert ".public-retired" in beside


def test_whoever_stops_the_last_step_finds_both_releases(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("虚构的传记", "虚构的列传", "虚构的外传"):
        write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", text))
        place.build()
    present, previous = place.published(), read_tree(place.target.with_name(".public-previous"))

    def stopped(staged: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "publish", stopped)
    write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", "虚构的别传"))
    with pytest.raises(KeyboardInterrupt):
        place.build()
    assert place.published() == present
    assert read_tree(place.target.with_name(".public-previous")) == previous


def test_a_build_that_is_refused_leaves_the_release_before(place: Workplace) -> None:
    write_file(place.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", "虚构的传记"))
    place.build()
    before = read_tree(place.target.with_name(".public-previous"))
    write_file(place.root, "content/zh/lane.md", "---\ntitle: t\ndescription: d\n---\n\n[虚构](nowhere/)\n")
    assert isinstance(place.build(), list)
    assert read_tree(place.target.with_name(".public-previous")) == before


def test_neighbours_in_the_order_of_births_tell_who_comes_before_and_after(place: Workplace) -> None:
    """Nothing else binds them: number 3 has the same two neighbours as before, in the other order."""
    before = place.inodes()
    for number, year in ((2, 1704), (4, 1702)):
        write_file(place.root, f"figures/stranger-{number}.yml", OTHER_FIGURE.replace('"1905"', f'"{year}"'))
    assert "figures/stranger-3/index.html" in made_anew(place, before)
