"""The lines of a list: a name, what it is, when it was; and the list around them."""

from collections.abc import Iterable, Sequence

from generator.shell.html import NOTHING, Html, escape, joined, lang_html
from generator.views.markup.headings import with_qualifier
from generator.views.markup.texts import localized
from generator.views.texts import Shown

Tag = str | tuple[str, str]
"""A short text, or a text with the address that it leads to."""


def entry(
    href: str,
    name: Shown,
    pinyin: str | None = None,
    line_html: Html = NOTHING,
    meta: str = "",
    bar_html: Html = NOTHING,
    tags: Sequence[Tag] = (),
    attributes: Iterable[tuple[str, str]] = (),
) -> Html:
    """One line. `attributes` are what scripts read of it; their names are ours."""
    attributes_html = joined([Html(f' {escape(key)}="{escape(value)}"') for key, value in attributes])
    pinyin_html = Html(f'<span class="pinyin" lang="zh-Latn">{escape(pinyin)}</span>') if pinyin else NOTHING
    text_html = Html(f"<p>{line_html}</p>") if line_html else NOTHING
    tags_html = tag_list(tags) if tags else NOTHING
    meta_html = Html(f"<span>{escape(meta)}</span>") if meta else NOTHING
    return Html(
        f'<li class="entry"{attributes_html}><div class="entry-name">{pinyin_html}'
        f'<a class="name" href="{escape(href)}"{lang_html(name.lang)}>{with_qualifier(name.text)}</a></div>\n'
        f'<div class="entry-text">{text_html}{tags_html}</div>\n'
        f'<div class="entry-meta">{meta_html}{bar_html}</div>\n</li>'
    )


def entry_list(label: str, entries: Iterable[Html], anchor: str = "") -> Html:
    """The list around its lines."""
    id_html = Html(f' id="{escape(anchor)}"') if anchor else NOTHING
    lines_html = joined([Html(f"{each_html}\n") for each_html in entries])
    return Html(f'<ul class="entries"{id_html} aria-label="{escape(label)}">\n{lines_html}\n</ul>')


def tag_list(tags: Iterable[Tag]) -> Html:
    """Labels and people below a line."""
    tags_html = joined([Html(f"<li>{_tag(each)}</li>") for each in tags])
    return Html(f'<ul class="tags">{tags_html}</ul>')


def _tag(tag: Tag) -> Html:
    if isinstance(tag, str):
        return escape(tag)
    text, href = tag
    return Html(f'<a href="{escape(href)}">{escape(text)}</a>')


def place_line(line: Shown | None, remark: Shown | None, remark_class: str, before: str = "") -> Html:
    """What stands beside the name of a place: a line, and below it a remark of a kind of its own."""
    line_html = localized(line) if line is not None else NOTHING
    if remark is None:
        return line_html
    return Html(f'{line_html} <span class="{escape(remark_class)}">{escape(before)}{localized(remark)}</span>')
