"""sitemap.xml (sitemaps.org protocol 0.9) with the counterparts of each page in other languages, and robots.txt."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from generator.exports.json_ld import language_tag

MAXIMUM_ADDRESSES = 50_000
"""The most addresses that the protocol allows in one file."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def alternates(counterparts: Mapping[str, str], default_language: str = "zh") -> list[tuple[str, str]]:
    """Pairs of hreflang and address for one page, from its addresses by language; `x-default` comes last."""
    pairs = [(language_tag(language), address) for language, address in counterparts.items()]
    if default_language in counterparts:
        pairs.append(("x-default", counterparts[default_language]))
    return pairs


def _entries(counterparts: Mapping[str, str], default_language: str) -> list[str]:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(address)}/>'
        for language, address in alternates(counterparts, default_language)
    )
    return [f"<url><loc>{escape(address)}</loc>{links}</url>\n" for address in counterparts.values()]


def sitemap(
    site_url: str,
    pages: Sequence[Mapping[str, str]],
    default_language: str = "zh",
    maximum: int = MAXIMUM_ADDRESSES,
) -> dict[str, str]:
    """The sitemap as files by their path from the root of the site; none when the site has no address.

    Each page is given by its paths from the root of the site, by language: `{"zh": "lane/", "en": "en/lane/"}`. More
    than `maximum` addresses are split into several files, which `sitemap.xml` then lists.
    """
    if not site_url:
        return {}
    root = site_url.rstrip("/") + "/"
    entries: list[str] = []
    for page in pages:
        entries += _entries({language: root + path for language, path in page.items()}, default_language)
    if len(entries) <= maximum:
        return {"sitemap.xml": _url_set(entries)}
    parts = {
        f"sitemap-{number}.xml": _url_set(entries[start : start + maximum])
        for number, start in enumerate(range(0, len(entries), maximum), 1)
    }
    listed = "".join(f"<sitemap><loc>{escape(root + name)}</loc></sitemap>\n" for name in parts)
    return {"sitemap.xml": f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{listed}</sitemapindex>\n", **parts}


def _url_set(entries: Sequence[str]) -> str:
    opening = f'<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    return _HEAD + opening + "".join(entries) + "</urlset>\n"


def robots(site_url: str) -> str:
    """robots.txt: everything may be read; names the sitemap where there is one."""
    text = "User-agent: *\nAllow: /\n"
    return f"{text}\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n" if site_url else text
