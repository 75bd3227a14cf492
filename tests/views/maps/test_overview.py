from collections.abc import Callable

import pytest

from generator.views.maps.overview import overview_map
from generator.views.maps.points import MapKind, MapPoint, MapWords, Town
from tests.views.maps.conftest import OpenMap

KINDS = [MapKind("site", "Sites"), MapKind("base", "Bases")]
LANE = (31.7745, 119.9549)
HOSTILE = "</script><img src=x onerror=\"document.title='pwned'\">`${document.title='pwned'}`\\"
# Fictional places at a real town.
POINTS = [
    MapPoint("one", "House One", "sites/one/", "site", *LANE, 500, "a house"),
    MapPoint("two", "House Two", "sites/two/", "site", *LANE, 300),
    MapPoint("three", "Base Three", "bases/three/", "base", *LANE, 500),
    MapPoint("pin1", "Pin One", "sites/pin1/", "site", 31.80, 119.99, 20),
    MapPoint("pin2", "Pin Two", "sites/pin2/", "site", 31.8001, 119.9901, 20),
]
TOWNS = [Town("Changzhou", 31.77359, 119.95401)]

Opener = Callable[..., OpenMap]


def overview(words: MapWords, points: list[MapPoint] = POINTS, kinds: list[MapKind] = KINDS):  # type: ignore[no-untyped-def]
    return overview_map(kinds, points, TOWNS, words, "Map of the city")


def test_two_builds_are_the_same_bytes(words: MapWords) -> None:
    assert overview(words) == overview(words)


def test_what_is_roughly_known_is_a_circle_of_its_radius_and_never_a_pin(words: MapWords) -> None:
    source = overview(words, POINTS[:1]).script_source
    assert '"radius": 500' in source
    assert "map-pin" not in source and "map-rough" in source
    near = overview(words, [MapPoint("a", "A", "a/", "site", *LANE, 99)]).script_source
    assert "map-pin" in near and "L.circle" not in near


@pytest.mark.browser
def test_things_at_one_place_are_listed_in_one_popup_opened_by_keyboard(words: MapWords, open_map: Opener) -> None:
    page = open_map(overview(words)).page
    label = page.locator(".map-rough", has_text="Sites · 2 places")
    label.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".map-popup")
    popup.wait_for()
    assert popup.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))") == [
        "sites/one/",
        "sites/two/",
    ]
    assert "known to about 500 m" in popup.inner_text()
    assert page.evaluate("document.activeElement.textContent") == "House One"
    page.keyboard.press("Escape")
    popup.wait_for(state="detached")
    assert "Sites" in page.evaluate("document.activeElement.textContent")


@pytest.mark.browser
def test_pins_that_are_close_form_a_cluster_that_opens(words: MapWords, open_map: Opener) -> None:
    page = open_map(overview(words)).page
    cluster = page.locator(".map-cluster")
    cluster.wait_for()
    assert "2" in cluster.inner_text()
    cluster.focus()
    page.keyboard.press("Enter")
    page.locator(".map-pin", has_text="Pin One").wait_for()


@pytest.mark.browser
def test_a_layer_can_be_switched_off(words: MapWords, open_map: Opener) -> None:
    page = open_map(overview(words)).page
    base = page.locator(".map-rough", has_text="Base Three")
    base.wait_for()
    page.get_by_label("Bases").uncheck()
    base.wait_for(state="detached")
    assert page.locator(".map-rough", has_text="Sites").count() == 1


@pytest.mark.browser
def test_the_ground_has_towns_degrees_scale_north_and_credit(words: MapWords, open_map: Opener) -> None:
    page = open_map(overview(words)).page
    page.locator(".map-town", has_text="Changzhou").wait_for()
    assert page.locator(".map-degree").count() >= 4
    assert "m" in page.locator(".leaflet-control-scale-line").inner_text()
    assert page.locator(".map-north").inner_text() == "N"
    assert "GeoNames" in page.locator(".leaflet-control-attribution").inner_text()


@pytest.mark.browser
def test_hostile_names_are_only_text(words: MapWords, open_map: Opener) -> None:
    points = [
        MapPoint("a", HOSTILE, 'x" onclick="alert(1)', "site", *LANE, 500, HOSTILE),
        MapPoint("b", HOSTILE, "b/", "site", 31.78, 119.96, 20, HOSTILE),
    ]
    page = open_map(overview(words, points, [MapKind("site", HOSTILE)])).page
    page.locator(".map-rough").click()
    page.locator(".map-popup").wait_for()
    assert page.title() == "map"
    assert page.locator(".map img").count() == 0
    assert HOSTILE in page.locator(".map-popup").inner_text()
    assert HOSTILE in page.locator(".leaflet-control-layers").inner_text()


@pytest.mark.browser
def test_a_map_far_below_waits_until_it_is_near(words: MapWords, open_map: Opener) -> None:
    page = open_map(overview(words), before="<p>text</p>" * 200).page
    page.wait_for_timeout(200)
    assert page.locator(".leaflet-pane").count() == 0
    page.locator(".map").scroll_into_view_if_needed()
    page.locator(".map-rough").first.wait_for()


@pytest.mark.browser
def test_the_labels_of_two_near_places_do_not_lie_upon_each_other(words: MapWords, open_map: Opener) -> None:
    south = MapPoint("south", "House in the south", "sites/south/", "site", 31.71581, 119.94458, 3000)
    far = MapPoint("far", "House far in the west", "sites/far/", "site", 31.74422, 119.57416, 5000)
    lane = MapPoint("lane", "The lane", "sites/lane/", "lane", *LANE, 300)
    kinds = [*KINDS, MapKind("lane", "Lanes")]
    page = open_map(overview(words, [*POINTS[:3], lane, south, far], kinds)).page
    page.locator(".map-rough").first.wait_for()
    boxes = page.locator(".map-rough > span").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    )
    assert len(boxes) == 5
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:index]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
