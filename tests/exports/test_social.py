"""The head of a page names its address and its counterparts, and invents no address for a site that has none."""

import html5lib
import pytest

from generator.exports.social import head_markup


def elements(markup: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of the head as a browser sees them."""
    head, body = html5lib.parse(f"<!doctype html><head>{markup}", namespaceHTMLElements=False)
    assert (head.tag, body.tag) == ("head", "body")
    assert not (body.text or "").strip()
    assert len(body) == 0
    return [(each.tag, dict(each.attrib)) for each in head]


def test_a_page_with_an_address() -> None:
    markup = head_markup(
        "史良",
        "一位律师",
        "https://example.org/figures/a/",
        [("zh-Hans", "https://example.org/figures/a/"), ("en", "https://example.org/en/figures/a/")],
        [{"@type": "Person"}],
        "profile",
        site_name="青果",
        language="zh",
    )
    found = elements(markup)
    assert ("link", {"rel": "canonical", "href": "https://example.org/figures/a/"}) in found
    assert ("link", {"rel": "alternate", "hreflang": "en", "href": "https://example.org/en/figures/a/"}) in found
    properties = {attributes["property"]: attributes["content"] for _, attributes in found if "property" in attributes}
    assert properties == {
        "og:type": "profile",
        "og:title": "史良",
        "og:description": "一位律师",
        "og:url": "https://example.org/figures/a/",
        "og:site_name": "青果",
        "og:locale": "zh_CN",
    }
    assert [attributes for tag, attributes in found if tag == "script"] == [{"type": "application/ld+json"}]


@pytest.mark.parametrize("canonical", [None, ""])
def test_without_an_address_none_is_claimed(canonical: str | None) -> None:
    markup = head_markup("t", "d", canonical, [("en", "../../en/figures/a/")], [])
    assert "canonical" not in markup
    assert "og:url" not in markup
    assert "://" not in markup
    assert "link" not in {tag for tag, _ in elements(markup)}


@pytest.mark.parametrize("text", ['"><script>alert(1)</script>', "' onload='x", "</head><body>", "&quot;<"])
def test_hostile_text_stays_the_content_of_its_attribute(text: str) -> None:
    found = elements(head_markup(text, text, text, [(text, text)], [{"name": text}], text, site_name=text))
    assert {tag for tag, _ in found} == {"link", "meta", "script"}
    assert sum(tag == "script" for tag, _ in found) == 1
    assert ("meta", {"property": "og:title", "content": text}) in found
