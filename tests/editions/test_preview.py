"""The live preview: after each edit its folder holds what a clean build would make; bad content leaves it as it was."""

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editions import build
from generator.editions.build import build_edition
from generator.editions.preview import Preview
from generator.editions.production import production
from generator.editions.site import Rejected, silent
from generator.release.tree import read_tree
from tests.support.collection import write_collection, write_file

Edit = Callable[[Path], object]


def replaced(file: str, old: str, new: str) -> Edit:
    """An edit that replaces a text in a file."""

    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def copied(root: Path) -> None:
    """One figure more."""
    text = (root / "figures/person-b.yml").read_text(encoding="utf-8")
    write_file(root, "figures/person-c.yml", text.replace("虚构丙", "新来的人"))


def renamed(root: Path) -> None:
    """A figure gets another id, and whoever names it follows."""
    (root / "figures/person-b.yml").rename(root / "figures/person-z.yml")
    replaced("figures/person-a.yml", "person: person-b", "person: person-z")(root)


EDITS: dict[str, Edit] = {
    "a biography": replaced("figures/person-a.yml", "虚构的小传", "改过的小传"),
    "a name that another page tells": replaced("figures/person-b.yml", "虚构乙", "虚构丙"),
    "a birth by which figures follow each other": replaced("figures/person-b.yml", '"1905"', '"1899"'),
    "the title of a source": replaced("content/sources.yml", "虚构的书", "改名的书"),
    "a Markdown page": replaced("content/zh/index.md", "虚构的正文", "改过的正文"),
    "the name of the site": replaced("mkdocs.yml", "虚构城", "改名城"),
    "a new figure": copied,
    "another id": renamed,
    "a figure that is gone": lambda root: (root / "figures/person-c.yml").unlink(),
    "a draft": replaced("sites_map/bases/hall.yml", "theme: museum", "theme: museum\ndraft: true"),
    "no draft any more": replaced("sites_map/bases/hall.yml", "\ndraft: true", ""),
    "a picture beside a page": lambda root: write_file(root, "content/zh/picture.png", b"picture"),
    "one language less": replaced("mkdocs.yml", "[zh, zh-Hant, en]", "[zh, zh-Hant]"),
}


def test_after_each_edit_the_folder_holds_what_a_clean_build_makes(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    preview.refresh()
    for name, edit in EDITS.items():
        edit(root)
        try:
            assert preview.refresh() == [], name
        except Rejected as error:
            raise AssertionError(name, error.findings) from None
        build_edition(root, tmp_path / "clean", silent, clean=True)
        assert read_tree(preview.files.folder) == read_tree(tmp_path / "clean"), name


def test_a_large_collection_is_previewed_by_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_ONE_PROCESS", 0)
    monkeypatch.setattr(production, "_FEW_RECORDS", 0)
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    assert preview.refresh() == []
    build_edition(root, tmp_path / "clean", silent, clean=True)
    assert read_tree(preview.files.folder) == read_tree(tmp_path / "clean")


def test_an_edit_touches_only_what_depends_on_it(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    preview.refresh()
    preview.refresh()
    assert preview.files.settled == []
    EDITS["a Markdown page"](root)
    preview.refresh()
    pages = {path for path in preview.files.settled if path.startswith("figures/")}
    assert "index.html" in preview.files.settled
    assert "figures/person-a/index.html" not in pages


def test_pages_of_records_come_before_what_tells_of_many(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    preview.refresh()
    EDITS["a name that another page tells"](root)
    seen: dict[str, bool] = {}

    def look() -> None:
        for page in ("figures/person-b/", "figures/person-a/", "figures/"):
            html = (preview.files.folder / page / "index.html").read_text(encoding="utf-8")
            seen[page] = "虚构丙" in html

    preview.refresh(on_pages=look)
    assert seen == {"figures/person-b/": True, "figures/person-a/": True, "figures/": False}
    look()
    assert all(seen.values())


@pytest.mark.parametrize(
    ("file", "good", "bad"),
    [
        ("figures/person-a.yml", "虚构的小传", "虚构的小传\nnonsense: ["),
        ("figures/person-a.yml", "person: person-b", "person: nobody"),
        ("content/zh/index.md", "虚构的正文", "<!-- qingguo:nonsense -->"),
        ("content/sources.yml", "id: paper", "id: other"),
        ("mkdocs.yml", "south: 31.0", "south: x"),
    ],
)
def test_bad_content_leaves_the_pages_until_it_is_mended(tmp_path: Path, file: str, good: str, bad: str) -> None:
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    preview.refresh()
    before = read_tree(preview.files.folder)
    replaced(file, good, bad)(root)
    # Another edit at the same time is good, but waits for the bad one.
    replaced("sites_map/sites/house.yml", "虚构的宅子", "改过的宅子")(root)
    for _ in range(2):
        with pytest.raises(Rejected) as caught:
            preview.refresh()
        assert caught.value.findings
        assert read_tree(preview.files.folder) == before
    replaced(file, bad, good)(root)
    preview.refresh()
    build_edition(root, tmp_path / "clean", silent, clean=True)
    assert read_tree(preview.files.folder) == read_tree(tmp_path / "clean")


def test_a_dead_link_is_told_and_shown(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    assert preview.refresh() == []
    replaced("content/zh/index.md", "虚构的正文", "[无](nowhere/)")(root)
    assert {finding.code for finding in preview.refresh()} == {"dead-link"}


def test_work_that_is_broken_off_is_taken_up_again(tmp_path: Path) -> None:
    class Stop(Exception):
        """Comes between two steps."""

    def stop() -> None:
        raise Stop

    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    preview.refresh()
    EDITS["a name that another page tells"](root)
    with pytest.raises(Stop):
        preview.refresh(on_pages=stop)
    preview.refresh()
    build_edition(root, tmp_path / "clean", silent, clean=True)
    assert read_tree(preview.files.folder) == read_tree(tmp_path / "clean")


def test_nobody_ever_reads_half_a_page(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    preview.refresh()
    page = preview.files.folder / "figures/person-a/index.html"
    ended, wrong = threading.Event(), []

    def read() -> None:
        while not ended.is_set():
            text = page.read_bytes() if page.exists() else b""
            if not text.rstrip().endswith(b"</html>"):
                wrong.append(text)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(5):
            file = root / "figures/person-a.yml"
            file.write_text(re.sub("虚构的小传.?", f"虚构的小传{number}", file.read_text(encoding="utf-8")))
            preview.refresh()
    finally:
        ended.set()
        reader.join()
    assert wrong == []


def test_edits_within_one_tick_of_the_clock_are_seen(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    preview = Preview(root, tmp_path / "preview")
    file = root / "figures/person-a.yml"
    text = file.read_text(encoding="utf-8")
    page = preview.files.folder / "figures/person-a/index.html"
    for number in range(8):
        # The same length, in the same file, at once after the last look at it.
        file.write_text(text.replace("虚构的小传", f"虚构小传{number}"), encoding="utf-8")
        preview.refresh()
        assert f"虚构小传{number}" in page.read_text(encoding="utf-8")
        time.sleep(0.001)
