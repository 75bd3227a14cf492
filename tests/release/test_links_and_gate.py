"""The numbers of links never let a page pass in which the gate, looking closely, finds something."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.release.gate import check_tree
from generator.release.page_links import page_links, pages_in_doubt
from generator.release.tree import read_tree
from tests.support.building import run_qingguo
from tests.support.collection import CONFIGURATION, write_collection, write_file

# ruff: noqa: E501
ADDRESSES = (
    "a/", "a/#here", "a/#nowhere", "#here", "#nowhere", "#", "", ".", "./", "../", "nowhere/", "a", "a/index.html", "a?q=1#here",
    "a/?q=1", "b.txt", "b.txt#x", "./b.txt", "/", "/a/", "/heritage/", "/heritage/a/", "/nowhere", "//elsewhere.example/x", "///x",
    "https://elsewhere.example/x", "HTTPS://elsewhere.example/x", "http:relative", "mailto:a@b.example", "tel:1", "javascript:alert(1)",
    "JavaScript:x", "data:text/html,x", "data:image/png;base64,AAAA", "ftp://x.example", "a/../a/", "../../a/", "%61/", "a%2F", "虚构/",
    "%E8%99%9A%E6%9E%84/", "%E8%99%9A%E6%9E%84/#%E5%A4%84", "&#97;/", "a/&#35;nowhere", "a&#x3a;b", "java&#115;cript:x", " a/", "a/ ",
    "\ta/", "a//", "a/./", "x:y", "?q", "?q#nowhere", "a;b", "[", "http://[",
)  # fmt: skip
# As templates write them, and as what makes the HTML of people safe writes them anew; other quotes count as strange.
FORMS = (
    '<a href="{}">x</a>', "<a href='{}'>x</a>", "<a href={}>x</a>", 
    '<img alt="" src="{}">', '<img src="{}">', "<img src='{}'>", 
    '<script src="{}"></script>', '<script defer src="{}"></script>', '<link rel="stylesheet" href="{}">',
    '<link href="{}" rel="stylesheet">', '<link rel="alternate" hreflang="en" href="{}">', '<link rel="canonical" href="{}">',
    '<link rel="icon" href="{}">', '<iframe src="{}"></iframe>', '<source srcset="{}">', 
    '<div data-src="{}"></div>', '<div data-search-names="{}"></div>', '<div data-search-text="{}"></div>', '<p id="{}">x</p>',
    '<a href="a/"><img alt="x>" src="{}"></a>',
)  # fmt: skip
pieces = st.builds(lambda form, address: form.format(address), st.sampled_from(FORMS), st.sampled_from(ADDRESSES))
BASES = ("", '<link rel="canonical" href="https://city.example/heritage/">')


def missed(files: dict[str, bytes]) -> set[str]:
    """The pages in which the gate finds something and that the numbers let pass."""
    base_path = "/heritage/" if b"city.example" in files["index.html"] else "/"
    pages = {path: text.decode() for path, text in files.items() if path.endswith(".html")}
    links = [page_links(path, html, base_path) for path, html in pages.items()]
    doubtful = set(pages_in_doubt(links, files))
    found = {finding.file for finding in check_tree(files) if finding.file.endswith(".html")}
    assert {each.file for each in check_tree(files, (), doubtful)} == {each.file for each in check_tree(files)} - (
        found - doubtful
    )
    return found - doubtful


def tree(base: str, first: list[str], second: list[str]) -> dict[str, bytes]:
    """A small site of two pages with these pieces, and a third with anchors."""
    pages = {
        "index.html": base + "".join(first),
        "a/index.html": '<p id="here">x</p>' + "".join(second),
        "虚构/index.html": '<p id="处">x</p>',
    }
    return {**{path: text.encode() for path, text in pages.items()}, "b.txt": b""}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_every_address(form: str) -> None:
    for base in BASES:
        for address in ADDRESSES:
            piece = form.format(address)
            for first, second in (([piece], []), ([], [piece])):
                try:
                    files = tree(base, first, second)
                    check_tree(files)
                except ValueError:
                    # An address that nobody can read, which our templates never write.
                    continue
                assert missed(files) == set(), (base, piece)


@given(st.sampled_from(BASES), st.lists(pieces, max_size=4), st.lists(pieces, max_size=4))
def test_any_pages_of_such_pieces(base: str, first: list[str], second: list[str]) -> None:
    files = tree(base, first, second)
    try:
        check_tree(files)
    except ValueError:
        return
    assert missed(files) == set()


@cache
def _site(folder: Path) -> dict[str, bytes]:
    return read_tree(folder)


def test_nothing_of_the_real_site_is_in_doubt(public_tree: Path) -> None:
    files = _site(public_tree)
    links = [page_links(path, text.decode(), "/") for path, text in files.items() if path.endswith(".html")]
    assert list(pages_in_doubt(links, files)) == []
    assert check_tree(files) == []


def test_a_dead_end_anywhere_in_the_real_site_is_found(public_tree: Path) -> None:
    files = dict(_site(public_tree))
    links = {path: page_links(path, text.decode(), "/") for path, text in files.items() if path.endswith(".html")}
    page = "figures/index.html"
    text = files[page].decode()
    attributes = sorted({each for each in re.findall(r' (?:href|src)="[^"#:]+"', text)})
    assert len(attributes) > 20
    for attribute in attributes:
        changed = text.replace(attribute, f'{attribute.rstrip("/")[:-1]}-not/"', 1)
        found = pages_in_doubt([*(links | {page: page_links(page, changed, "/")}).values()], files)
        assert list(found) == [page], attribute


@pytest.mark.parametrize("gone", ["figures/zhao-yuanren/index.html", "assets/fonts-zh.css", "robots.txt"])
def test_a_file_that_is_gone_puts_each_page_in_doubt_that_leads_there(public_tree: Path, gone: str) -> None:
    files = dict(_site(public_tree))
    del files[gone]
    assert missed(files) == set()


def test_a_site_with_an_address_has_no_doubts_either(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    address = "https://city.example/heritage/"
    write_file(root, "mkdocs.yml", CONFIGURATION.replace('site_url: ""', f"site_url: {address}"))
    assert run_qingguo("build", "--root", root).returncode == 0
    files = read_tree(root / "dist" / "public")
    links = [page_links(path, text.decode(), "/heritage/") for path, text in files.items() if path.endswith(".html")]
    assert list(pages_in_doubt(links, files)) == []
