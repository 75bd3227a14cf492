"""What readers type and what they find, on the search page in a real browser, from a folder and without network."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def search(page: Page, site: Path, query: str) -> list[str]:
    """The titles found for a query, in their order."""
    page.goto((site / "search/index.html").as_uri())
    field = page.locator("#search-page-input")
    field.focus()
    expect(page.locator("form.search-page")).to_have_attribute("data-search-state", "ready")
    field.fill(query)
    return page.locator(".search-page .search-title").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("单小青", "单小青"),
        ("單小青", "单小青"),
        ("小青", "单小青"),
        ("单 小 青", "单小青"),
        ("shanxiaoqing", "单小青"),
        ("Shàn Xiǎoqīng", "单小青"),
        ("shan4 xiao3qing1", "单小青"),
        ("danxiaoqing", "单小青"),
        ("sxq", "单小青"),
        ("ＳＸＱ", "单小青"),
        ("shanxq", "单小青"),
        ("单xq", "单小青"),
        ("shan xiaoq", "单小青"),
        ("zeng yiguo", "曾一果"),
        ("miaozichuan", "缪子川"),
        ("qiumu", "仇木"),
        ("chou mu", "仇木"),
        ("xie yun", "解云"),
        ("zhaliangmu", "查良木"),
        ("zhai liang'liang", "翟亮亮"),
        ("oudachuan", "区大川"),
        ("區大川", "区大川"),
        ("changdanghu", "长荡湖"),
        ("zhangdanghu", "长荡湖"),
        ("長蕩湖", "长荡湖"),
        ("cdh", "长荡湖"),
        ("lvlv", "吕绿"),
        ("lulu", "吕绿"),
        ("lyu lyu", "吕绿"),
        ("Lǚ Lǜ", "吕绿"),
        ("lülü", "吕绿"),
        ("呂綠", "吕绿"),
        ("𠮷元", "赵𠮷元"),
        ("zhao jiyuan", "赵𠮷元"),
        ("莊應旂", "庄应旂"),
        ("宣仲", "钱知"),
        ("xuanzhong", "钱知"),
        ("青果客", "钱知"),
        ("tsien", "钱知"),
        ("Tsien Chih", "钱知"),
        ("chih tsien", "钱知"),
        ("一同听船夫", "钱知"),
        ("聽船夫", "钱知"),
        ("songs canal", "钱知"),
        ("SONGS of the Canal", "钱知"),
        ("钱知 运河", "钱知"),
        ("qian zhi 运河", "钱知"),
        ("老桂花", "赵元果故居"),
    ],
)
def test_a_query_finds_first(page: Page, site: Path, query: str, first: str) -> None:
    assert search(page, site, query)[:1] == [first]


@pytest.mark.parametrize(
    "query",
    [
        "p",
        "a" * 35 + "x",
        "arty",
        "不存在的词",
        "songs 不存在",
        "xqs",
        "!!! ???",
        "a" * 200,
        "zhzhzh" * 30,
        "\\",
        "(.*)",
    ],
)
def test_a_query_that_fits_nothing_finds_nothing(page: Page, site: Path, query: str) -> None:
    assert search(page, site, query) == []


def test_kinds_of_match_rank_in_their_order(page: Page, site: Path) -> None:
    assert search(page, site, "赵元果") == ["赵元果", "钱知", "赵元果故居"], (
        "the whole name before the text, group by group"
    )
    assert search(page, site, "青果") == ["青果学堂", "钱知"]
    assert search(page, site, "zhaoyuan")[:2] == ["赵元果", "赵元甲"], "among equals the prominent one is first"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("hj", ["郝杰", "韩钧", "史和季", "王衡", "胡菊维", "何静好"]),
        ("shh", ["孙怀和", "石辉", "史和季"]),
        ("sh", ["石辉", "宋海", "史和季", "孙怀和"]),
        ("mch", ["莫昌鸿", "裘梅程"]),
        ("wan", ["王安宁", "王衡", "万一"]),
        ("wangh", ["王衡"]),
    ],
)
def test_all_initials_of_a_full_name_stand_before_other_names_and_beginnings(
    page: Page, namesakes: Path, query: str, found: list[str]
) -> None:
    assert search(page, namesakes, query) == found


def test_results_are_grouped_by_kind_and_counted(page: Page, site: Path) -> None:
    search(page, site, "运河")
    assert page.locator(".search-page h2").all_inner_texts() == ["人物 1", "出处 1"]
    expect(page.locator(".search-page .search-status")).to_have_text("找到 2 条结果")


@pytest.mark.parametrize(
    ("query", "title", "marks"),
    [
        ("元果", "赵元果", ["元果"]),
        ("趙元果", "赵元果", ["赵元果"]),
        ("zyg", "赵元果", ["赵元果"]),
        ("zhaoy", "赵元果", ["赵元"]),
        ("jiyuan", "赵𠮷元", ["𠮷元"]),
        ("元果 故居", "赵元果故居", ["元果故居"]),
    ],
)
def test_the_matched_words_are_marked_in_the_title(
    page: Page, site: Path, query: str, title: str, marks: list[str]
) -> None:
    search(page, site, query)
    found = page.locator(".search-page .search-title").filter(has_text=title).first
    assert found.locator("mark").all_inner_texts() == marks


def test_another_name_is_shown_with_its_role(page: Page, site: Path) -> None:
    search(page, site, "xuanzh")
    alias = page.locator(".search-page .search-alias")
    expect(alias).to_have_text("字 宣仲")
    expect(alias.locator("mark")).to_have_text("宣仲")


def test_an_excerpt_shows_the_words_in_their_sentence(page: Page, site: Path) -> None:
    search(page, site, "聽船夫")
    excerpt = page.locator(".search-page .search-excerpt").first
    expect(excerpt.locator("mark").first).to_have_text("听船夫")
    expect(excerpt).to_contain_text("一同听船夫唱歌")
    search(page, site, "printed canal")
    expect(page.locator(".search-page .search-excerpt mark")).to_have_text(["printed", "canal"])


def test_hostile_text_stays_text(page: Page, site: Path) -> None:
    for query in ("恶意", "怪名", "恶文", "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"):
        search(page, site, query)
        assert page.locator(".search-page img, .search-page svg, .search-page script, .search-page b").count() == 0
    search(page, site, "怪名")
    expect(page.locator(".search-page .search-alias")).to_contain_text("</script><script>alert(2)</script>怪名")
    search(page, site, "<b>没有")
    expect(page.locator(".search-page .search-none-title")).to_have_text("没有找到“<b>没有”")


def test_nothing_found_says_what_to_try(page: Page, site: Path) -> None:
    search(page, site, "不存在的词")
    expect(page.locator(".search-page .search-none-advice")).to_contain_text("首字母")
    expect(page.locator(".search-page .search-hint")).to_be_hidden()


def test_an_empty_field_says_what_is_searchable(page: Page, site: Path) -> None:
    assert search(page, site, "  ") == []
    expect(page.locator(".search-page .search-hint")).to_be_visible()


def test_a_long_list_is_shown_in_parts(page: Page, site: Path) -> None:
    assert len(search(page, site, "路线")) == 30
    page.get_by_role("button", name="再显示 10 条").click()
    assert page.locator(".search-page .search-title").count() == 40
    expect(page.locator(".search-page li a").nth(30)).to_be_focused()
    expect(page.locator(".search-page .search-more")).to_have_count(0)


def test_a_link_with_a_query_shows_its_results(page: Page, site: Path) -> None:
    page.goto((site / "search/index.html").as_uri() + "?q=%E5%8D%95%E5%B0%8F%E9%9D%92")
    expect(page.locator("#search-page-input")).to_have_value("单小青")
    expect(page.locator(".search-page .search-title")).to_have_text("单小青")


def test_links_name_the_index_and_keep_their_place(page: Page, site: Path) -> None:
    search(page, site, "首页")
    assert page.locator(".search-page a").first.get_attribute("href") == "../index.html"
    search(page, site, "虚构日报")
    assert page.locator(".search-page a").first.get_attribute("href") == "../sources/index.html#source-x"


def test_names_are_found_before_the_texts_have_come(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.route("**/text.js", lambda route: None)
    page.goto((site / "search/index.html").as_uri())
    page.locator("#search-page-input").fill("sxq")
    expect(page.locator(".search-page .search-title")).to_have_text("单小青")
    page.locator("#search-page-input").fill("老桂花")
    expect(page.locator(".search-page form, .search-page")).to_contain_text("正在载入")
    page.close()


def test_data_that_do_not_load_are_reported(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.route("**/names.js", lambda route: route.abort())
    page.goto((site / "search/index.html").as_uri())
    page.locator("#search-page-input").fill("sxq")
    expect(page.locator(".search-page")).to_contain_text("搜索数据没有载入")
    page.unroute("**/names.js")
    page.locator("#elsewhere").focus()
    page.locator("#search-page-input").focus()
    expect(page.locator(".search-page .search-title")).to_have_text("单小青")
    page.close()
