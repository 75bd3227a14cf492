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

_ADDRESS = re.compile(r' (?:href|src|srcset|data-src|data-search-(?:names|text))="([^"]*)"')
_ANCHOR = re.compile(r' id="([^"]*)"')
# Loaded without being asked for, from elsewhere; or written in another way than our templates write.
_DOUBTFUL = re.compile(
    r" (?:src|srcset|data-src|data-search-(?:names|text))=\"(?:[a-z+.-]+:|//)|<link (?!rel=\"(?:canonical|alternate)\")[^>]*href=\"(?:[a-z+.-]+:|//)"
    r"|\s(?:href|src|srcset|id)\s*=\s*[^\"\s]"
)
_ORDINARY = ("https:", "http:", "mailto:", "tel:", "data:")


class PageLinks(NamedTuple):
    """The links of one page. `targets` and `anchors` are numbers of 8 bytes each."""

    path: str
    targets: bytes
    anchors: bytes
    is_doubtful: bool
    """Whether the page must be looked at closely in any case."""


def page_links(path: str, html: str, base_path: str) -> PageLinks:
    """Read the links of the page at `path`. `base_path` is where a server shows the site, `/` at its root."""
    folder = posixpath.dirname(path)
    targets: set[int] = set()
    is_doubtful = _DOUBTFUL.search(html) is not None
    for address in set(_ADDRESS.findall(html)):
        if address.startswith(_ORDINARY) or not address:
            continue
        if ":" in address.partition("/")[0]:
            is_doubtful = True
            continue
        # An address that goes up leads to the same place from every page of a section.
        targets.update(_numbers(path if address[0] == "#" else "", folder, address, base_path))
    anchors = {number(path, anchor) for anchor in _ANCHOR.findall(html)}
    return PageLinks(path, array("Q", sorted(targets)).tobytes(), array("Q", sorted(anchors)).tobytes(), is_doubtful)


@lru_cache(maxsize=50_000)
def _numbers(page: str, folder: str, address: str, base_path: str) -> tuple[int, ...]:
    parts = urlsplit(unescape(address))
    target = unquote(parts.path)
    if target:
        if target.startswith("/"):
            page = target.removeprefix(base_path)
        else:
            page = posixpath.join(folder, target)
        ends = target.endswith("/")
        page = posixpath.normpath(page) if page else ""
        if ends or page in ("", "."):
            page = posixpath.normpath(posixpath.join(page, "index.html"))
    fragment = unquote(parts.fragment)
    return (number(page), number(page, fragment)) if fragment and page.endswith(".html") else (number(page),)


def number(path: str, anchor: str = "") -> int:
    """The number of a file of the tree, or of an anchor in it."""
    return int.from_bytes(blake2b(f"{path}#{anchor}".encode(), digest_size=8).digest(), "little")


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
