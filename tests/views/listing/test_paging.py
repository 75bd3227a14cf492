"""Lists that are spread over several pages, as a reader meets them: whole, light, and every record a few steps away."""

import gzip
import posixpath
from functools import cache

import pytest

from generator.views.listing.paging import shown_numbers
from generator.views.page import Page
from generator.views.site_views import LIST_NAMES, SiteViews
from tests.support.crowd import BASES, FIGURES, SITES, crowd
from tests.support.fiction import LANGUAGES, fictional_collection, views
from tests.support.outline import Outline

STARTS = {
    "figures/": "figures",
    "sites/": "places",
    "bases/": "bases",
    "people/": "relations",
    "timeline/": "timeline",
    "sources/": "sources",
}
HOSTILE = "</script><img src=x onerror=alert(1)>\"'&{{7*7}}<b>"


def list_pages(made: SiteViews) -> list[Page]:
    return [page for name in LIST_NAMES for page in made.list_pages(name)]


@cache
def pages(language: str = "zh", say: str = "", explicit_index: bool = False) -> dict[str, str]:
    """The HTML of every page of lists by its path: the lists in pages that people write, and the further pages."""
    made = views(crowd(say), language, explicit_index)
    found = {path: str(made.block(name, path).html) for path, name in STARTS.items()}
    for page in list_pages(made):
        assert page.path not in found
        found[page.path] = str(page.body)
    return found


def targets(path: str, html: str) -> set[tuple[str, str]]:
    """Where the links of a page lead: paths below the root of the language, each with the anchor."""
    found = set()
    for href in Outline(html).links:
        address, _, anchor = href.partition("#")
        joined = posixpath.normpath(posixpath.join(path, address)) + "/" if address else path
        found.add((joined.replace("index.html/", ""), anchor))
    return found


def test_a_small_collection_has_no_further_pages() -> None:
    assert list_pages(views(fictional_collection())) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("explicit_index", [False, True])
def test_every_link_leads_to_a_page_and_to_an_anchor_that_exists(language: str, explicit_index: bool) -> None:
    found = pages(language, explicit_index=explicit_index)
    records = {f"figures/{each}/" for each in crowd().figures} | {f"sites/{each}/" for each in crowd().sites}
    records |= {f"bases/{each}/" for each in crowd().bases}
    ids = {path: set(Outline(html).ids) for path, html in found.items()}
    for path, html in found.items():
        for target, anchor in targets(path, html):
            assert target in records or target in ids, (path, target)
            if target in ids and anchor:
                assert anchor in ids[target], (path, target, anchor)


def test_an_anchor_on_a_record_page_is_where_the_record_page_has_it() -> None:
    bodies = {page.path: set(Outline(str(page.body)).ids) for page in views(crowd()).record_pages()}
    for path, html in pages().items():
        for target, anchor in targets(path, html):
            if target in bodies and anchor:
                assert anchor in bodies[target], (path, target, anchor)


@pytest.mark.parametrize(
    ("start", "folder", "records"),
    [("figures/", "figures", FIGURES), ("sites/", "sites", SITES), ("bases/", "bases", BASES)],
)
def test_every_record_is_three_steps_from_the_beginning_of_its_list(start: str, folder: str, records: int) -> None:
    found, reached, here = pages(), {start}, {start}
    for _ in range(3):
        here = {target for path in here if path in found for target, _ in targets(path, found[path])} - reached
        reached |= here
    assert len({each for each in reached if each.startswith(f"{folder}/") and each != start}) == records


def test_every_event_and_every_relation_stands_on_exactly_one_page() -> None:
    found = pages()
    events = [
        each for path, html in found.items() if "timeline" in path for each in Outline(html).all("div", "timeline-text")
    ]
    assert len(events) == 3 * FIGURES
    rows = [
        each
        for path, html in found.items()
        if "relations" in path or path == "people/"
        for each in Outline(html).all("tr")
    ]
    parts = sum("<table>" in html for path, html in found.items() if "relations" in path or path == "people/")
    assert len(rows) == 2 * FIGURES + parts  # each table has a row of heads


def test_doubts_are_in_plain_sight_on_the_pages_of_a_long_timeline() -> None:
    events = "".join(html for path, html in pages().items() if "timeline" in path)
    assert events.count('class="doubt doubt-unsourced"') == FIGURES
    assert events.count('class="doubt doubt-unverified"') == FIGURES
    relations = "".join(html for path, html in pages().items() if "relations" in path or path == "people/")
    assert relations.count('class="doubt doubt-inferred"') == FIGURES // 5


def test_a_source_names_some_records_and_leads_to_all() -> None:
    found = pages()
    assert len(Outline(found["sources/"]).all("li")) < 100
    listed = [path for path in found if path.startswith("lists/source-novel/")]
    assert sum(len(Outline(found[path]).all("ul", "records")[0].text.split()) for path in listed) == FIGURES
    assert "lists/source-novel/1/" in {target for target, _ in targets("sources/", found["sources/"])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_a_list_is_heavy_and_each_is_whole(language: str) -> None:
    for path, html in pages(language).items():
        outline = Outline(html)
        assert len(gzip.compress(html.encode())) < 60_000, path
        assert outline.unbalanced == [], path
        assert len(outline.ids) == len(set(outline.ids)), path


def test_no_text_of_a_record_becomes_an_element_or_an_attribute() -> None:
    plain, hostile = pages(), pages(say=HOSTILE)
    assert plain.keys() == hostile.keys()
    for path, html in hostile.items():
        shape = [(each.tag, sorted(each.attributes)) for each in Outline(plain[path]).elements]
        assert [(each.tag, sorted(each.attributes)) for each in Outline(html).elements] == shape, path


def test_the_same_records_give_the_same_pages_and_scripts() -> None:
    first, second = views(crowd()), views(crowd())
    for made in (first, second):
        made.block("figures", "figures/")
    assert list_pages(first) == list_pages(second)


def test_further_pages_say_where_they_are() -> None:
    page: Page = next(each for each in list_pages(views(crowd())) if each.path == "lists/figures/2/")
    assert page.kind == "list"
    assert page.section == "figures"
    assert "2" in page.title
    assert [crumb.path for crumb in page.breadcrumbs] == ["", "figures/", "lists/figures/2/"]
    assert [each.attributes["href"] for each in Outline(str(page.body)).all("a") if each.attributes.get("rel")] == [
        "../../../figures/",
        "../3/",
    ]


def test_the_graph_of_many_says_that_it_is_a_choice() -> None:
    html = views(crowd()).block("relations", "people/").html
    assert len(Outline(str(html)).all("g", "graph-node")) + len(Outline(str(html)).all("a", "graph-node")) <= 120
    assert "520" in Outline(str(html)).all("p", "notice")[0].text


@pytest.mark.parametrize("count", [1, 5, 40, 1000])
def test_any_page_is_a_few_steps_away_by_the_pager(count: int) -> None:
    reached, here = {1}, {1}
    for _ in range(14):
        here = {each for number in here for each in shown_numbers(number, count)} - reached
        reached |= here
    assert reached == set(range(1, count + 1))
