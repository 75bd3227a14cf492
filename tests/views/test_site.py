"""The pages of sites, bases and routes, as a reader meets them."""

import pytest

from generator.views.page import Page
from tests.support.fiction import fictional_collection, views
from tests.support.outline import Outline


def page_of(record_id: str, language: str = "zh") -> Page:
    return next(page for page in views(fictional_collection(), language).record_pages() if page.record_id == record_id)


@pytest.fixture(scope="module")
def hall() -> Outline:
    return Outline(str(page_of("hall").body))


def rows(outline: Outline) -> dict[str, str]:
    labels = [each.text for each in outline.all("dt")]
    values = [each.text for each in outline.all("dd")]
    return dict(zip(labels, values, strict=False))


def test_missing_protection_is_not_called_unprotected() -> None:
    assert "未查到。这不等于未受保护。" in rows(Outline(str(page_of("bridge").body)))["文物保护"]
    english = rows(Outline(str(page_of("bridge", "en").body)))["Protection"]
    assert "does not mean that it is unprotected" in english


def test_protection_tells_level_batch_date_and_what_was_before(hall: Outline) -> None:
    text = rows(hall)["文物保护"]
    for part in ("省级", "第八批", "2019年3月公布", "原为市级"):
        assert part in text


def test_a_missing_part_of_the_four_stays_a_visible_gap(hall: Outline) -> None:
    parts = [each.text for each in hall.all("section", "place-part")]
    assert len(parts) == 4
    assert "有人" in parts[0]
    assert "待补" in parts[2]
    assert "待补" in parts[3]


def test_a_rough_position_is_said_to_be_rough_with_its_system(hall: Outline) -> None:
    text = rows(hall)["坐标"]
    for part in ("GCJ-02", "误差约 500 米", "只知大致所在", "待核"):
        assert part in text
    museum = rows(Outline(str(page_of("museum").body)))["坐标"]
    assert "只知大致所在" not in museum


def test_a_place_in_the_plan_says_what_it_rests_on(hall: Outline) -> None:
    assert "据书" in rows(hall)["在巷中的位置"]
    assert "次序待核" in rows(Outline(str(page_of("bridge").body)))["在巷中的位置"]


def test_people_are_linked_or_named(hall: Outline) -> None:
    assert "../../figures/jia/" in hall.links
    assert "无名客" in hall.by_id("people").text
    assert "无名客" not in [each.text for each in hall.all("a")]


def test_site_base_and_route_lead_to_each_other(hall: Outline) -> None:
    assert "../../bases/hall-base/" in hall.links
    assert "../../routes/walk/" in hall.links
    assert "../../sites/hall/" in Outline(str(page_of("hall-base").body)).links
    assert "../../sites/bridge/" in Outline(str(page_of("walk").body)).links


def test_a_base_is_of_the_first_batch_only_by_a_source() -> None:
    collection = fictional_collection()
    assert "首批" in str(page_of("hall-base").body)
    unnamed = collection.bases["hall-base"].model_copy(update={"naming": None})
    made = views(collection.__class__(**{**vars(collection), "bases": {"hall-base": unnamed}}))
    body = next(str(page.body) for page in made.record_pages() if page.kind == "base")
    assert "首批" not in body
    assert "未查到命名的记载" in body


def test_a_practical_fact_tells_until_when_it_holds() -> None:
    base = Outline(str(page_of("hall-base").body))
    assert "有效至2027年1月1日" in rows(base)["开放"]


def test_a_route_tells_length_time_and_stops_in_order() -> None:
    route = Outline(str(page_of("walk").body))
    assert rows(route) == {"路程": "400 米", "用时": "步行约 6 分钟"}
    stops = [each.text for each in route.all("li") if "stop" in each.attributes.get("id", "")]
    assert "从这里走起" in stops[0]
    assert "虚构桥" in stops[1]
