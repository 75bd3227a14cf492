"""A finding names the line of its field, also in registers, and also while an editor is saving the file."""

from pathlib import Path

import pytest

from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.archive.locate import Locator, Place

FIGURE = """names: {zh: 虚构甲, pinyin: Xū Gòujiǎ, en: Person A}
timeline:
  - {date: 1900, text: {zh: 生}}
  - date: 1915
    text: {zh: 学}
"""
SOURCES = "sources:\n  - {id: a, tier: A, title: t, read: full}\n  - id: b\n    tier: B\n    title: u\n    read: full\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one figure and two sources."""
    for file, text in (("figures/jia.yml", FIGURE), ("content/sources.yml", SOURCES)):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def locator(root: Path) -> Locator:
    """A locator for the collection in a folder."""
    return Locator(CollectionFolder(root), load_collection(root)[0])


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("timeline", 1, "text", "zh"), 5, 12),
        (("timeline", 0, "text"), 3, 18),
        (("timeline", 1), 4, 5),
        (("timeline", 1, "sources"), 4, 5),
        (("died", "date"), 1, 1),
        ((), 1, 1),
    ],
)
def test_a_field_or_what_is_around_it(root: Path, path: tuple[str | int, ...], line: int, column: int) -> None:
    assert locator(root).position("figure", "jia", path) == Place("figures/jia.yml", line, column)


def test_an_entry_of_a_register_by_its_id(root: Path) -> None:
    assert locator(root).position("source", "b", ("tier",)) == Place("content/sources.yml", 4, 5)
    assert locator(root).position("source", "gone", ("tier",)) == Place("content/sources.yml", 1, 1)


@pytest.mark.parametrize("content", [b"a: [", b"\xff\xfe", None])
def test_a_file_that_has_just_become_unreadable_is_still_named(root: Path, content: bytes | None) -> None:
    found = locator(root)
    if content is None:
        (root / "figures/jia.yml").unlink()
    else:
        (root / "figures/jia.yml").write_bytes(content)
    assert found.position("figure", "jia", ("born",)) == Place("figures/jia.yml", 0, 0)
