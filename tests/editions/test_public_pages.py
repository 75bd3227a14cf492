"""Every page of the real site in a real browser: nothing is asked of elsewhere, nothing fails, nothing complains."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.watching import watched_page

pytestmark = pytest.mark.browser


def paths(tree: Path) -> list[str]:
    """The address of every page, relative to the root of the site."""
    return sorted(page.relative_to(tree).as_posix().removesuffix("index.html") for page in tree.rglob("*.html"))


def test_no_page_reaches_out_or_complains(chromium: Browser, public_tree: Path, public_address: str) -> None:
    complaints: dict[str, list[str]] = {}
    with watched_page(chromium) as watch:
        for path in paths(public_tree):
            watch.requests.clear()
            watch.complaints.clear()
            watch.page.goto(public_address + path)
            watch.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
            watch.page.wait_for_load_state("networkidle")
            foreign = [f"foreign: {url}" for url in watch.requests if not url.startswith((public_address, "data:"))]
            if foreign or watch.complaints:
                complaints[path] = foreign + watch.complaints
    assert complaints == {}


def test_a_wide_table_or_drawing_never_makes_a_phone_scroll_sideways(
    chromium: Browser, public_tree: Path, public_address: str
) -> None:
    wide = []
    with watched_page(chromium, viewport={"width": 360, "height": 780}) as watch:
        for path in paths(public_tree):
            watch.page.goto(public_address + path)
            if watch.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(path)
    assert wide == []


def test_every_page_says_its_language_and_has_one_heading(public_tree: Path) -> None:
    for path in paths(public_tree):
        html = (public_tree / path / "index.html" if path.endswith("/") or not path else public_tree / path).read_text()
        language = "en" if path.startswith("en/") else "zh-Hant" if path.startswith("zh-Hant/") else "zh-Hans"
        assert f'<html lang="{language}">' in html, path
        assert html.count("<h1") == 1, path
