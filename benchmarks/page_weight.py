"""What a record page needs above the fold, compressed: its HTML, and the styles and scripts that it waits for."""

import gzip
from html.parser import HTMLParser
from pathlib import Path
from typing import Any


class _Blocking(HTMLParser):
    """Gathers the addresses of styles for the screen and of scripts in the head that are neither deferred nor async."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self._in_head = self._in_noscript = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the browser must have before it draws."""
        given = dict(attrs)
        if tag in ("head", "noscript"):
            self._in_head |= tag == "head"
            self._in_noscript |= tag == "noscript"
        elif self._in_noscript or not self._in_head:
            return
        elif tag == "link" and given.get("rel") == "stylesheet" and given.get("media", "all") in ("all", "screen"):
            self.addresses.append(given.get("href") or "")
        elif tag == "script" and given.get("src") and not {"defer", "async"} & set(given):
            self.addresses.append(given["src"] or "")

    def handle_endtag(self, tag: str) -> None:
        """Leave the head, or what only browsers without scripts read."""
        if tag == "head":
            self._in_head = False
        elif tag == "noscript":
            self._in_noscript = False


def page_weight(page: Path) -> int:
    """Bytes, as gzip would send them, of one built page with what its first drawing waits for."""
    parser = _Blocking()
    parser.feed(page.read_text(encoding="utf-8"))
    files = [page, *(page.parent / address for address in parser.addresses)]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def figure_pages(output: Path) -> dict[str, Any]:
    """The weights of the figure pages of a built site: the heaviest and the number of them."""
    pages = sorted((output / "figures").glob("*/index.html"))
    weights = {page.parent.name: page_weight(page) for page in pages}
    heaviest = max(weights, key=lambda name: weights[name])
    return {"pages": len(pages), "heaviest": heaviest, "heaviest_bytes": weights[heaviest]}
