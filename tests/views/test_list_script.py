"""The facets of a list and the sorting of a table, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def figures(chromium: Browser, public_address: str) -> Iterator[Page]:
    """The list of figures of the real site."""
    page = chromium.new_page()
    page.goto(f"{public_address}figures/")
    yield page
    page.close()


def visible_names(page: Page) -> list[str]:
    return page.locator(".entry:visible a.name").all_inner_texts()


def test_a_choice_filters_is_announced_and_survives_a_reload(figures: Page) -> None:
    everybody = visible_names(figures)
    figures.get_by_role("checkbox", name="法律").check()
    lawyers = visible_names(figures)
    assert 0 < len(lawyers) < len(everybody)
    assert figures.locator(".facet-status output").inner_text() == f"{len(lawyers)} / {len(everybody)}"
    assert figures.url.endswith("#field=law")
    figures.reload()
    assert visible_names(figures) == lawyers
    figures.get_by_role("button", name="全部").click()
    expect(figures).to_have_url(re.compile("^[^#]*$"))
    assert visible_names(figures) == everybody


def test_the_counts_tell_what_each_further_choice_would_leave(figures: Page) -> None:
    figures.get_by_role("checkbox", name="法律").check()
    for label in figures.locator("fieldset:has(input[name=link]) label").all():
        count = int(label.locator(".facet-count").inner_text())
        label.locator("input").check()
        assert len(visible_names(figures)) == count
        label.locator("input").uncheck()


def test_the_order_can_be_chosen_and_is_kept(figures: Page) -> None:
    by_birth = visible_names(figures)
    figures.get_by_role("combobox", name="排序").select_option("name")
    by_name = visible_names(figures)
    assert by_name != by_birth
    assert sorted(by_name) == sorted(by_birth)
    figures.reload()
    assert visible_names(figures) == by_name


def test_a_broken_address_chooses_nothing(figures: Page, public_address: str) -> None:
    errors: list[str] = []
    figures.on("pageerror", lambda error: errors.append(str(error)))
    figures.goto("about:blank")
    figures.goto(f"{public_address}figures/#field=%E0%A4%A&sort=nothing&x")
    assert len(visible_names(figures)) > 1
    assert errors == []


def test_the_table_of_relations_sorts_by_each_column(chromium: Browser, public_address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{public_address}people/")
    column = page.locator("#relations tbody tr td:nth-of-type(1)")
    before = column.all_inner_texts()
    button = page.locator("#relations thead th:nth-of-type(2) button")
    button.click()
    once = column.all_inner_texts()
    button.click()
    twice = column.all_inner_texts()
    page.close()
    assert once != before
    assert sorted(once) == sorted(before)
    assert twice != once


def test_the_whole_list_stands_without_scripts(chromium: Browser, public_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{public_address}figures/")
    assert len(visible_names(page)) == 10
    assert not page.locator("form.facets").is_visible()
    context.close()
