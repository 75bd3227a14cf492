"""Searching the real site, as a visitor does: from any page, by whatever part of a name or a text comes to mind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.watching import Watch, watched_page

pytestmark = pytest.mark.browser

CHAO, SHI, HAISU = "figures/zhao-yuanren/", "figures/shi-liang/", "figures/liu-haisu/"
SEVEN = {SHI, "figures/li-gongpu/", "figures/zhang-zhirang/"}

# The page where the search begins, what is typed, and the record that stands first.
QUERIES = (
    ("", "赵元任", CHAO),
    ("figures/hua-luogeng/", "元任", CHAO),
    ("lane/", "存初", SHI),
    ("sites/baguitang/", "季芳", HAISU),
    ("bases/zhou-library/", "海翁", HAISU),
    ("people/", "趙元任", CHAO),
    ("timeline/", "zhao yuan ren", CHAO),
    ("sources/", "zhào yuánrèn", CHAO),
    ("programme/", "zhaoyuanren", CHAO),
    ("data/", "zyr", CHAO),
    ("figures/", "赵yr", CHAO),
    ("sites/", "四行仓库", HAISU),
    ("bases/", "Yuen Ren Chao", CHAO),
    ("404.html", "史良", SHI),
    ("zh-Hant/lane/", "趙元任", CHAO),
    ("zh-Hant/figures/", "赵元任", CHAO),
    ("zh-Hant/sites/baguitang/", "存初", SHI),
    ("zh-Hant/", "zyr", CHAO),
    ("en/", "Yuen Ren Chao", CHAO),
    ("en/figures/shi-liang/", "zhaoyuanren", CHAO),
    ("en/lane/", "元任", CHAO),
    ("en/sites/", "Zhao Yuanren", CHAO),
)


@pytest.fixture(scope="module")
def watch(chromium: Browser) -> Iterator[Watch]:
    """One page under watch for all searches."""
    with watched_page(chromium) as watched:
        yield watched


def prefix(path: str) -> str:
    """The root of the language to which a page belongs."""
    language = path.partition("/")[0]
    return f"{language}/" if language in ("en", "zh-Hant") else ""


def search(page: Page, query: str) -> Locator:
    """Type into the box in the head; answers the groups of results."""
    box = page.locator("#search-box-input")
    box.fill(query)
    expect(page.locator("form.search-box")).to_have_attribute("data-search-state", "ready")
    return page.locator(".search-box .search-group")


def first(groups: Locator, address: str) -> str:
    """The address of the first result below the root of the site."""
    href: str = groups.locator("a").first.evaluate("link => link.href")
    return href.removeprefix(address)


def test_the_right_record_stands_first_from_any_page(watch: Watch, public_address: str) -> None:
    wrong = []
    for path, query, expected in QUERIES:
        watch.page.goto(public_address + path)
        groups = search(watch.page, query)
        if not groups.count() or first(groups, public_address) != prefix(path) + expected:
            wrong.append((path, query, groups.all_inner_texts()))
        elif groups.first.locator("a").first.locator("mark").count() == 0:
            wrong.append((path, query, ["nothing is marked"]))
    assert wrong == []
    assert [each for each in watch.requests if not each.startswith(public_address)] == []


@pytest.mark.parametrize(("path", "query"), [("", "七君子"), ("en/", "Seven Gentlemen"), ("zh-Hant/", "七君子")])
def test_words_inside_a_sentence_find_the_people_whom_it_tells_of(
    watch: Watch, public_address: str, path: str, query: str
) -> None:
    watch.page.goto(public_address + path)
    groups = search(watch.page, query)
    name = "People" if path == "en/" else "人物"
    people = watch.page.locator(".search-box").get_by_role("group", name=name).get_by_role("option")
    expect(people.first).to_be_visible()
    found = {each.evaluate("link => link.href").removeprefix(public_address + path) for each in people.all()}
    assert found >= SEVEN, found
    marked = people.first.locator(".search-excerpt mark")
    assert " ".join(marked.all_inner_texts()) == query
    assert len(set(groups.locator(".search-group-title").all_inner_texts())) == groups.count()
    if not path.startswith("en/"):
        assert groups.count() > 2, "people, sources and pages tell of them"


def test_slash_arrow_enter_escape(watch: Watch, public_address: str) -> None:
    page = watch.page
    page.goto(public_address + "en/lane/")
    page.keyboard.press("/")
    box = page.locator("#search-box-input")
    expect(box).to_be_focused()
    page.keyboard.type("zyr")
    expect(page.locator(".search-popup")).to_be_visible()
    expect(page.locator(".search-box [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".search-popup")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Yuen Ren Chao")
    assert page.url == public_address + "en/" + CHAO


@pytest.mark.parametrize("language", ["", "zh-Hant/", "en/"])
def test_the_search_page_answers_its_address_and_says_when_nothing_fits(
    watch: Watch, public_address: str, language: str
) -> None:
    page = watch.page
    page.goto(f"{public_address}{language}search/?q=zyr")
    results = page.locator(".search-page .search-results")
    expect(results.locator("section.search-group").first.locator("a").first).to_be_visible()
    assert first(results, public_address) == language + CHAO
    assert page.locator(".search-page .search-input").input_value() == "zyr"
    page.locator(".search-page .search-input").fill("qqqqqq")
    expect(page.locator(".search-page .search-none")).to_contain_text("qqqqqq")
    expect(page.locator(".search-page .search-status")).to_contain_text("qqqqqq")
    expect(results.locator("a")).to_have_count(0)


@pytest.mark.parametrize("name", ["刘靖基", "吴羹梅", "谢稚柳"])
def test_an_alternate_is_no_figure_of_the_search(watch: Watch, public_address: str, name: str) -> None:
    watch.page.goto(public_address + "search/?q=" + name)
    expect(watch.page.locator(".search-page")).to_have_attribute("data-search-state", "ready")
    titles = watch.page.locator(".search-page .search-results a[href*='figures/'] .search-title").all_inner_texts()
    assert name not in titles
