"""Which characters a page sets in which face, read from its finished HTML.

The rules are those of the theme's style sheets: everything is Song of weight 400, headings and names are 600,
quotations are Kai; a run in another Chinese script than its page takes the Song of that script. Each set may hold a
few characters too many (those of attributes), never one too few.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
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

_HEAVY = re.compile(
    r"<(h[1-3]|th|strong|b)\b[^>]*>(.*?)</\1>"
    r"|<([a-z][a-z0-9]*)\b[^>]*\bclass=\"(?:[^\"]*[ -])?(?:name|band)(?: [^\"]*)?\"[^>]*>(.*?)</\3>",
    re.DOTALL,
)
_QUOTED = re.compile(
    r"<(blockquote)\b[^>]*>(.*?)</\1>"
    r"|<([a-z]+)\b[^>]*\bclass=\"(?:[^\"]* )?kai(?: [^\"]*)?\"[^>]*>(.*?)</\3>",
    re.DOTALL,
)
_RUN = re.compile(r"<(?!html\b)([a-z][a-z0-9]*)\b[^>]*\blang=\"(zh-Han[st])\"[^>]*>(.*?)</\1>", re.DOTALL)
_INVISIBLE = re.compile(r"<script\b[^>]*>.*?</script>|<!--.*?-->", re.DOTALL)


_WITHOUT_GLYPH = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
"""The categories of Unicode whose characters are not drawn: controls, marks of format, surrogates, spaces."""


def _printable(text: str) -> frozenset[str]:
    # Python's isprintable() would pass over what its Unicode tables do not know yet, such as the newest Han characters.
    return frozenset(each for each in set(text) if unicodedata.category(each) not in _WITHOUT_GLYPH)


def font_use(page: str, language: str) -> FaceUse:
    """The characters that `page`, a document or a part of one, needs of each face. `language` is that of the page."""
    text = html.unescape(_INVISIBLE.sub("", page))
    own, other = (SONG_TRADITIONAL, SONG) if language == "zh-Hant" else (SONG, SONG_TRADITIONAL)
    foreign_tag = "zh-Hans" if own == SONG_TRADITIONAL else "zh-Hant"
    foreign = _printable("".join(match[3] for match in _RUN.finditer(text) if match[2] == foreign_tag))
    uses = {
        FaceKey(own, 400): _printable(text) | ALWAYS,
        FaceKey(own, 600): _printable("".join(match[2] or match[4] for match in _HEAVY.finditer(text))),
        FaceKey(KAI, 400): _printable("".join(match[2] or match[4] for match in _QUOTED.finditer(text))),
        FaceKey(other, 400): foreign,
        FaceKey(other, 600): foreign,
    }
    return {face: characters for face, characters in uses.items() if characters}
