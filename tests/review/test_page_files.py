"""The pages of the collection as the review reads them."""

from typing import Any

from generator.archive.files import CollectionFolder
from generator.review.page_files import Mention, PageFile, read_page_files


def test_mentions_know_their_place() -> None:
    page = PageFile("zh", "a.md", "content/zh/a.md", "一\n二{a, b}[x](qingguo:site/c)\n<!-- qingguo:d -->\n")
    assert list(page.source_tokens()) == [Mention(page.file, 2, 2, "a"), Mention(page.file, 2, 2, "b")]
    assert list(page.record_links()) == [Mention(page.file, 2, 12, "site/c")]
    assert list(page.blocks()) == [Mention(page.file, 3, 1, "d")]


def test_front_matter_is_what_stands_between_the_lines() -> None:
    assert PageFile("zh", "a.md", "a.md", "---\ntitle: x\n---\n文\n---\n").front_matter == "title: x"
    assert PageFile("zh", "a.md", "a.md", "文\n---\ntitle: x\n---\n").front_matter is None


def test_symbolic_links_are_left_to_the_finding_of_the_loader(workshop: Any) -> None:
    (workshop.root / "outside").mkdir()
    (workshop.root / "outside/a.md").write_text("{nobody}")
    (workshop.root / "content/zh/linked.md").symlink_to(workshop.root / "outside/a.md")
    (workshop.root / "content/en/linked").symlink_to(workshop.root / "outside")
    pages = read_page_files(CollectionFolder(workshop.root))
    assert [page.file for page in pages] == ["content/zh/index.md", "content/en/index.md"]
