"""An index in parts finds what the small one finds, and loads no more for it, in a real browser and from a folder."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.language.words import Words
from generator.search import Kind, SearchEntry
from tests.search.conftest import PEOPLE, entries, write_files, write_parts, write_site

pytestmark = pytest.mark.browser

QUERIES = [
    "单小青",
    "單小青",
    "小青",
    "单 小 青",
    "shanxiaoqing",
    "Shàn Xiǎoqīng",
    "shan4 xiao3qing1",
    "danxiaoqing",
    "sxq",
    "ＳＸＱ",
    "shanxq",
    "单xq",
    "zeng yiguo",
    "zhai liang'liang",
    "區大川",
    "长荡湖",
    "cdh",
    "lvlv",
    "lulu",
    "lyu lyu",
    "Lǚ Lǜ",
    "lülü",
    "ü",
    "𠮷元",
    "zhao jiyuan",
    "莊應旂",
    "宣仲",
    "xuanzhong",
    "tsien",
    "chih tsien",
    "聽船夫",
    "歌",
    "songs canal",
    "SONGS of the Canal",
    "钱知 运河",
    "qian zhi 运河",
    "zhi 运河",
    "z 运河",
    "canal 运河",
    "1912",
    "19",
    "yuan果",
    "zhaoyuan青",
    "老桂花",
    "路线第37",
    "luxiandi37",
    "青果",
    "zhaoyuan",
    "p",
    "不存在的词",
    "songs 不存在",
    "<svg onload",
    "恶意",
    "\\",
    "啊啊啊",
    "a" * 200,
]
"""Queries that fit fewer names than a leaf of the fictional index holds."""

COMPARE = """async ([small, parts, queries]) => {
    const load = (address, name) => new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve(window[name]);
        script.onerror = reject;
        document.head.append(script);
    });
    const whole = new qingguoSearchEngine(await load(small + "names.js", "qingguoSearch"));
    const text = await load(small + "text.js", "qingguoSearchText");
    await new Promise((resolve) => whole.addText(whole.rows, text, resolve));
    const data = await load(parts + "names.js", "qingguoSearch");
    const texts = await load(parts + "text.js", "qingguoSearchText");
    const found = [];
    for (const query of queries) {
        const asked = [];
        const engine = new qingguoSearchEngine(data);
        const made = new qingguoSearchParts(engine, async () => texts, (path) => {
            asked.push(path);
            return load(parts + path, "qingguoSearchPart");
        });
        const { isWhole, coming } = made.names(query);
        await coming;
        await made.texts(query, Infinity);
        const told = (hits) => hits.map(({ row, score }) => row.url + " " + score);
        found.push({ query, isWhole, asked, small: told(whole.find(query)), parts: told(engine.find(query)) });
    }
    return found;
}"""


def compared(page: Page, folder: Path, queries: Iterable[str]) -> list[dict[str, Any]]:
    """For each query what the small index and the one in parts find, and the parts that were loaded for it."""
    page.goto((folder / "search/index.html").as_uri())
    found: list[dict[str, Any]] = page.evaluate(COMPARE, ["../", "../index/", list(queries)])
    return found


def loaded(page: Page) -> list[str]:
    """Notes the parts that the page loads from now on."""
    asked: list[str] = []
    page.on(
        "request",
        lambda request: asked.append(request.url.rpartition("/")[2]) if "/search-zh/" in request.url else None,
    )
    return asked


def ask(page: Page, query: str) -> None:
    """Type a query into the search page and wait until all that it asks for is there."""
    page.locator("#search-page-input").fill(query)
    expect(page.locator("form.search-page")).to_have_attribute("data-search-state", "ready")


def test_parts_find_what_the_small_index_finds(page: Page, site_in_parts: Path) -> None:
    for found in compared(page, site_in_parts, QUERIES):
        assert found["isWhole"], found["query"]
        assert found["parts"] == found["small"], found["query"]


def test_letters_help_where_too_many_names_have_the_character_behind_them(page: Page, tmp_path: Path) -> None:
    made = [*entries(), SearchEntry(Kind.FIGURE, "figures/ding/", "丁路")]
    folder = write_site(tmp_path, made=made, write=write_parts)
    write_files(folder, made, Words("zh"))
    (found,) = compared(page, folder, ["ding路"])
    assert found["isWhole"]
    assert found["parts"] == found["small"] != []


def test_a_query_loads_the_names_that_it_can_fit_and_no_others(page: Page, site_in_parts: Path) -> None:
    files = len(list((site_in_parts / "index/search-zh").glob("names-*.js")))
    for found in compared(page, site_in_parts, ("单小青", "shanxiaoqing", "sxq", "小青", "宣仲")):
        names = [name for name in found["asked"] if "/names-" in name]
        assert len(names) == 1 < files, found["query"]


def test_a_query_loads_only_texts_that_have_its_words(page: Page, site_in_parts: Path) -> None:
    texts = len(list((site_in_parts / "index/search-zh").glob("text-*.js")))
    for query, count in (("老桂花", 1), ("printed", 1), ("不存在的词", 0), ("printe canal", 1), ("songs 桂花", 0)):
        (found,) = compared(page, site_in_parts, (query,))
        assert len([name for name in found["asked"] if "/text-" in name]) == count < texts, query


def test_a_short_query_shows_the_best_of_what_it_fits(page: Page, site_in_parts: Path) -> None:
    (found,) = compared(page, site_in_parts, ("z",))
    assert not found["isWhole"]
    assert found["parts"][:3] == found["small"][:3]
    page.goto((site_in_parts / "search/index.html").as_uri())
    ask(page, "z")
    expect(page.locator(".search-page .search-status")).to_contain_text("再输入几个字")
    ask(page, "zhaoyuanguo")
    expect(page.locator(".search-page .search-status")).to_have_text("找到 2 条结果")


def test_nothing_is_loaded_before_a_query_and_nothing_twice(page: Page, site_in_parts: Path) -> None:
    asked = loaded(page)
    page.goto((site_in_parts / "search/index.html").as_uri())
    page.locator("#search-page-input").focus()
    expect(page.locator("form.search-page")).to_have_attribute("data-search-state", "ready")
    assert asked == []
    ask(page, "单小青")
    assert page.locator(".search-page .search-title").all_inner_texts() == ["单小青"]
    expect(page.locator(".search-page .search-excerpt")).to_have_text("单小青是虚构的人物。")
    before = list(asked)
    ask(page, "")
    ask(page, "单小青")
    assert asked == before
    assert len(set(asked)) == len(asked)


def test_the_rest_of_the_texts_is_searched_on_demand(page: Page, site_in_parts: Path) -> None:
    page.goto((site_in_parts / "search/index.html").as_uri())
    ask(page, "虚构的人物")
    before = page.locator(".search-page .search-title").count()
    deeper = page.locator(".search-page .search-deeper")
    expect(deeper).to_contain_text("继续在其余正文里查找")
    for _ in range(60):
        if deeper.count() == 0:
            break
        deeper.click()
        expect(page.locator("form.search-page")).to_have_attribute("data-search-state", "ready")
    assert page.locator(".search-page .search-title").count() == len(PEOPLE) > before


def test_the_box_finds_in_parts_too(page: Page, site_in_parts: Path) -> None:
    page.goto((site_in_parts / "figures/shan/index.html").as_uri())
    page.locator("#search-box-input").fill("老桂花")
    expect(page.get_by_role("option").locator(".search-title")).to_have_text("赵元果故居")
    assert page.get_by_role("option").get_attribute("href") == "../../sites/house/index.html"


def test_a_part_that_does_not_come_is_reported_and_asked_for_again(page: Page, site_in_parts: Path) -> None:
    page.goto((site_in_parts / "search/index.html").as_uri())
    page.evaluate("window.failing = true")
    page.evaluate(
        """() => {
            const append = document.head.append.bind(document.head);
            document.head.append = (script) => {
                if (window.failing && script.src.includes("/names-")) {
                    script.dispatchEvent(new Event("error"));
                } else {
                    append(script);
                }
            };
        }"""
    )
    page.locator("#search-page-input").fill("单小青")
    expect(page.locator(".search-page")).to_contain_text("搜索数据没有载入")
    page.evaluate("window.failing = false")
    page.locator("#search-page-input").fill("单小")
    expect(page.locator(".search-page .search-title")).to_have_text("单小青")
