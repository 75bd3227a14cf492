"""The blocks of Markdown pages, as a reader meets them."""

import pytest

from tests.support.fiction import empty_collection, fictional_collection, views
from tests.support.outline import Outline


def block(name: str, language: str = "zh", path: str | None = None) -> Outline:
    return Outline(str(views(fictional_collection(), language).block(name, f"{name}/" if path is None else path).html))


def test_the_figures_carry_what_the_facets_ask_for_and_the_counts_agree() -> None:
    outline = block("figures")
    entries = {each.attributes["data-name"]: each for each in outline.all("li", "entry")}
    assert entries["xū gòujiǎ"].attributes["data-field"] == "law art"
    assert entries["xū gòujiǎ"].attributes["data-organisation"] == "club"
    assert entries["xū gòujiǎ"].attributes["data-era"] == "1900"
    assert entries["xū gòuyǐ"].attributes["data-era"] == "unknown"
    boxes = {(each.attributes["name"], each.attributes["value"]) for each in outline.all("input")}
    assert ("field", "law") in boxes
    law = next(each.text for each in outline.all("label") if "法律" in each.text)
    assert law.split() == ["法律", "2"]
    assert "草稿" in entries["xū gòuyǐ"].text
    assert "编者选定" in outline.all("p", "notice")[0].text


def test_a_life_span_stands_on_the_common_axis() -> None:
    outline = block("figures")
    assert "1901–1980" in next(each.attributes["aria-label"] for each in outline.all("svg", "lifespan"))


def test_the_places_say_protection_not_found_and_the_address() -> None:
    outline = block("places", path="sites/")
    entries = outline.all("li", "entry")
    assert [each.attributes["data-scope"] for each in entries] == ["lane", "lane", "city"]
    assert {each.attributes["data-protection"] for each in entries} == {"provincial", "none"}
    assert "虚构巷1号" in entries[1].text


def test_the_bases_stand_by_theme_and_batch() -> None:
    entry = block("bases").all("li", "entry")[0]
    assert entry.attributes["data-theme"] == "residence"
    assert entry.attributes["data-batch"] == "1"
    assert "虚构甲" in entry.text
    assert "../figures/jia/" in block("bases").links


@pytest.mark.parametrize(("name", "list_id"), [("places-map", "place-list"), ("bases-map", "base-list")])
def test_a_map_leads_to_the_list_beside_it_and_brings_its_own_scripts(name: str, list_id: str) -> None:
    made = views(fictional_collection())
    found = made.block(name, "sites/")
    assert f"#{list_id}" in Outline(str(found.html)).links
    assert len(found.scripts) >= 3
    assert all(path.startswith("assets/") for path in (*found.scripts, *found.styles))
    assert list_id in Outline(str(made.block(name.removesuffix("-map"), "sites/").html)).ids


def test_the_lane_lists_placed_houses_before_those_of_unknown_order() -> None:
    outline = block("lane-sites", path="lane/")
    placed, unplaced = outline.all("section", "lane-list")
    assert "虚构堂" in placed.text
    assert "据书" in placed.text
    assert "虚构桥" in unplaced.text


def test_the_drawing_has_figures_at_home_and_the_others_across_the_water() -> None:
    outline = block("lane-plan", path="lane/")
    assert "../figures/jia/" in outline.links
    across = outline.all("g", "lane-across")[0]
    assert "虚构乙" in across.text
    assert "虚构甲" not in across.text


def test_graph_and_table_say_the_same() -> None:
    outline = block("relations", path="people/")
    lines = outline.all("g", "graph-bond")
    rows = outline.all("tr")[1:]
    assert len(lines) == len(rows) == 5
    assert sum("graph-inferred" in each.attributes["class"] for each in lines) == 1
    assert sum("推定" in row.text for row in rows) == 1
    assert "虚构甲" in lines[0].text


def test_the_timeline_has_every_event_once_with_its_person() -> None:
    outline = block("timeline")
    events = [each for each in outline.all("li") if "data-person" in each.attributes]
    assert [each.attributes["data-person"] for each in events] == ["jia"] * 3
    assert outline.links.count("../figures/jia/#life") == 3
    assert "一说：一九一八年入学" in events[0].text


def test_each_source_has_the_facts_that_rest_on_it() -> None:
    outline = block("sources")
    novel = outline.by_id("source-novel")
    assert "虚构甲" in novel.text
    assert "生平 1936年11月23日" in novel.text
    assert "../figures/jia/#fact-timeline-1936-11-23" in outline.links
    assert "没有记录依据它" in outline.by_id("source-unused").text


def test_the_counts_of_facts_are_counted_from_the_records() -> None:
    def counts(outline: Outline) -> list[int]:
        return [int(each.text) for each in outline.all("td")]

    before = counts(block("source-figures"))
    everything, sourced, verified, unverified, variants, sources = before[:6]
    assert everything == verified + unverified
    assert verified < sourced < everything
    assert variants == 2
    assert sources == 3
    assert sum(before[6:]) == everything


def test_the_programme_shows_numbers_and_no_items_of_the_negative_list() -> None:
    outline = block("programme")
    text = outline.elements[0].text
    for part in ("虚构的文章", "2019年8月5日", "10", "130", "140", "共 50 条", "条文未见公布"):
        assert part in text


def test_the_home_page_has_lane_search_and_three_doors_with_something_behind_them() -> None:
    outline = block("home", path="")
    assert outline.all("svg", "lane-drawing")
    assert outline.all("form", "search-page")[0].attributes["action"] == "search/"
    doors = {each.attributes["href"]: each.text for each in outline.all("a") if each.attributes["href"].count("/") == 1}
    assert set(doors) == {"figures/", "sites/", "bases/"}
    assert "虚构甲" in doors["figures/"]
    assert "2 位" in doors["figures/"]


def test_the_search_form_names_the_root_of_its_language() -> None:
    made = views(fictional_collection(), "en", explicit_index=True)
    form = Outline(str(made.block("search", "search/").html)).all("form")[0]
    assert form.attributes["data-search-root"] == "../"
    assert "data-search-explicit-index" in form.attributes
    assert "action" not in form.attributes


def test_a_download_comes_with_its_dictionary() -> None:
    outline = block("downloads", path="data/")
    assert "../downloads/figures.csv" in outline.links
    assert "the id" in outline.all("table")[0].text


@pytest.mark.parametrize(
    "name",
    [
        "figures",
        "places",
        "bases",
        "places-map",
        "bases-map",
        "relations",
        "timeline",
        "sources",
        "programme",
        "lane-plan",
    ],
)
def test_an_empty_city_is_told_what_is_missing(name: str) -> None:
    outline = Outline(str(views(empty_collection()).block(name, "x/").html))
    assert outline.all("p", "empty-state")[0].text.strip()


def test_each_statement_of_the_programme_has_its_mark() -> None:
    outline = block("programme")
    assert len(outline.all("button", "mark")) == 6
    assert sum("无出处" in each.text for each in outline.all("span", "mark-group")) == 4
