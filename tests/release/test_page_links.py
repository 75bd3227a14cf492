"""Links as numbers: the pages in doubt are those in which a close look finds something, and hardly any other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.release.gate import check_tree
from generator.release.page_links import page_links, pages_in_doubt

HOME = '<link rel="canonical" href="https://example.org/qg/">'
BASE = "/qg/"
FILES = {
    "index.html": HOME + '<h1 id="top">x</h1>',
    "en/index.html": '<p id="é">x</p>',
    "figures/a/index.html": '<p id="life">x</p>',
    "figures/b/index.html": '<p id="life">x</p><p id="only-b">x</p>',
    "sites/a/index.html": '<p id="place">x</p>',
    "assets/site.css": "",
    "assets/site.js": "",
}
ADDRESSES = st.sampled_from(
    [
        "", "#life", "#only-b", "#missing", "#", "./", "../", "../../", "../a/", "../b/#only-b", "../a/#only-b",
        "../b/", "../c/", "../../sites/a/#place", "../../../", "../../en/#%C3%A9", "../../en/#nothing", "/qg/",
        "/qg/figures/a/", "/figures/a/", "https://example.org/", "//example.org/", "mailto:a@example.org",
        "javascript:x", "ftp://example.org/", "../../assets/site.css", "../../assets/gone.js", "index.html", "data:,x",
        "../b/?a=b&amp;c=d#life", "c/../../b/",
    ]
)  # fmt: skip
TAGS = st.sampled_from(
    [
        '<a href="{}">x</a>', '<img src="{}">', '<img srcset="{}">', '<script src="{}"></script>', "<a href={}>x</a>",
        '<link rel="stylesheet" href="{}">', '<link rel="canonical" href="{}">', '<link rel="alternate" href="{}">',
        '<div data-src="{}"></div>', "<img\nsrc = {}>", '<a id="{}">x</a>', "<p>a = b</p>",
    ]
)  # fmt: skip
PAGES = ("index.html", "en/index.html", "figures/a/index.html", "figures/b/index.html", "sites/a/index.html")


def doubted(files: dict[str, str]) -> set[str]:
    pages = [page_links(path, text, BASE) for path, text in files.items() if path.endswith(".html")]
    return set(pages_in_doubt(pages, files))


def found(files: dict[str, str]) -> set[str]:
    return {finding.file for finding in check_tree({path: text.encode() for path, text in files.items()})}


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PAGES), TAGS, ADDRESSES), max_size=5))
def test_every_page_with_a_finding_is_in_doubt(additions: list[tuple[str, str, str]]) -> None:
    files = dict(FILES)
    for page, tag, address in additions:
        files[page] += tag.format(address)
    assert found(files) <= doubted(files)


def test_whole_pages_are_not_in_doubt() -> None:
    files = dict(FILES)
    files["figures/a/index.html"] += (
        '<meta content="width=device-width"><a href="../b/#only-b">x</a><a href="#life">x</a><a href="../../">x</a>'
        '<a href="https://example.org/?a=b">x</a><img src="../../assets/site.js"><a href="/qg/en/#%C3%A9">x</a>'
        '<link rel="canonical" href="https://example.org/qg/figures/a/"><p>1 + 1 = 2</p>'
        '<a href="../../sites/a/#place">x</a>'
    )
    assert doubted(files) == set()


@pytest.mark.parametrize("address", ["../b/#life", "../b/", "#only-a"])
def test_the_same_address_is_judged_anew_on_every_page(address: str) -> None:
    """An address that is good on one page is known then, and may be dead on another with the same parent folder."""
    good = '<p id="life">x</p><p id="only-a">x</p>' + f'<a href="{address}">x</a>'
    files = {"figures/a/index.html": good, "figures/b/index.html": '<p id="life">x</p><a href="#only-a">x</a>'}
    assert doubted(files) == {"figures/b/index.html"}
    del files["figures/b/index.html"]
    expected = set() if address.startswith("#") else {"figures/a/index.html"}
    assert doubted(files) == expected


def test_an_address_below_its_page_is_its_own_on_every_page() -> None:
    files = {"figures/a/index.html": '<a href="x/">x</a>', "figures/b/index.html": '<a href="x/">x</a>'}
    files["figures/a/x/index.html"] = ""
    assert doubted(files) == {"figures/b/index.html"}


def test_an_address_leads_elsewhere_from_the_root_than_from_a_folder_in_it() -> None:
    files = {**FILES, "en/index.html": '<a href="../sites/a/">x</a>'}
    assert doubted(files) == set()
    files["index.html"] += '<a href="../sites/a/">x</a>'
    assert doubted(files) == {"index.html"}
