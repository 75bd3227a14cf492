"""The maps of the real site: drawn without a network, used by key, and told in the list beside each of them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.watching import Watch, watched_page

pytestmark = pytest.mark.browser

# The page and the list that says the same as its map.
MAPS = (("sites/", "#place-list"), ("bases/", "#base-list"), ("lane/", ".lane-list"), ("en/sites/", "#place-list"))


@pytest.fixture(scope="module")
def watch(chromium: Browser) -> Iterator[Watch]:
    """One page under watch for all maps."""
    with watched_page(chromium, reduced_motion="reduce") as watched:
        yield watched


def open_map(page: Page, address: str) -> Locator:
    """Open a page and scroll to its map; answers the map once it is drawn."""
    page.goto(address)
    found = page.locator(".map").first
    found.scroll_into_view_if_needed()
    expect(found.locator("path").first).to_be_attached()
    return found


def openers(found: Locator) -> Locator:
    """What opens a popup: houses of the plan, and markers."""
    return found.locator("path[role=button], .leaflet-marker-icon.leaflet-interactive")


def words(link: Locator) -> str:
    """The text of a link, whatever its line breaks."""
    return "".join((link.text_content() or "").split())


def places(found: Locator) -> dict[str, str]:
    """Every place that the popups of a map name, by the address to which its link leads."""
    named: dict[str, str] = {}
    for opener in openers(found).all():
        opener.focus()
        opener.press("Enter")
        popup = found.locator(".map-popup").last
        expect(popup).to_be_visible()
        for link in popup.locator("a").all():
            named[link.evaluate("link => link.href")] = words(link)
        found.page.keyboard.press("Escape")
        expect(found.locator(".map-popup")).to_have_count(0)
    return named


@pytest.mark.parametrize(("path", "listed"), MAPS)
def test_the_list_beside_a_map_names_the_same_places(watch: Watch, public_address: str, path: str, listed: str) -> None:
    watch.requests.clear()
    named = places(open_map(watch.page, public_address + path))
    in_list = {link.evaluate("link => link.href"): words(link) for link in watch.page.locator(f"{listed} a.name").all()}
    assert len(named) > 3
    assert named.items() <= in_list.items()
    assert watch.complaints == []
    assert [each for each in watch.requests if not each.startswith((public_address, "data:"))] == []


@pytest.mark.parametrize("path", ["sites/", "bases/", "lane/", "en/bases/"])
def test_a_popup_opens_by_key_and_its_link_leads_to_the_place(watch: Watch, public_address: str, path: str) -> None:
    found = open_map(watch.page, public_address + path)
    openers(found).first.focus()
    watch.page.keyboard.press("Enter")
    link = found.locator(".map-popup a").first
    expect(link).to_be_focused()
    name = words(link)
    watch.page.keyboard.press("Escape")
    expect(found.locator(".map-popup")).to_have_count(0)
    expect(openers(found).first).to_be_focused()
    watch.page.keyboard.press("Enter")
    expect(link).to_be_focused()
    with watch.page.expect_navigation():
        watch.page.keyboard.press("Enter")
    assert words(watch.page.locator("h1")) == name


@pytest.mark.parametrize("path", ["sites/", "en/bases/"])
def test_a_layer_goes_and_comes_by_key(watch: Watch, public_address: str, path: str) -> None:
    found = open_map(watch.page, public_address + path)
    before = openers(found).count()
    box = found.locator(".leaflet-control-layers input").first
    box.focus()
    watch.page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    expect(openers(found)).not_to_have_count(before)
    assert openers(found).count() < before
    watch.page.keyboard.press("Space")
    expect(openers(found)).to_have_count(before)


def test_the_map_of_a_life_has_its_stops_in_text(watch: Watch, public_address: str) -> None:
    watch.requests.clear()
    found = open_map(watch.page, public_address + "figures/zhao-yuanren/")
    text = watch.page.locator("#travels").inner_text()
    stops = found.locator(".map-stop").all()
    assert len(stops) > 3
    for stop in stops:
        assert (stop.locator(".map-stop-name").text_content() or "?") in text
    stops[0].focus()
    watch.page.keyboard.press("Enter")
    popup = found.locator(".map-popup")
    expect(popup).to_contain_text("1892")
    watch.page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    assert [each for each in watch.requests if not each.startswith((public_address, "data:"))] == []
