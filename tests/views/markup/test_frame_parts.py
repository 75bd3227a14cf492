"""What the frame shows around a page."""

import pytest

from generator.language.words import Words
from generator.views.markup.frame_parts import breadcrumbs, contents, language_links, script_tags, style_tags
from tests.support.outline import Outline

WORDS = Words("zh")
HOSTILE = "\"'><b onclick=x>&amp;"


def test_the_last_step_of_the_trail_is_the_page_itself() -> None:
    outline = Outline(breadcrumbs(WORDS, [("首页", "../../"), (HOSTILE, "./")]))
    assert outline.links == ["../../"]
    assert [each.text for each in outline.all("span")] == [HOSTILE]
    assert breadcrumbs(WORDS, []) == ""


def test_the_language_of_the_page_is_marked() -> None:
    outline = Outline(language_links(WORDS, [("简", "zh-Hans", "./", True), (HOSTILE, HOSTILE, HOSTILE, False)]))
    first, second = outline.all("a")
    assert first.attributes["aria-current"] == "true"
    assert "aria-current" not in second.attributes
    assert (second.attributes["lang"], second.attributes["href"], second.text) == (HOSTILE, HOSTILE, HOSTILE)


@pytest.mark.parametrize(("headings", "expected"), [([("一", "a")], []), ([("一", "a"), (HOSTILE, "b")], ["#a", "#b"])])
def test_a_page_of_one_part_has_no_contents(headings: list[tuple[str, str]], expected: list[str]) -> None:
    assert Outline(contents(WORDS, headings)).links == expected


def test_assets_are_named_in_quoted_attributes() -> None:
    (script,) = Outline(script_tags([HOSTILE])).all("script")
    assert script.attributes == {"src": HOSTILE, "defer": ""}
    styles = Outline(style_tags(["a.css", HOSTILE])).all("link")
    assert [each.attributes["href"] for each in styles] == ["a.css", HOSTILE]
