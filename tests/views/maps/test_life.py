from collections.abc import Callable
from time import process_time

import pytest

from generator.views.maps.life import life_map
from generator.views.maps.points import LifeStop, MapWords
from tests.views.maps.conftest import OpenMap

Opener = Callable[..., OpenMap]
HOSTILE = "</script><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"


def stop(date: str, place: str, lat: float, lng: float, text: str = "an event") -> LifeStop:
    return LifeStop(date, text, place, lat, lng, 5000)


# A fictional life at real towns.
STOPS = [
    stop("1900", "Changzhou", 31.77359, 119.95401, "born"),
    stop("1920", "Chicago", 41.85003, -87.65005),
    stop("1930", "London", 51.50853, -0.12574),
    stop("1940", "Changzhou", 31.77359, 119.95401, "comes home"),
]


def test_all_lives_share_one_script(words: MapWords) -> None:
    one, other = life_map(STOPS, words, "Life of A"), life_map(STOPS[:1], words, "Life of B")
    assert one.script_source == other.script_source
    assert one.html != other.html and "Life of A" in one.html and "Life of B" in other.html


def test_a_life_costs_no_folium(words: MapWords) -> None:
    life_map(STOPS, words, "first")
    started = process_time()
    for _ in range(200):
        life_map(STOPS, words, "again")
    assert process_time() - started < 1


@pytest.mark.browser
def test_each_town_is_one_marker_with_the_numbers_of_its_events(words: MapWords, open_map: Opener) -> None:
    page = open_map(life_map(STOPS, words, "Life")).page
    page.locator(".map-stop").first.wait_for()
    assert page.locator(".map-stop").count() == 3
    assert page.locator(".map-stop", has_text="Changzhou").locator(".map-stop-number").inner_text() == "1 4"
    page.locator(".map-stop", has_text="Changzhou").focus()
    page.keyboard.press("Enter")
    text = page.locator(".map-popup").inner_text()
    assert "born" in text and "comes home" in text and "1940" in text and "known to about 5000 m" in text


@pytest.mark.browser
def test_a_life_on_both_sides_of_the_pacific_is_drawn_across_it(words: MapWords, open_map: Opener) -> None:
    page = open_map(life_map(STOPS[:2], words, "Life")).page
    east = page.locator(".map-stop", has_text="Chicago").bounding_box()
    west = page.locator(".map-stop", has_text="Changzhou").bounding_box()
    assert east and west and east["x"] > west["x"]


@pytest.mark.browser
def test_the_map_says_that_its_lines_are_no_routes(words: MapWords, open_map: Opener) -> None:
    page = open_map(life_map(STOPS, words, "Life")).page
    assert "Lines show the order" in page.locator(".leaflet-control-attribution").inner_text()


@pytest.mark.browser
def test_names_that_would_collide_give_way(words: MapWords, open_map: Opener) -> None:
    crowd = [stop(str(1900 + index), f"Place {index}", 31.7 + index / 1000, 119.9) for index in range(8)]
    far = stop("1950", "Far", 40.0, 20.0)
    page = open_map(life_map([*crowd, far], words, "Life")).page
    page.locator(".map-stop.is-crowded").first.wait_for(state="attached")
    boxes = page.locator(".map-stop:not(.is-crowded)").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    )
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:index]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@pytest.mark.browser
def test_hostile_events_are_only_text(words: MapWords, open_map: Opener) -> None:
    page = open_map(life_map([LifeStop(HOSTILE, HOSTILE, HOSTILE, 31.7, 119.9, 500)], words, HOSTILE)).page
    page.locator(".map-stop").click()
    page.locator(".map-popup").wait_for()
    assert page.title() == "map"
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator(".map-popup").inner_text()
