"""What a record page costs on the wire: its own HTML, and the style sheets without which it is not painted."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LIMIT = 20_000
"""Bytes in gzip that the HTML of a record page may have, all of its content included."""

KINDS = ("figures", "sites", "bases", "routes")
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


@dataclass(frozen=True)
class PageWeight:
    """Bytes in gzip: `html` of the page alone, `styles` of what it waits for, which all pages of a kind share."""

    path: str
    html: int
    styles: int


def packed(file: Path) -> int:
    """The size of a file in gzip, in bytes."""
    return len(gzip.compress(file.read_bytes(), mtime=0))


def record_pages(tree: Path) -> Iterator[Path]:
    """The pages of single records, in every language that the tree has."""
    for root in (tree, *sorted(path for path in tree.iterdir() if (path / "figures").is_dir())):
        for kind in KINDS:
            yield from sorted(root.glob(f"{kind}/*/index.html"))


def weigh_records(tree: Path) -> list[PageWeight]:
    """The weight of each record page of an edition, the heaviest first."""
    weights = []
    sheets: dict[Path, int] = {}
    for page in record_pages(tree):
        found = _STYLE.findall(_NOSCRIPT.sub("", page.read_text(encoding="utf-8")))
        blocking = [(page.parent / href).resolve() for href in found]
        sheets.update((sheet, packed(sheet)) for sheet in blocking if sheet not in sheets)
        path = page.parent.relative_to(tree).as_posix() + "/"
        weights.append(PageWeight(path, packed(page), sum(sheets[sheet] for sheet in blocking)))
    return sorted(weights, key=lambda weight: (-weight.html, weight.path))
