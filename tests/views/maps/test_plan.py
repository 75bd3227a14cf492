from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.yaml_reader import parse_yaml
from generator.records.plan import LanePlan
from generator.records.text import LocalizedText
from generator.views.maps.assets import MapFragment
from generator.views.maps.plan import plan_map
from generator.views.maps.points import MapWords
from tests.views.maps.conftest import OpenMap

Opener = Callable[..., OpenMap]
PLAN_FILE = Path(__file__).parents[3] / "sites_map/lane.yml"


def in_english(text: LocalizedText) -> str:
    return text.wording("en").text


@pytest.fixture
def lane(words: MapWords) -> MapFragment:
    """The plan of the repository as a map in English."""
    plan = LanePlan.model_validate(parse_yaml(PLAN_FILE.read_text(encoding="utf-8")).data)
    links = [(slot.site, in_english(slot.label), f"sites/{slot.site}/") for slot in plan.slots]
    return plan_map(plan, links, words, "Plan of the lane", in_english)


def test_two_builds_are_the_same_bytes(words: MapWords, lane: MapFragment) -> None:
    plan = LanePlan.model_validate(parse_yaml(PLAN_FILE.read_text(encoding="utf-8")).data)
    links = [(slot.site, in_english(slot.label), f"sites/{slot.site}/") for slot in plan.slots]
    assert plan_map(plan, links, words, "Plan of the lane", in_english) == lane


@pytest.mark.browser
def test_a_house_is_reached_and_opened_by_keyboard(lane: MapFragment, open_map: Opener) -> None:
    page = open_map(lane).page
    house = page.get_by_role("button", name="House of Shi Liang")
    house.wait_for()
    house.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".map-popup")
    popup.wait_for()
    assert popup.locator("a").get_attribute("href") == "sites/shiliang-house/"
    assert "north-east corner" in popup.inner_text()
    page.keyboard.press("Escape")
    popup.wait_for(state="detached")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "House of Shi Liang"


@pytest.mark.browser
def test_north_is_up_and_the_canal_south_of_the_lane(lane: MapFragment, open_map: Opener) -> None:
    page = open_map(lane).page
    house = page.get_by_role("button", name="House of Shi Liang").bounding_box()
    street, canal = page.locator("path.map-lane").bounding_box(), page.locator("path.map-water").bounding_box()
    assert house and street and canal
    assert house["y"] < street["y"] < canal["y"]


@pytest.mark.browser
def test_names_do_not_lie_upon_each_other(lane: MapFragment, open_map: Opener) -> None:
    page = open_map(lane).page
    page.locator(".map-tip").first.wait_for()
    page.wait_for_timeout(200)
    boxes = page.locator(".map-tip:not(.is-crowded)").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    )
    assert len(boxes) > 8
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:index]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@pytest.mark.browser
def test_on_a_phone_the_plan_fills_the_height_and_begins_in_the_west(lane: MapFragment, open_map: Opener) -> None:
    page = open_map(lane, width=360).page
    water = page.locator("path.map-water").bounding_box()
    # West of it stand only the buttons; eastward it goes on beyond the screen.
    assert water and 0 <= water["x"] <= 80
    assert water["x"] + water["width"] > 360
    first = page.get_by_role("button", name="Bagui Hall").bounding_box()
    assert first and first["height"] >= 24 and 0 < first["x"] < 360
