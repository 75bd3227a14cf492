"""Which characters a page sets in which face, read from its finished HTML.

The rules are those of the theme's style sheets: everything is Song of weight 400, headings and names are 600,
quotations are Kai; a run in another Chinese script than its page takes the Song of that script. Each set may hold a
few characters too many (those of attributes), never one too few.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
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

_TAG_WITH_FACE = re.compile(r"<(?:h[1-3]|th|strong|b|(blockquote))[\s>]")
_CLASS_WITH_FACE = re.compile(r'class="([^"]*?(?:name|band|kai)(?: [^"]*)?)"')
"""An attribute that may name a face; `_faces_of_class` knows whether it does."""
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)")
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ASCII = bytes(range(0x80))

_WITHOUT_GLYPH = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
"""The categories of Unicode whose characters are not drawn: controls, marks of format, surrogates, spaces."""


def font_use(page: str, language: str) -> FaceUse:
    """The characters that `page`, a document or a part of one, needs of each face. `language` is that of the page."""
    text = _shown(page)
    own, other = (SONG_TRADITIONAL, SONG) if language == "zh-Hant" else (SONG, SONG_TRADITIONAL)
    heavy: list[str] = []
    quoted: list[str] = []
    # Each pattern is searched for by itself: with its literal beginning that is ten times as fast as an alternation.
    for match in _TAG_WITH_FACE.finditer(text):
        (quoted if match[1] else heavy).append(_content(text, match.start() + 1))
    for match in _CLASS_WITH_FACE.finditer(text):
        is_heavy, is_quoted = _faces_of_class(match[1])
        if is_heavy:
            heavy.append(_content(text, match.start()))
        if is_quoted:
            quoted.append(_content(text, match.start()))
    foreign_tag = "zh-Hans" if own == SONG_TRADITIONAL else "zh-Hant"
    of_foreign = _printable("".join(_contents(text, f'lang="{foreign_tag}"')))
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


def _shown(page: str) -> str:
    """A page without scripts and comments, its character references resolved."""
    # To look for a beginning takes a tenth of the time that a substitution of nothing takes.
    if "<script" in page:
        page = _SCRIPT.sub("", page)
    if "<!--" in page:
        page = _COMMENT.sub("", page)
    return html.unescape(page)


def _contents(text: str, attribute: str) -> Iterator[str]:
    """What the elements with an attribute hold."""
    place = text.find(attribute)
    while place >= 0:
        yield _content(text, place)
        place = text.find(attribute, place + 1)


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
    characters = set(text)
    return frozenset(characters - _UNDRAWN if characters <= _JUDGED else filter(_is_drawn, characters))


def _is_drawn(character: str) -> bool:
    # Python's isprintable() would pass over what its Unicode tables do not know yet, such as the newest Han characters.
    if unicodedata.category(character) in _WITHOUT_GLYPH:
        _UNDRAWN.add(character)
    _JUDGED.add(character)
    return character not in _UNDRAWN


_JUDGED: set[str] = set()
"""Characters of which it has been found out whether they are drawn: nearly all that come again."""
_UNDRAWN: set[str] = set()
"""Those that are not."""
