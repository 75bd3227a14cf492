"""The gate before publication: no dead end and no foreign request in any page of an output tree.

Pages come from our own templates, in which every value is escaped, so attributes can be found by their spelling.
"""

import html
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from generator.records.finding import Finding, Message, Severity

_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_CSS_ADDRESS = re.compile(rb"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")
_LOADED = {"script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "source": ("src",), "use": ("href",)}
_DATA_ADDRESSES = ("data-src", "data-search-names", "data-search-text")


@dataclass(frozen=True)
class _Reference:
    """An address in a page, and whether the browser loads it without being asked."""

    address: str
    is_loaded: bool


def _tags(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    for match in _TAG.finditer(page):
        attributes = {
            name.lower(): html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(match[2])
        }
        yield match[1].lower(), attributes


def _references(page: str) -> tuple[list[_Reference], set[str]]:
    references: list[_Reference] = []
    anchors: set[str] = set()
    for tag, attributes in _tags(page):
        if "id" in attributes:
            anchors.add(attributes["id"])
        if tag == "a" and "href" in attributes:
            references.append(_Reference(attributes["href"], False))
        elif tag == "link" and "href" in attributes:
            relation = attributes.get("rel", "")
            if relation not in ("canonical", "alternate"):
                references.append(_Reference(attributes["href"], True))
            elif relation == "alternate":
                references.append(_Reference(attributes["href"], False))
        else:
            references += [_Reference(attributes[name], True) for name in _LOADED.get(tag, ()) if name in attributes]
        references += [_Reference(attributes[name], True) for name in _DATA_ADDRESSES if attributes.get(name)]
    return references, anchors


def _is_foreign(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc) and parts.scheme != "data"


class _Tree:
    """An output tree with the anchors of its pages. The path below which a host serves it is that of its home page."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        home = _CANONICAL.search(files["index.html"].decode()) if "index.html" in files else None
        self.base_path = urlsplit(html.unescape(home[1])).path.rstrip("/") + "/" if home else "/"
        self._read: dict[str, tuple[list[_Reference], set[str]]] = {}

    def read(self, page: str) -> tuple[list[_Reference], set[str]]:
        """The addresses and the anchors of a page."""
        if page not in self._read:
            self._read[page] = _references(self.files[page].decode())
        return self._read[page]

    def resolve(self, page: str, address: str) -> str:
        """The file that an address in a page leads to."""
        path = unquote(urlsplit(address).path)
        if not path:
            return page
        if path.startswith("/") and not path.startswith(self.base_path):
            return path
        target = (
            path.removeprefix(self.base_path) if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
        )
        normal = posixpath.normpath(target) if target else ""
        if path.endswith("/") or normal in ("", "."):
            normal = posixpath.normpath(posixpath.join(normal, "index.html"))
        elif f"{normal}/index.html" in self.files:
            normal = f"{normal}/index.html"
        return normal


def _finding(code: str, page: str, zh: str, en: str, mend_zh: str, mend_en: str) -> Finding:
    return Finding(Severity.ERROR, code, page, (), Message(zh, en), Message(mend_zh, mend_en))


def check_tree(
    files: Mapping[str, bytes], allowed_origins: Collection[str] = (), pages: Collection[str] | None = None
) -> list[Finding]:
    """What keeps a tree from being published: dead links, missing anchors and assets, foreign requests.

    `allowed_origins` are the origins that the configuration names, such as a tile server's. With `pages`, only these
    pages are looked at: those of which `page_links` leaves a doubt.
    """
    tree = _Tree(files)
    findings: list[Finding] = []
    for page in [path for path in files if path.endswith(".html")] if pages is None else sorted(pages):
        for reference in dict.fromkeys(tree.read(page)[0]):
            findings += _check_reference(tree, page, reference, allowed_origins)
    for path in files:
        if path.endswith(".css"):
            findings += _check_style(tree, path, files[path])
    return sorted(findings, key=lambda finding: finding.sort_key)


def _check_reference(tree: _Tree, page: str, reference: _Reference, allowed: Collection[str]) -> Iterator[Finding]:
    address = reference.address
    if _is_foreign(address):
        scheme = urlsplit(address).scheme
        if reference.is_loaded and f"{scheme}://{urlsplit(address).netloc}" not in allowed:
            yield _finding(
                "foreign-request",
                page,
                f"页面会向外请求 {address}",
                f"the page would load {address} from elsewhere",
                "把文件放进站点自己的 assets/",
                "keep the file among the site's own assets",
            )
        elif not reference.is_loaded and scheme not in ("http", "https", "mailto", "tel"):
            yield _finding(
                "link-scheme",
                page,
                f"链接的协议不被允许：{address}",
                f"a link with a forbidden scheme: {address}",
                "只用 http、https、mailto、tel",
                "use http, https, mailto or tel only",
            )
        return
    target = tree.resolve(page, address)
    if target not in tree.files:
        yield _finding(
            "dead-link",
            page,
            f"链接的页面或文件不存在：{address}",
            f"a link to a page or file that does not exist: {address}",
            "改正链接，或补上页面",
            "correct the link, or add the page",
        )
        return
    fragment = unquote(urlsplit(address).fragment)
    if fragment and target.endswith(".html") and fragment not in tree.read(target)[1]:
        yield _finding(
            "dead-anchor",
            page,
            f"链接的位置不存在：{address}",
            f"a link to a place that the page does not have: {address}",
            "改正 # 之后的部分",
            "correct what follows the #",
        )


def _check_style(tree: _Tree, path: str, content: bytes) -> Iterator[Finding]:
    for match in _CSS_ADDRESS.finditer(content):
        address = match[1].decode()
        if address.startswith(("data:", "#")):
            continue
        if _is_foreign(address) or tree.resolve(path, address) not in tree.files:
            yield _finding(
                "style-address",
                path,
                f"样式表引用了不存在或站外的 {address}",
                f"the style sheet names {address}, which is missing or elsewhere",
                "改正样式表",
                "correct the style sheet",
            )
