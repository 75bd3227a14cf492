"""What is made of all records together: the same from portions of any size, under names that spare the pages."""

import hashlib
import re
from pathlib import Path

import pytest

from generator.editions.production import reading
from generator.release.tree import read_tree
from tests.support.collection import write_file
from tests.support.incremental import Workplace
from tests.support.many import write_many

# With a hash in these names, every page would change with each edit of any record.
FIXED = re.compile(r"assets/(fonts-(zh|zh-Hant|en)\.css|search-(text-)?(zh|zh-Hant|en)\.js)")


def test_the_site_is_the_same_whatever_the_size_of_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Workplace(tmp_path)
    write_many(place.root, 40)
    expected = place.clean_build()
    assert isinstance(expected, dict)
    for size in (1, 2, 7, 1000):
        monkeypatch.setattr(reading, "_SMALL_CHUNK", size)
        found = place.clean_build()
        assert isinstance(found, dict)
        assert {path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path)} == set()


def test_assets_carry_their_hash_but_those_that_any_edit_changes(public_tree: Path) -> None:
    fixed = set()
    for path, content in read_tree(public_tree).items():
        if path.startswith("assets/") and FIXED.fullmatch(path):
            fixed.add(path)
        elif path.startswith("assets/"):
            named = re.search(r"\.([0-9a-f]{12})\.[a-z0-9]+$", path)
            assert named is not None, path
            assert hashlib.sha256(content).hexdigest().startswith(named[1]), path
    assert len(fixed) == 9


def test_an_edit_leaves_alone_the_lists_that_do_not_tell_of_it(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    write_many(place.root, 210)
    for language in ("zh", "en"):
        page = "---\ntitle: t\ndescription: d\n---\n<!-- qingguo:timeline -->\n"
        write_file(place.root, f"content/{language}/timeline.md", page)
    edited = place.root / "figures" / "person-0003.yml"
    place.build()
    first = place.inodes()
    edited.write_text(edited.read_text(encoding="utf-8").replace("第3位", "第三位"), encoding="utf-8")
    place.build()
    second = place.inodes()
    edited.write_text(edited.read_text(encoding="utf-8").replace("虚构的事", "另一件虚构的事"), encoding="utf-8")
    place.build()
    third = place.inodes()
    timeline = [path for path in first if path.startswith("lists/timeline-")]
    figures = ["figures/index.html", *(path for path in first if path.startswith("lists/figures/"))]
    assert timeline and len(figures) > 1
    assert all(first[path] == second[path] != third[path] for path in timeline)
    assert all(first[path] != second[path] == third[path] for path in figures)
    for path in ("index.html", "people/index.html", "timeline/index.html", "sources/index.html"):
        assert path not in first or first[path] == second[path] == third[path], path
