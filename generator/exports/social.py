"""Metadata in the head of a page: its one address, its counterparts in other languages, its card for shared links."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.exports.json_ld import Node, script_tag
from generator.shell.html import Html, escape

_LOCALES = {"zh": "zh_CN", "zh-Hant": "zh_HK", "en": "en_GB"}


def head_markup(
    title: str,
    description: str,
    canonical_url: str | None,
    alternates: Sequence[tuple[str, str]],
    json_ld: Sequence[Node],
    og_type: str = "website",
    *,
    site_name: str = "",
    language: str = "",
) -> Markup:
    """The elements for the head, one a line.

    `alternates` are pairs of hreflang and address. Without `canonical_url`, where the site has no address of its own,
    none is named at all: search engines heed whole addresses only, and readers have the links in the page's head row.
    `og_type` is `website`, `article` or `profile`.
    """
    lines: list[Html] = []
    if canonical_url:
        lines.append(Html(f'<link rel="canonical" href="{escape(canonical_url)}">'))
        for tag, address in alternates:
            lines.append(Html(f'<link rel="alternate" hreflang="{escape(tag)}" href="{escape(address)}">'))
    for name, content in (
        ("og:type", og_type),
        ("og:title", title),
        ("og:description", description),
        ("og:url", canonical_url),
        ("og:site_name", site_name),
        ("og:locale", _LOCALES.get(language)),
    ):
        if content:
            lines.append(Html(f'<meta property="{escape(name)}" content="{escape(content)}">'))
    lines.append(Html('<meta name="twitter:card" content="summary">'))
    lines += [Html(script_tag(data)) for data in json_ld]
    return Markup("\n".join(lines))  # nosec: made of Html
