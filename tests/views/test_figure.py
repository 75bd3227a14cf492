"""The page of a figure, as a reader meets it."""

from dataclasses import replace

import pytest

from generator.records.figure import NameKind, OtherName
from generator.views.page import Page
from tests.support.fiction import fictional_collection, views
from tests.support.outline import Outline


def page_of(record_id: str, language: str = "zh") -> Page:
    return next(page for page in views(fictional_collection(), language).record_pages() if page.record_id == record_id)


@pytest.fixture(scope="module")
def chinese() -> Outline:
    return Outline(str(page_of("jia").body))


@pytest.fixture(scope="module")
def english() -> Outline:
    return Outline(str(page_of("jia", "en").body))


def test_the_heading_has_name_pinyin_courtesy_name_dates_and_seal(chinese: Outline) -> None:
    heading = chinese.all("header")[0].text
    for part in ("虚构甲", "Xū Gòujiǎ", "字子虚", "1901年2月3日—1980年", "虚构的法学家"):
        assert part in heading
    assert chinese.all("svg")


def test_a_pen_name_without_source_says_so(chinese: Outline) -> None:
    row = next(each for each in chinese.all("dd") if "乌有" in each.text)
    assert "无出处" in row.text


def test_birth_keeps_the_wording_of_the_source_and_leaves_the_place_to_its_own_row(chinese: Outline) -> None:
    row = next(each for each in chinese.all("dd") if "光绪二十六年" in each.text)
    assert "1901年2月3日" in row.text
    assert "虚构镇" not in row.text
    assert any("虚构巷" in each.text for each in chinese.all("dd"))


def test_death_has_its_place(chinese: Outline) -> None:
    assert "远方" in next(each for each in chinese.all("dd") if "1980年" in each.text).text


def test_another_account_stands_beside_the_fact_in_plain_sight(chinese: Outline) -> None:
    variants = [each.text for each in chinese.all("small", "variant")]
    assert "一说：另一巷" in variants
    assert "一说：一九一八年入学" in variants


def test_the_events_stand_in_the_order_of_time_with_age_and_doubt(chinese: Outline) -> None:
    rows = [each.text for each in chinese.all("div", "timeline-date")]
    assert [text.split("年")[0] for text in rows] == ["约1915", "1936", "1949"]
    assert "35 岁" in rows[1]
    assert "岁" not in rows[0]
    texts = [each.text for each in chinese.all("div", "timeline-text")]
    assert "无出处" in texts[2]


def test_an_inferred_relation_is_marked_and_a_context_person_has_no_link(chinese: Outline) -> None:
    counsel, clansman = [each.text for each in chinese.all("span", "bond-tie")][:2]
    assert "推定" in counsel
    assert "待核" in clansman
    assert "客" not in [each.text for each in chinese.all("a")]


def test_a_relation_shows_on_the_pages_of_both(chinese: Outline) -> None:
    other = Outline(str(page_of("yi").body))
    assert "../jia/" in other.links
    assert "../yi/" in chinese.links


def test_the_map_of_the_life_has_the_same_stops_in_text(chinese: Outline) -> None:
    assert "虚构镇" in chinese.by_id("travels-list").text
    assert page_of("jia").scripts


def test_the_notes_are_numbered_in_the_order_in_which_the_page_names_them(chinese: Outline) -> None:
    notes = [each for each in chinese.all("li") if each.attributes.get("id", "").startswith("source-")]
    assert [each.attributes["id"] for each in notes] == ["source-novel", "source-paper"]
    assert "https://example.org/paper" in chinese.links


def test_identifiers_review_and_citation_are_there(chinese: Outline) -> None:
    assert "https://www.wikidata.org/wiki/Q42" in chinese.links
    assert "初审 · 虚构编辑部 · 2026年1月2日" in chinese.all("section", "review")[0].text
    citation = chinese.all("p", "cite-text")[0].text
    assert "虚构甲[EB/OL]" in citation
    assert citation.endswith("https://example.org/figures/jia/")


def test_a_draft_says_that_it_is_one() -> None:
    assert "草稿" in Outline(str(page_of("yi").body)).all("p", "notice")[0].text


def test_english_readers_meet_english_with_chinese_marked(english: Outline) -> None:
    assert english.all("h1")[0].text == "Person A"
    assert any(each.attributes.get("lang") == "zh-Hans" and each.text == "虚构甲" for each in english.all("span"))
    assert "3 February 1901" in english.all("header")[0].text
    assert english.all("p", "cite-text")[0].text.startswith("Fictional City. “Person A.”")


def test_traditional_readers_meet_the_given_form_of_the_name() -> None:
    page = page_of("jia", "zh-Hant")
    assert page.title == "虛構甲"
    assert "虚" not in Outline(str(page.body)).all("header")[0].text.replace("子虚", "")


def test_a_figure_of_whom_almost_nothing_is_known_has_a_page() -> None:
    page = page_of("yi")
    assert page.title == "虚构乙"
    assert page.description
    assert "life" not in Outline(str(page.body)).ids


def test_a_further_spelling_in_english_is_told_as_that_and_not_as_the_same_name_again() -> None:
    collection = fictional_collection()
    figure = collection.figures["jia"]
    spelling = OtherName(kind=NameKind.OTHER, zh=figure.names.zh, en="Person Alpha")
    renamed = figure.model_copy(update={"names": figure.names.model_copy(update={"others": (spelling,)})})
    changed = replace(collection, figures={**collection.figures, "jia": renamed})
    page = next(page for page in views(changed, "zh").record_pages() if page.record_id == "jia")
    row = next(each for each in Outline(str(page.body)).all("dd") if "Person Alpha" in each.text)
    assert figure.names.zh not in row.text
