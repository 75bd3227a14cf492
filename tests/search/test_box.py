"""The box in the head of each page: keys, input methods and what a screen reader is told, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def field(page: Page, site: Path, name: str = "home") -> Locator:
    """The field of the box, on a page that has just been opened."""
    page.goto((site / name / "index.html").as_uri())
    return page.locator("#search-box-input")


def active(page: Page) -> str:
    """The text of the option that a screen reader would speak, or nothing."""
    spoken: str = page.evaluate(
        """() => {
            const option = document.getElementById(document.activeElement.getAttribute("aria-activedescendant"));
            const marked = document.querySelectorAll("[aria-selected=true]");
            if (!option || marked.length !== 1 || marked[0] !== option) return "";
            return option.querySelector(".search-title, :scope:not(:has(*))")?.textContent ?? option.textContent;
        }"""
    )
    return spoken


def test_nothing_is_loaded_before_the_reader_begins(page: Page, site: Path) -> None:
    box = field(page, site)
    assert page.evaluate("window.qingguoSearch === undefined")
    box.focus()
    expect(page.locator("form.search-box")).to_have_attribute("data-search-state", "ready")
    assert page.evaluate("window.qingguoSearchText !== undefined")


def test_an_empty_field_says_what_is_searchable(page: Page, site: Path) -> None:
    box = field(page, site)
    expect(page.locator(".search-popup")).to_be_hidden()
    box.focus()
    expect(page.locator(".search-popup .search-hint")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_accessible_description(page.locator(".search-hint").inner_text())


def test_the_field_is_a_combobox_with_a_list_of_options(page: Page, site: Path) -> None:
    box = field(page, site)
    box.fill("zhaoyuan")
    expect(page.get_by_role("combobox", name="搜索")).to_have_attribute("aria-expanded", "true")
    expect(
        page.get_by_role("listbox", name="搜索结果").get_by_role("group", name="人物").get_by_role("option")
    ).to_have_count(2)
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    expect(page.locator(".search-box .search-status")).to_have_text("找到 3 条结果")


def test_arrows_go_round_and_enter_follows(page: Page, site: Path) -> None:
    box = field(page, site)
    box.fill("sxq")
    expect(page.get_by_role("option")).to_have_count(1)
    assert active(page) == ""
    box.press("ArrowDown")
    assert active(page) == "单小青"
    box.press("Enter")
    page.wait_for_url("**/figures/shan/index.html")


def test_arrows_wrap_at_both_ends(page: Page, site: Path) -> None:
    box = field(page, site)
    box.fill("赵元")
    titles = page.locator(".search-box .search-title").all_inner_texts()
    box.press("ArrowUp")
    assert active(page) == titles[-1]
    box.press("ArrowDown")
    assert active(page) == titles[0]


def test_enter_without_a_choice_leads_to_the_search_page(page: Page, site: Path) -> None:
    field(page, site).fill("小青")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    expect(page.locator(".search-page .search-title")).to_have_text("单小青")


def test_many_results_end_with_the_way_to_all(page: Page, site: Path) -> None:
    box = field(page, site)
    box.fill("路线")
    expect(page.get_by_role("option")).to_have_count(6)
    box.press("ArrowUp")
    assert active(page) == "全部 40 条结果"
    box.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    expect(page.locator(".search-page .search-status")).to_have_text("找到 40 条结果")


def test_escape_closes_and_then_clears(page: Page, site: Path) -> None:
    box = field(page, site)
    box.fill("赵元")
    expect(page.locator(".search-popup")).to_be_visible()
    box.press("Escape")
    expect(page.locator(".search-popup")).to_be_hidden()
    expect(box).to_have_value("赵元")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Escape")
    expect(box).to_have_value("")


def test_the_popup_closes_when_the_reader_leaves(page: Page, site: Path) -> None:
    field(page, site).fill("赵元")
    expect(page.locator(".search-popup")).to_be_visible()
    page.locator("#elsewhere").click()
    expect(page.locator(".search-popup")).to_be_hidden()


def test_a_click_follows(page: Page, site: Path) -> None:
    field(page, site).fill("sxq")
    page.get_by_role("option").click()
    page.wait_for_url("**/figures/shan/index.html")


def test_links_fit_a_page_at_another_depth(page: Page, site: Path) -> None:
    field(page, site, "figures/shan").fill("长荡湖")
    assert page.get_by_role("option").get_attribute("href") == "../../sites/lake/index.html"


def test_a_slash_leads_to_the_field_but_not_while_typing(page: Page, site: Path) -> None:
    box = field(page, site)
    page.keyboard.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type("a/b")
    expect(box).to_have_value("a/b")


def test_a_slash_prefers_the_field_of_the_search_page(page: Page, site: Path) -> None:
    page.goto((site / "search/index.html").as_uri())
    page.keyboard.press("/")
    expect(page.locator("#search-page-input")).to_be_focused()


def test_arrows_walk_through_the_links_of_the_search_page(page: Page, site: Path) -> None:
    page.goto((site / "search/index.html").as_uri() + "?q=zhaoyuan")
    links = page.locator(".search-page .search-result")
    expect(links).to_have_count(3)
    page.locator("#search-page-input").press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-page-input")).to_be_focused()


def test_an_input_method_is_left_alone_while_it_composes(page: Page, site: Path) -> None:
    box = field(page, site)
    box.fill("小青")
    expect(page.get_by_role("option")).to_have_count(1)
    box.press("ArrowDown")
    session = page.context.new_cdp_session(page)
    box.evaluate("input => input.select()")
    session.send("Input.imeSetComposition", {"text": "chang dang", "selectionStart": 10, "selectionEnd": 10})
    expect(box).to_have_value("chang dang")
    expect(page.get_by_role("option")).to_contain_text("单小青")
    # The key that takes the first suggestion of an input method must not follow a result.
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "key": "Enter"})
    assert page.url.endswith("/home/index.html")
    session.send("Input.insertText", {"text": "长荡"})
    expect(page.get_by_role("option").locator(".search-title")).to_have_text("长荡湖")


def test_a_keyboard_on_the_screen_that_sends_no_keys_is_enough(page: Page, site: Path) -> None:
    box = field(page, site)
    box.focus()
    box.evaluate("input => { input.value = 'sxq'; input.dispatchEvent(new InputEvent('input', {bubbles: true})); }")
    expect(page.get_by_role("option").locator(".search-title")).to_have_text("单小青")


def test_without_script_the_box_is_a_form_that_leads_to_the_search_page(page: Page, site: Path) -> None:
    field(page, site)
    assert page.locator("form.search-box").evaluate("form => form.getAttribute('action')") == "../search/index.html"
    assert page.locator("form.search-box").evaluate("form => form.method") == "get"


def test_nothing_found_is_said_in_the_box(page: Page, site: Path) -> None:
    field(page, site).fill("不存在的词")
    expect(page.locator(".search-box .search-none-title")).to_have_text("没有找到“不存在的词”")
    expect(page.locator(".search-box .search-status")).to_contain_text("没有找到")
    expect(page.locator("#search-box-input")).to_have_attribute("aria-expanded", "false")
