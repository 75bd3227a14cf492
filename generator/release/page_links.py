"""What a page refers to and what can be referred to in it, as numbers: enough to find the pages that need a close look.

A large site has millions of links. Each is a number of 64 bits here, made of the file and the anchor that it leads to,
so that all can be compared at once; `gate.check_tree` then looks closely at the pages of which one is not answered for.
"""

import posixpath
import re
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from zlib import crc32

_ID = re.compile(r' id="([^"]*)"')
_ATTRIBUTE = re.compile(r' (?:href|src|srcset|data-src|data-search-(?:names|text))="[^"]*"')
_ABROAD = re.compile(r"[a-z+.-]+:|//")
_ORDINARY = ("https:", "http:", "mailto:", "tel:")
# Written in another way than our templates write.
_UNQUOTED = re.compile(r"=(?!\s*\")")
_ADDRESS_NAME = re.compile(r"(?:^|\s)(?:href|src|srcset|id)$")
# Loaded without being asked for, from elsewhere.
_LOADED_LINK = re.compile(r"<link (?!rel=\"(?:canonical|alternate)\")[^>]*href=\"(?:[a-z+.-]+:|//)")

_KNOWN_ATTRIBUTES = 50_000
_UP_TWICE = ' href="../../'
_WINDOW = 64
_SPREAD = 0x9E3779B97F4A7C15
_BITS = (1 << 64) - 1


_PLAIN = re.compile(r' href="((?:\.\./)+)((?:[a-z0-9-]+/)*)(?:#([A-Za-z0-9_-]+))?"')
"""A link to a page, or an anchor in it, that goes up from its own page first."""


class PageLinks(NamedTuple):
    """The links of one page. `targets` and `anchors` are numbers of 8 bytes each."""

    path: str
    targets: bytes
    anchors: bytes
    is_doubtful: bool
    """Whether the page must be looked at closely in any case."""


class _Meaning(NamedTuple):
    """What an attribute means on every page whose folder lies in the same one."""

    targets: tuple[int, ...] = ()
    fragment: int | None = None
    """Of an address within the page: the number of the anchor's text, 0 for the page itself."""
    is_doubtful: bool = False
    depends_on_page: bool = False


def page_links(path: str, html: str, base_path: str) -> PageLinks:
    """Read the links of the page at `path`. `base_path` is where a server shows the site, `/` at its root."""
    folder = posixpath.dirname(path)
    parent = posixpath.dirname(folder)
    known = _known(parent, path.count("/"), base_path)
    # What goes up two folders leads to the same place from more pages still, where addresses are sharded.
    known_above = _known(posixpath.dirname(parent), path.count("/"), base_path)
    here = number(path)
    targets: set[int] = set()
    # A page has some fifty anchors, and shares few with any other.
    anchors = {_joined(here, _anchor_number(anchor)) for anchor in _ID.findall(html)}
    is_doubtful = _is_strange(html)
    for attribute in set(_ATTRIBUTE.findall(html)):
        shared = known_above if attribute.startswith(_UP_TWICE) else known
        meaning = shared.get(attribute)
        if meaning is None:
            meaning = _meaning(attribute, folder, base_path)
            if not meaning.depends_on_page:
                if len(shared) >= _KNOWN_ATTRIBUTES:
                    shared.clear()
                shared[attribute] = meaning
        if meaning.targets:
            targets.update(meaning.targets)
        elif meaning.fragment is not None:
            targets.add(here)
            if meaning.fragment:
                targets.add(_joined(here, meaning.fragment))
        elif meaning.is_doubtful:
            is_doubtful = True
    return PageLinks(path, array("Q", sorted(targets)).tobytes(), array("Q", sorted(anchors)).tobytes(), is_doubtful)


def _is_strange(html: str) -> bool:
    # To look for the sign and then at what is before it is far quicker than to look for names after each space.
    for match in _UNQUOTED.finditer(html):
        if _ADDRESS_NAME.search(html[max(0, match.start() - _WINDOW) : match.start()].rstrip()):
            return True
    return _LOADED_LINK.search(html) is not None


@lru_cache(maxsize=1024)
def _known(parent: str, depth: int, base_path: str) -> dict[str, _Meaning]:
    """What attributes mean on the pages of all folders in `parent`, as far as it has been found out."""
    return {}


def _meaning(attribute: str, folder: str, base_path: str) -> _Meaning:
    plain = _PLAIN.fullmatch(attribute)
    if plain is not None:
        # Nearly all links of a large site; they need no library to be understood.
        up, steps = len(plain[1]) // 3, folder.split("/") if folder else []
        if up <= len(steps):
            file = _text_number("/".join([*steps[: len(steps) - up], f"{plain[2]}index.html"]))
            return _Meaning((file, _joined(file, _anchor_number(plain[3]))) if plain[3] else (file,))
    name, _, value = attribute[1:-1].partition('="')
    if name != "href" and _ABROAD.match(value):
        return _Meaning(is_doubtful=True)
    if value.startswith(_ORDINARY) or not value:
        return _Meaning()
    if ":" in value.partition("/")[0]:
        return _Meaning(is_doubtful=True)
    parts = urlsplit(unescape(value))
    target, fragment = unquote(parts.path), unquote(parts.fragment)
    if not target:
        return _Meaning(fragment=_anchor_number(fragment) if fragment else 0)
    page = target.removeprefix(base_path) if target.startswith("/") else posixpath.join(folder, target)
    ends = target.endswith("/")
    page = posixpath.normpath(page) if page else ""
    if ends or page in ("", "."):
        page = posixpath.normpath(posixpath.join(page, "index.html"))
    numbers = (number(page), number(page, fragment)) if fragment and page.endswith(".html") else (number(page),)
    # An address that goes up leads to the same place from every page of a section.
    return _Meaning(numbers, depends_on_page=not target.startswith(("../", "/")))


def number(path: str, anchor: str = "") -> int:
    """The number of a file of the tree, or of an anchor in it."""
    return _joined(_text_number(path), _anchor_number(anchor)) if anchor else _text_number(path)


def _text_number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") or 1


def _anchor_number(text: str) -> int:
    """The number of an anchor's text: 32 bits, for it is only told apart from the others of one file."""
    return crc32(text.encode("utf-8", "surrogatepass")) or 1


def _joined(file: int, anchor: int) -> int:
    """The number of an anchor in a file: the same anchor has another in every file."""
    return (file * _SPREAD + anchor) & _BITS


def pages_in_doubt(pages: Iterable[PageLinks], paths: Iterable[str]) -> Iterator[str]:
    """The pages that lead to something not known to exist, or must be looked at anyway. `paths` are all files."""
    kept = list(pages)
    known = {number(path) for path in paths}
    wanted = {target for page in kept for target in _read(page.targets)} - known
    for page in kept:
        wanted.difference_update(_read(page.anchors))
    for page in kept:
        if page.is_doubtful or not wanted.isdisjoint(_read(page.targets)):
            yield page.path


def _read(numbers: bytes) -> "array[int]":
    return array("Q", numbers)
