"""What becomes of a Markdown page that people write: cleaned HTML with blocks, source marks and links to records.

Three things may stand in such a page beside Markdown: a line `<!-- qingguo:NAME -->`, which a view fills;
`{source-id, source-id}` after a sentence, which becomes a source mark; and `[name](qingguo:figure/ID)`, which becomes a
link to a record.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import nh3
from markupsafe import Markup

from generator.views.page import Block

BLOCK_LINE = re.compile(r"<!--\s*qingguo:([a-z-]+)\s*-->")
_SOURCES = r"\{([a-z0-9][a-z0-9_-]*(?:\s*,\s*[a-z0-9][a-z0-9_-]*)*)\}"
SOURCE_TOKEN = re.compile(_SOURCES)
RECORD_LINK = re.compile(r"href=\"qingguo:(figure|site|base|route)/([a-z0-9-]+)\"")

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD_CELL = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)

# A tag, in whose attributes nothing is a token; or a source token with what stands before it, unless that is a Latin
# word, which stays whole.
_TAG_OR_MARKED = re.compile(rf'<(?:[^>"]|"[^"]*")*>|((?:&#?\w+;|[^\s<>&{{}}A-Za-z0-9])?)[ ]*{_SOURCES}')
# These stops of Han text leave the second half of their square empty; a source mark moves up into it.
_HALF_SQUARES = frozenset("。；，：！？》）」』")

_ALLOWED_ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"id", "lang"}, "a": {"href", "title", "hreflang"}}
_ALLOWED_SCHEMES = {"http", "https", "mailto", "tel", "qingguo"}


@dataclass(frozen=True)
class Fillers:
    """What the views supply for one page: its blocks, its source marks, its links."""

    block: Callable[[str], Block]
    source_mark: Callable[[list[str]], Markup]
    record_link: Callable[[str, str], str]
    notes: Callable[[], Markup]
    """The notes that the marks of the page refer to, for its end."""


@dataclass(frozen=True)
class FilledPage:
    """The body of a Markdown page, with the assets that its blocks need."""

    html: Markup
    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def clean(html: str) -> str:
    """HTML without anything that runs, loads or disguises itself."""
    return nh3.clean(html, attributes=_ALLOWED_ATTRIBUTES, url_schemes=_ALLOWED_SCHEMES, link_rel="noopener noreferrer")


def fill_page(html: str, title: str, fillers: Fillers) -> FilledPage:
    """Clean rendered Markdown and put blocks, source marks and links into it; a page without a heading gets one."""
    pieces: list[str] = []
    blocks: list[Block] = []
    for text, name in _split(html):
        pieces.append(_prose(text, fillers))
        if name:
            block = fillers.block(name)
            blocks.append(block)
            pieces.append(str(block.html))
    body = "".join([*pieces, str(fillers.notes())])
    if "<h1" not in body:
        body = str(Markup('<header class="page-heading"><h1 class="name">{}</h1></header>').format(title)) + body
    return FilledPage(
        Markup(body),
        tuple(dict.fromkeys(script for block in blocks for script in block.scripts)),
        tuple(dict.fromkeys(style for block in blocks for style in block.styles)),
    )


def prose(html: str) -> str:
    """What people wrote on a page, without blocks and source tokens; for search."""
    return SOURCE_TOKEN.sub("", "".join(clean(text) for text, _ in _split(html)))


def block_names(html: str) -> tuple[str, ...]:
    """The names of the blocks of a page of rendered Markdown, in their order."""
    return tuple(name for _, name in _split(html) if name)


def _split(html: str) -> Iterator[tuple[str, str]]:
    parts = BLOCK_LINE.split(html)
    for index in range(0, len(parts), 2):
        yield parts[index], parts[index + 1] if index + 1 < len(parts) else ""


def _prose(html: str, fillers: Fillers) -> str:
    cleaned = clean(html)
    linked = RECORD_LINK.sub(lambda match: f'href="{Markup.escape(fillers.record_link(match[1], match[2]))}"', cleaned)
    return _TAG_OR_MARKED.sub(lambda match: _marked(match, fillers), _TABLE.sub(_table_region, linked))


def _marked(match: re.Match[str], fillers: Fillers) -> str:
    """A source mark, or a tag as it is. A mark never opens a line: the character before it goes with it."""
    if match[2] is None:
        return match[0]
    mark = fillers.source_mark([source.strip() for source in match[2].split(",")])
    if not match[1]:
        return str(mark)
    shifted = f'<span class="mark-after-stop">{mark}</span>' if match[1] in _HALF_SQUARES else mark
    return f'<span class="mark-hold">{match[1]}{shifted}</span>'


def _table_region(match: re.Match[str]) -> str:
    """A table in a region of its own, which scrolls and takes the focus; the heads of its columns name it."""
    heads = ", ".join(Markup(cell).striptags() for cell in _HEAD_CELL.findall(match[0]))  # nosec: escaped again below
    opening = Markup('<div class="table-scroll" role="region" tabindex="0" aria-label="{}">').format(
        SOURCE_TOKEN.sub("", heads)
    )
    return f"{opening}{match[0]}</div>"
