"""Visitors of the real site: those who change the language, who have only a keyboard, or no JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.watching import Watch, watched_page

pytestmark = pytest.mark.browser

LANGUAGES = {"": "zh-Hans", "zh-Hant/": "zh-Hant", "en/": "en"}
COUNTERPARTS = ("figures/zhao-yuanren/", "sites/baguitang/", "bases/zhou-library/", "lane/", "")
TEN = ("史良", "赵元任", "刘国钧", "张志让", "刘海粟", "李公朴", "徐伯昕", "周有光", "华罗庚", "吴阶平")


def complaints(watch: Watch) -> list[str]:
    """What the pages complained of, apart from what was still on its way when the visitor left."""
    return [each for each in watch.complaints if not each.startswith("failed:")]


@pytest.mark.parametrize("path", COUNTERPARTS)
def test_the_language_switch_leads_to_the_counterpart_and_back(
    chromium: Browser, public_address: str, path: str
) -> None:
    with watched_page(chromium) as watch:
        page = watch.page
        for source in LANGUAGES:
            page.goto(public_address + source + path)
            for target in [each for each in LANGUAGES if each != source]:
                for prefix in (target, source):
                    page.locator(f".languages a[hreflang={LANGUAGES[prefix]}]").click()
                    assert page.url == public_address + prefix + path
                    expect(page.locator("html")).to_have_attribute("lang", LANGUAGES[prefix])
                    current = page.locator(".languages a[aria-current]")
                    expect(current).to_have_count(1)
                    expect(current).to_have_attribute("hreflang", LANGUAGES[prefix])
        assert complaints(watch) == []


def test_a_keyboard_reaches_everything_in_the_head_and_skips_it(chromium: Browser, public_address: str) -> None:
    with watched_page(chromium, viewport={"width": 1280, "height": 900}) as watch:
        page = watch.page
        page.goto(public_address + "figures/shi-liang/")
        page.keyboard.press("Tab")
        expect(page.locator(".skip-link")).to_be_focused()
        expect(page.locator(".skip-link")).to_be_in_viewport()
        reached = []
        for _ in range(20):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(REACHED))
        parts = [part for part, _ in reached]
        for part in ("wordmark", "search-box", "languages", "theme-switch", "site-navigation", "breadcrumbs"):
            assert part in parts, reached
        assert parts.count("languages") == 3
        assert parts.count("site-navigation") == page.locator(".site-navigation a").count()
        assert [part for part, is_seen in reached if not is_seen] == [], "a focus that nobody sees"

        page.locator(".skip-link").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


# The part of the head in which the focus is, and whether it is visible.
REACHED = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const part = ["wordmark", "search-box", "languages", "theme-switch", "site-navigation", "breadcrumbs", "toc"]
        .find(name => element.closest("." + name)) || element.className;
    const form = getComputedStyle(element.closest("form") || element);
    const ring = [style, form].some(each => (each.outlineStyle !== "none" && each.outlineWidth !== "0px")
        || each.boxShadow !== "none");
    return [part, ring && box.width > 0 && box.height > 0];
}"""


@pytest.mark.parametrize("path", ["figures/shi-liang/", "en/sites/baguitang/", "bases/zhou-library/", "lane/"])
def test_a_source_mark_opens_by_key_and_shows_tier_and_title(chromium: Browser, public_address: str, path: str) -> None:
    with watched_page(chromium) as watch:
        page = watch.page
        page.goto(public_address + path)
        mark = page.locator("button.mark:has(.mark-dot-A, .mark-dot-B)").first
        note = page.locator(f"#{mark.get_attribute('popovertarget')}")
        expect(note).to_be_hidden()
        mark.focus()
        page.keyboard.press("Enter")
        expect(note).to_be_visible()
        expect(note.locator(".note-source .tier").first).to_have_text(re.compile("^[甲乙丙ABC]$"))
        expect(note.locator(".note-source cite").first).to_have_text(re.compile(r"\S"))
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(mark).to_be_focused()


def entries(page: Page) -> list[str]:
    """The names of the list that are visible, in their order."""
    return page.locator("#figure-list .entry:visible a.name").all_inner_texts()


def test_the_figures_are_filtered_and_sorted_by_key(chromium: Browser, public_address: str) -> None:
    with watched_page(chromium) as watch:
        page = watch.page
        page.goto(public_address + "figures/")
        assert set(entries(page)) == set(TEN)
        page.locator("input[name=field][value=law]").focus()
        page.keyboard.press("Space")
        assert entries(page) == ["张志让", "史良"]
        announced = page.locator(".facet-status output[aria-live=polite]")
        expect(announced).to_have_text("2 / 10")
        page.locator("input[name=organisation][value=cdl]").focus()
        page.keyboard.press("Space")
        assert entries(page) == ["史良"]
        expect(announced).to_have_text("1 / 10")
        page.reload()
        assert entries(page) == ["史良"]
        page.locator(".facets [type=reset]").focus()
        page.keyboard.press("Enter")
        expect(announced).to_have_text("10 / 10")
        for key, first, last in (
            ("name", "华罗庚", "周有光"),
            ("died", "李公朴", "周有光"),
            ("born", "刘国钧", "吴阶平"),
        ):
            page.locator(".facets select[name=sort]").select_option(key)
            assert (entries(page)[0], entries(page)[-1]) == (first, last), key
        assert complaints(watch) == []


def test_the_choice_of_dark_outlives_a_reload_and_a_way_to_another_page(chromium: Browser, public_address: str) -> None:
    with watched_page(chromium, color_scheme="light") as watch:
        page = watch.page
        page.goto(public_address + "en/")
        background = "[document.documentElement, document.body].map(each => getComputedStyle(each).backgroundColor)"
        light = page.evaluate(background)
        switch = page.locator("[data-theme-switch]")
        switch.focus()
        for name in ("light", "dark"):
            page.keyboard.press("Enter")
            expect(page.locator("[data-theme-name]")).to_have_text(name)
        dark = page.evaluate(background)
        assert dark != light
        page.reload()
        assert page.evaluate(background) == dark
        page.goto(public_address + "figures/")
        assert page.evaluate(background) == dark


def test_without_javascript_everything_can_be_read(chromium: Browser, public_address: str) -> None:
    with watched_page(chromium, java_script_enabled=False) as watch:
        page = watch.page
        page.goto(public_address)
        expect(page.locator(".home-doors a")).to_have_count(3)
        expect(page.locator(".home-lane svg a").first).to_be_visible()
        page.goto(public_address + "figures/")
        assert set(entries(page)) == set(TEN)
        expect(page.locator("form.facets")).to_be_hidden()
        page.goto(public_address + "lane/")
        assert page.locator(".lane-list a.name:visible").count() > 20
        page.goto(public_address + "figures/zhang-zhirang/")
        for section in ("facts", "biography", "life", "people", "places", "notes"):
            expect(page.locator(f"#{section}")).to_be_visible()
        assert "1893" in page.locator("#facts").inner_text()
        mark = page.locator("#facts button.mark").first
        mark.click()
        expect(page.locator(f"#{mark.get_attribute('popovertarget')}")).to_be_visible()
        page.locator(".languages a[hreflang=en]").click()
        expect(page.locator("h1")).to_have_text("Zhang Zhirang")
        assert complaints(watch) == []
