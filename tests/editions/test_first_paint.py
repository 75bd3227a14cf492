"""What a reader sees first: text at once, the fonts of the site after it, and nothing that moves when scripts come."""

import re

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGE = "figures/zhao-yuanren/"
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
FIRST_FONT = """Math.min(...performance.getEntriesByType('resource')
    .filter(each => each.name.endsWith('.woff2')).map(each => each.startTime))"""
WAIT_FOR_SONG = """async () => {
    while (![...document.fonts].some(each => each.family.includes('Qingguo Song') && each.status === 'loaded'))
        await new Promise(resolve => setTimeout(resolve, 20));
}"""
MOVED = """() => new Promise(answer => new PerformanceObserver(list => answer(
    list.getEntries().reduce((sum, each) => sum + each.value, 0)
)).observe({type: 'layout-shift', buffered: true}) || setTimeout(answer, 500, 0))"""


def open_page(chromium: Browser, address: str, **options: object) -> Page:
    page = chromium.new_context(viewport={"width": 412, "height": 823}, **options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


def test_text_is_painted_before_any_font_is_asked_for(chromium: Browser, public_address: str) -> None:
    page = open_page(chromium, public_address + PAGE)
    page.evaluate(WAIT_FOR_SONG)
    assert page.evaluate(FIRST_FONT) >= page.evaluate(FIRST_PAINT)
    page.context.close()


def test_the_next_page_of_a_visit_takes_the_fonts_at_once(chromium: Browser, public_address: str) -> None:
    page = open_page(chromium, public_address + PAGE)
    page.evaluate(WAIT_FOR_SONG)
    page.route(re.compile(r"/site\.[0-9a-f]+\.js$"), lambda route: route.abort())
    page.goto(public_address + "lane/")
    assert page.evaluate("document.querySelector('link[data-fonts]').media") == "all"
    page.context.close()


def test_without_scripts_the_fonts_come_too(chromium: Browser, public_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    with page.expect_response(re.compile(r"\.woff2$")):
        page.goto(public_address + PAGE)
    context.close()


@pytest.mark.parametrize("path", ["figures/", "people/", "lane/", ""])
def test_nothing_moves_when_scripts_come(chromium: Browser, public_address: str, path: str) -> None:
    page = chromium.new_context(viewport={"width": 412, "height": 823}).new_page()
    # Without fonts, whose widths depend on those of the machine; and with scripts that come well after the first paint.
    page.route(re.compile(r"\.woff2$"), lambda route: route.abort())

    def late(route: object) -> None:
        page.wait_for_timeout(400)
        route.continue_()  # type: ignore[attr-defined]

    page.route(re.compile(r"/(site|lists)\.[0-9a-f]+\.js$"), late)
    page.goto(public_address + path)
    page.wait_for_load_state("load")
    page.wait_for_timeout(300)
    assert page.evaluate(MOVED) < 0.01
    page.context.close()
