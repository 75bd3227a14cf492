"""Search engines find every page and its counterparts; a site without an address has no sitemap."""

from xml.etree import ElementTree

import pytest

from generator.exports.sitemap import robots, sitemap

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
PAGES = [
    {"zh": "", "zh-Hant": "zh-Hant/", "en": "en/"},
    {"zh": "figures/a/", "zh-Hant": "zh-Hant/figures/a/", "en": "en/figures/a/"},
]


@pytest.mark.parametrize("site_url", ["https://example.org/city/", "https://example.org/city"])
def test_every_language_is_listed_with_all_its_counterparts(site_url: str) -> None:
    files = sitemap(site_url, PAGES)
    assert list(files) == ["sitemap.xml"]
    addresses = ElementTree.fromstring(files["sitemap.xml"]).findall("s:url", SPACES)
    assert [each.findtext("s:loc", namespaces=SPACES) for each in addresses] == [
        f"https://example.org/city/{path}" for page in PAGES for path in page.values()
    ]
    for each in addresses[3:]:
        assert {link.get("hreflang"): link.get("href") for link in each.findall("x:link", SPACES)} == {
            "zh-Hans": "https://example.org/city/figures/a/",
            "zh-Hant": "https://example.org/city/zh-Hant/figures/a/",
            "en": "https://example.org/city/en/figures/a/",
            "x-default": "https://example.org/city/figures/a/",
        }


def test_addresses_are_escaped() -> None:
    files = sitemap('https://example.org/?a=1&b="2"<3', [{"zh": ""}])
    location = ElementTree.fromstring(files["sitemap.xml"]).findtext("s:url/s:loc", namespaces=SPACES)
    assert location == 'https://example.org/?a=1&b="2"<3/'


def test_without_an_address_there_is_no_sitemap() -> None:
    assert sitemap("", PAGES) == {}
    assert robots("") == "User-agent: *\nAllow: /\n"
    assert robots("https://example.org/city/").endswith("\nSitemap: https://example.org/city/sitemap.xml\n")


def test_a_large_site_is_split_and_nothing_is_lost() -> None:
    pages = [{"zh": f"figures/{number}/", "en": f"en/figures/{number}/"} for number in range(7)]
    files = sitemap("https://example.org/", pages, maximum=5)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    listed = [each.text for each in ElementTree.fromstring(files.pop("sitemap.xml")).findall("s:sitemap/s:loc", SPACES)]
    assert listed == [f"https://example.org/{name}" for name in files]
    parts = [ElementTree.fromstring(text).findall("s:url/s:loc", SPACES) for text in files.values()]
    assert [len(part) for part in parts] == [5, 5, 4]
    assert len({each.text for part in parts for each in part}) == 14
