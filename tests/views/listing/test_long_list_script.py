"""The facets of a list that is spread over several pages, and a map of very many places, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Page, expect

from generator.archive.collection import Collection
from generator.language.traditional import TraditionalConverter
from generator.release.assets import AssetStore
from generator.views.site_views import SiteViews
from tests.support.crowd import FIGURES, SITES, crowd

pytestmark = pytest.mark.browser

HOSTILE = "</script><img src=x onerror=alert(1)>\"'&<b>"
POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' data:"


def write_page(root: Path, collection: Collection, path: str, *names: str) -> str:
    """Write a page of blocks with its assets into a folder; answers the address from which a browser opens it."""
    assets = AssetStore()
    made = SiteViews(collection, "zh", TraditionalConverter({}), assets, ("zh",), None)
    blocks = [made.block(name, path) for name in names]
    assets.add_plain("assets/size.css", ".map-canvas { width: 800px; height: 500px; }")
    styles = ["assets/size.css", *(style for block in blocks for style in block.styles)]
    head = [
        Markup('<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{}">').format(POLICY),
        *(Markup('<link rel="stylesheet" href="../{}">').format(style) for style in styles),
        *(Markup('<script src="../{}" defer></script>').format(each) for block in blocks for each in block.scripts),
    ]
    page = Markup("").join([Markup('<!DOCTYPE html><html lang="zh">'), *head, *(each.html for each in blocks)])
    for name, content in assets.files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    file = root / path / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(page, encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def figures(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """The first page of a long list of figures, opened from a folder."""
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(write_page(tmp_path, crowd(HOSTILE), "figures/", "figures"))
    yield page
    page.close()
    assert errors == []


def test_the_table_is_read_only_when_a_reader_chooses_something(figures: Page) -> None:
    assert figures.evaluate("window.qingguoTables") is None
    figures.get_by_role("checkbox", name="法律").check()
    expect(figures.locator("[data-shown]")).to_have_text(str(len([n for n in range(FIGURES) if n % 3 == 0])))
    assert figures.locator(".entry").count() > 100
    assert not figures.locator(".list-pager").first.is_visible()


def test_what_is_found_leads_to_records_and_its_texts_stay_text(figures: Page) -> None:
    figures.get_by_role("checkbox", name="法律").check()
    expect(figures.locator("[data-shown]")).not_to_have_text(str(FIGURES))
    first = figures.locator(".entry a.name").first
    assert HOSTILE in first.inner_text()
    number = int(first.inner_text().removeprefix("虚构").removesuffix(HOSTILE))
    assert first.get_attribute("href") == f"person-{number:03}/"
    assert figures.locator("img").count() == 0


def test_counts_tell_what_a_further_choice_would_leave_and_none_is_said(figures: Page) -> None:
    figures.get_by_role("checkbox", name="法律").check()
    expect(figures.locator("[data-shown]")).not_to_have_text(str(FIGURES))
    label = figures.locator("label:has(input[name=organisation])").first
    count = label.locator(".facet-count").inner_text()
    label.locator("input").check()
    expect(figures.locator("[data-shown]")).to_have_text(count)
    assert figures.locator(".entry").count() == int(count)


def test_an_order_is_that_of_the_whole_list_and_reset_brings_the_page_back(figures: Page) -> None:
    before = figures.locator(".entry a.name").all_inner_texts()
    figures.get_by_role("combobox").select_option("name")
    first = figures.locator(".entry a.name").first
    expect(first).to_have_text(f"虚构0{HOSTILE}")
    figures.get_by_role("button").click()
    expect(first).to_have_text(before[0])
    assert figures.locator(".entry a.name").all_inner_texts() == before
    assert figures.locator(".list-pager").first.is_visible()


def test_a_choice_in_the_address_is_restored_and_a_broken_one_is_none(figures: Page) -> None:
    address = figures.url
    figures.goto("about:blank")
    figures.goto(f"{address}#field=law&sort=name")
    expect(figures.locator(".entry a.name").first).to_have_text(f"虚构0{HOSTILE}")
    assert figures.get_by_role("checkbox", name="法律").is_checked()
    figures.goto("about:blank")
    figures.goto(f"{address}#field=%E0%A4%A&sort=nothing")
    assert figures.locator("[data-shown]").inner_text() == str(FIGURES)


def test_places_stand_in_clusters_that_open_to_a_link(chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_page(viewport={"width": 900, "height": 700})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    address = write_page(tmp_path, crowd(), "sites/", "places-map")
    page.goto(address)
    expect(page.locator(".map-cluster").first).to_be_attached()
    in_clusters = [int(each.split()[0]) for each in page.locator(".map-cluster").all_inner_texts()]
    alone = page.locator(".map-pin, .map-rough").count()
    assert sum(in_clusters) + alone == SITES
    assert page.locator(".map-label").count() < 120
    page.close()
    assert errors == []
