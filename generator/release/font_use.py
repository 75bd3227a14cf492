"""Which characters a page sets in which face, read from its finished HTML.

The rules are those of the theme's style sheets: everything is Song of weight 400, headings and names are 600,
quotations are Kai; a run in another Chinese script than its page takes the Song of that script. Each set may hold a
few characters too many (those of attributes), never one too few.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple


class FaceKey(NamedTuple):
    """A face as a style sheet names it."""

    family: str
    weight: int


SONG, SONG_TRADITIONAL, KAI = "Qingguo Song", "Qingguo Song TC", "Qingguo Kai"

FaceUse = Mapping[FaceKey, frozenset[str]]
"""The characters that one page needs of each face."""

ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("·‘’“”—–…、。《》「」『』〈〉！（），：；？／〔〕【】")
"""What style sheets and scripts may add to a page, and what a reader may type."""

_HEAVY_TAG = re.compile(r"<(?:h[1-3]|th|strong|b)[\s>]")
_QUOTATION_TAG = re.compile(r"<blockquote[\s>]")
_CLASS = re.compile(r'class="([^"]*)"')
_LANGUAGE = re.compile(r'lang="(zh-Han[st])"')
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)")
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ASCII = bytes(range(0x80))

_WITHOUT_GLYPH = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
"""The categories of Unicode whose characters are not drawn: controls, marks of format, surrogates, spaces."""


def font_use(page: str, language: str) -> FaceUse:
    """The characters that `page`, a document or a part of one, needs of each face. `language` is that of the page."""
    # Each pattern is searched for by itself: with its literal beginning that is ten times as fast as an alternation.
    text = html.unescape(_COMMENT.sub("", _SCRIPT.sub("", page)))
    own, other = (SONG_TRADITIONAL, SONG) if language == "zh-Hant" else (SONG, SONG_TRADITIONAL)
    foreign_tag = "zh-Hans" if own == SONG_TRADITIONAL else "zh-Hant"
    heavy = [_content(text, match.start() + 1) for match in _HEAVY_TAG.finditer(text)]
    quoted = [_content(text, match.start() + 1) for match in _QUOTATION_TAG.finditer(text)]
    for match in _CLASS.finditer(text):
        is_heavy, is_quoted = _faces_of_class(match[1])
        if is_heavy:
            heavy.append(_content(text, match.start()))
        if is_quoted:
            quoted.append(_content(text, match.start()))
    foreign = [_content(text, match.start()) for match in _LANGUAGE.finditer(text) if match[1] == foreign_tag]
    of_foreign = _printable("".join(foreign))
    # What is ASCII is there in any case, and most of a page is.
    beyond_ascii = text.encode(errors="surrogatepass").translate(None, _ASCII).decode(errors="surrogatepass")
    uses = {
        FaceKey(own, 400): _printable(beyond_ascii) | ALWAYS,
        FaceKey(own, 600): _printable("".join(heavy)),
        FaceKey(KAI, 400): _printable("".join(quoted)),
        FaceKey(other, 400): of_foreign,
        FaceKey(other, 600): of_foreign,
    }
    return {face: characters for face, characters in uses.items() if characters}


@lru_cache(maxsize=4096)
def _faces_of_class(value: str) -> tuple[bool, bool]:
    """Whether an element with this attribute is heavy, and whether it is a quotation."""
    parts = value.split()
    return any(part.rpartition("-")[2] in ("name", "band") for part in parts), "kai" in parts


def _content(text: str, inside: int) -> str:
    """What the element holds in whose opening tag the place `inside` lies."""
    tag = _TAG.match(text, text.rfind("<", 0, inside))
    if tag is None or tag[1] == "html":
        return ""
    start = text.find(">", inside) + 1
    return text[start : max(start, text.find(f"</{tag[1]}>", start))]


def _printable(text: str) -> frozenset[str]:
    # Python's isprintable() would pass over what its Unicode tables do not know yet, such as the newest Han characters.
    return frozenset(filter(_is_drawn, set(text)))


@cache
def _is_drawn(character: str) -> bool:
    return unicodedata.category(character) not in _WITHOUT_GLYPH
