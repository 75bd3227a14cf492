"""Markdown pages as people write them: their addresses and titles, and links that name a file of Markdown."""

import re
from pathlib import Path

import pytest

from generator.editions.build import build_edition
from generator.editions.site import Rejected, silent
from generator.editions.written_pages import page_path, page_section
from tests.support.collection import write_collection, write_file

FRONT = "---\ntitle: 虚构\ndescription: 虚构的\n---\n\n"


@pytest.mark.parametrize(
    ("source", "path", "section"),
    [
        ("index.md", "", "home"),
        ("404.md", "404.html", "404"),
        ("lane.md", "lane/", "lane"),
        ("figures/index.md", "figures/", "figures"),
        ("figures/README.md", "figures/", "figures"),
        ("notes/first.part.md", "notes/first.part/", "notes"),
    ],
)
def test_the_address_of_a_page(source: str, path: str, section: str) -> None:
    assert page_path(source) == path
    assert page_section(source) == section


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A fictional city with notes in a folder of their own."""
    root = write_collection(tmp_path / "city")
    write_file(root, "content/zh/notes/first.md", f"{FRONT}# 第一\n\n## 说明 {{#about}}\n\n虚构。\n")
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write_file(root, "mkdocs.yml", configuration + "markdown_extensions: [toc, tables, attr_list]\n")
    return root


def links(root: Path, target: Path, page: str) -> list[str]:
    """The addresses of the links in the text of a page of a published site."""
    build_edition(root, target, silent)
    html = (target / page).read_text(encoding="utf-8")
    return re.findall(r'<a href="([^"]*)"[^>]*>虚构的链接', html)


def test_links_to_files_of_markdown_lead_to_their_pages(city: Path, tmp_path: Path) -> None:
    named = {
        "first.md": "../first/",
        "./first.md#about": "../first/#about",
        "../index.md": "../../",
        "../sources.md#source-novel": "../../sources/#source-novel",
        "../figures/index.md?q=1": "../../figures/?q=1",
        "second.md": "./",
        "../../figures/person-a/": "../../figures/person-a/",
        "#here": "#here",
        "https://city.example/first.md": "https://city.example/first.md",
        "%66irst.md": "../first/",
    }
    text = "".join(f"[虚构的链接]({each})\n\n" for each in named)
    write_file(city, "content/zh/notes/second.md", f"{FRONT}## 虚构 {{#here}}\n\n{text}")
    assert links(city, tmp_path / "public", "notes/second/index.html") == list(named.values())


def test_links_of_the_error_page_hold_at_any_address(city: Path, tmp_path: Path) -> None:
    configuration = (city / "mkdocs.yml").read_text(encoding="utf-8")
    address = "https://city.example/heritage/"
    write_file(city, "mkdocs.yml", configuration.replace('site_url: ""', f"site_url: {address}"))
    write_file(
        city, "content/zh/404.md", f"{FRONT}[虚构的链接](figures/index.md)与[虚构的链接](notes/first.md#about)\n"
    )
    assert links(city, tmp_path / "public", "404.html") == ["/heritage/figures/", "/heritage/notes/first/#about"]


@pytest.mark.parametrize(
    "text",
    [
        "[虚构](nowhere.md)",
        "[虚构](first.md#nowhere)",
        '<a class="x" href = "nowhere/">虚构</a>',
        "<A HREF='nowhere/'>虚构</A>",
        '<a\n  href="nowhere/">虚构</a>',
        '<img alt="" src="https://elsewhere.example/x.png">',
    ],
)
def test_a_dead_end_in_markdown_or_html_of_a_page_is_found(city: Path, tmp_path: Path, text: str) -> None:
    write_file(city, "content/zh/notes/second.md", f"{FRONT}虚构 {text}\n")
    with pytest.raises(Rejected) as failure:
        build_edition(city, tmp_path / "public", silent)
    assert {finding.file for finding in failure.value.findings} == {
        "notes/second/index.html",
        "zh-Hant/notes/second/index.html",
    }


def test_a_page_of_html_that_would_be_published_unseen_is_refused(city: Path, tmp_path: Path) -> None:
    write_file(city, "content/zh/extra.html", '<a href="nowhere/">虚构</a>')
    with pytest.raises(Rejected) as failure:
        build_edition(city, tmp_path / "public", silent)
    assert [finding.file for finding in failure.value.findings] == ["content/zh/extra.html"]


def test_the_title_of_a_page_is_what_people_wrote_or_its_heading_or_its_name(city: Path, tmp_path: Path) -> None:
    texts = {
        "a": ("---\ntitle: 题目\n---\n# 标题\n", "题目"),
        "b": ("# 标题 &amp; *其他*\n", "标题 &amp; 其他"),
        "some-notes": ("虚构\n", "Some notes"),
    }
    for name, (text, _) in texts.items():
        write_file(city, f"content/zh/{name}.md", text)
    build_edition(city, tmp_path / "public", silent)
    for name, (_, title) in texts.items():
        page = (tmp_path / f"public/{name}/index.html").read_text(encoding="utf-8")
        assert f"<title>{title} · " in page, name
