"""What the frame shows around a page: the way to it, its languages, its contents, its scripts and styles."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.language.words import Words
from generator.shell.html import NOTHING, Html, escape, joined


def breadcrumbs(words: Words, trail: Sequence[tuple[str, str]]) -> Html:
    """Title and address of each step, the home page first; the last is the page itself and no link."""
    if not trail:
        return NOTHING
    steps_html = joined([Html(f'<li><a href="{escape(href)}">{escape(title)}</a></li>') for title, href in trail[:-1]])
    return Html(
        f'<nav class="breadcrumbs" aria-label="{escape(words("breadcrumbs_label"))}"><ol>{steps_html}'
        f'<li><span aria-current="page">{escape(trail[-1][0])}</span></li></ol></nav>'
    )


def language_links(words: Words, links: Iterable[tuple[str, str, str, bool]]) -> Html:
    """Name, tag and address of each language, and whether it is that of the page."""
    items_html = joined([_language(*each) for each in links])
    return Html(f'<ul class="languages" aria-label="{escape(words("language_label"))}">{items_html}</ul>')


def _language(name: str, tag: str, href: str, is_current: bool) -> Html:
    current_html = Html(' aria-current="true"') if is_current else NOTHING
    tag_html = escape(tag)
    return Html(
        f'<li><a href="{escape(href)}" lang="{tag_html}" hreflang="{tag_html}"{current_html}>{escape(name)}</a></li>'
    )


def contents(words: Words, headings: Sequence[tuple[str, str]]) -> Html:
    """Title and anchor of each part of the page; nothing for a page of one part."""
    if len(headings) < 2:
        return NOTHING
    items_html = joined([_heading(title, anchor) for title, anchor in headings])
    return Html(f'<nav class="toc" aria-label="{escape(words("toc_label"))}"><ul>{items_html}</ul></nav>')


@lru_cache(maxsize=256)
def _heading(title: str, anchor: str) -> Html:
    """An entry of the contents; record pages have the same few."""
    return Html(f'<li><a href="#{escape(anchor)}">{escape(title)}</a></li>')


def script_tags(addresses: Iterable[str]) -> Html:
    """The scripts of the page, one a line."""
    return Html("\n".join([Html(f'<script src="{escape(each)}" defer></script>') for each in addresses]))


def style_tags(addresses: Iterable[str]) -> Html:
    """The styles of the page, one a line."""
    return Html("\n".join([Html(f'<link rel="stylesheet" href="{escape(each)}">') for each in addresses]))
