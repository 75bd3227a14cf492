"""Every string is hostile, and none of them becomes an element, an attribute or a script of any page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.building import run_qingguo
from tests.support.collection import BASE, FIGURE, OTHER_FIGURE, SITE, SOURCES, write_collection, write_file
from tests.support.server import serving
from tests.support.watching import watched_page

pytestmark = pytest.mark.browser

PAYLOAD = "\"'><img src=x onerror=alert(1)><script>alert(2)</script></script><svg onload=alert(3)>{{7*7}}虚构"
TEXTS = (
    "虚构甲", "Fictional Person A", "虚构的人物甲", "The fictional person A", "虚构的事", "a fictional event",
    "虚构的小传。", "A fictional biography.", "虚构的邻居", "fictional neighbours", "虚构的住处", "a fictional home",
    "虚构乙", "Fictional Person B", "虚构宅", "Fictional House", "宅第", "虚构的宅子", "虚构馆", "Fictional Hall",
    "虚构的展品", "fictional exhibits", "虚构的书", "虚构出版社",
)  # fmt: skip
PAGES = (
    "", "figures/", "figures/person-a/", "figures/person-b/", "sites/house/", "bases/hall/", "sources/",
    "search/?q=alert", "en/", "en/figures/person-a/", "zh-Hant/figures/person-a/",
)  # fmt: skip
INJECTED = (
    "img[src=x], svg[onload], [onerror], script:not([src]):not([type='application/ld+json']), a[href^='javascript:'],"
    " iframe, object, embed, base"
)


def hostile(yaml: str) -> str:
    """A record in which every text is followed by the payload."""
    quoted = PAYLOAD.replace("'", "''")
    for text in sorted(TEXTS, key=len, reverse=True):
        yaml = yaml.replace(f" {text}}}", f" '{text}{quoted}'}}").replace(f" {text},", f" '{text}{quoted}',")
        yaml = yaml.replace(f"zh: {text}\n", f"zh: '{text}{quoted}'\n")
    return yaml


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fictional city whose every text is hostile, built."""
    root = write_collection(tmp_path_factory.mktemp("hostile") / "city")
    for name, text in {
        "figures/person-a.yml": FIGURE,
        "figures/person-b.yml": OTHER_FIGURE,
        "sites_map/sites/house.yml": SITE,
        "sites_map/bases/hall.yml": BASE,
        "content/sources.yml": SOURCES,
    }.items():
        changed = hostile(text)
        assert changed != text
        write_file(root, name, changed)
    title = PAYLOAD.replace("'", "''")
    # An image of the site itself may stand in a page; what must go is what would run.
    image = PAYLOAD.replace("src=x", "src=404.html")
    links = "[x](javascript:alert(4)) <a href='javascript:alert(5)' onclick='alert(6)'>y</a>"
    frames = "<base href='https://example.org/'><iframe src='https://example.org/'></iframe>"
    page = f"虚构 {image}\n\n{links} <style>*{{display:none}}</style>{frames}\n"
    write_file(root, "content/zh/index.md", f"---\ntitle: '{title}'\ndescription: '{title}'\n---\n\n{page}")
    result = run_qingguo("build", "--root", root)
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "dist" / "public"


def test_no_string_becomes_markup_or_runs(tree: Path, chromium: Browser) -> None:
    with serving(tree) as address, watched_page(chromium) as watch:
        for path in PAGES:
            watch.page.goto(address + path)
            watch.page.wait_for_load_state("networkidle")
            assert watch.page.query_selector_all(INJECTED) == [], path
            assert "49虚构" not in watch.page.inner_text("body"), path
        assert watch.complaints == []


def test_the_strings_are_shown_as_they_are(tree: Path, chromium: Browser) -> None:
    with serving(tree) as address, watched_page(chromium) as watch:
        watch.page.goto(address + "figures/person-a/")
        assert PAYLOAD in watch.page.inner_text("h1")
