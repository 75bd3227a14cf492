"""Relative links between pages and to assets, so that the output works under any address."""

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32


def language_prefix(language: str, default_language: str = "zh") -> str:
    """Where a language's pages lie below the root of the site: nothing for the first language."""
    return "" if language == default_language else f"{language}/"


@dataclass(frozen=True)
class Links:
    """The links of one page. All paths are relative to the root of the site and end in `/` for a page.

    `page` is the path of the page that holds the links, with its language prefix: `en/figures/ID/`.
    With `explicit_index`, links name `index.html`, for an edition that is opened from a folder. With `absolute_base`
    (such as `/` or `/heritage/`), links are absolute, for a page that a server shows under any address: 404.
    `is_sharded` as in `record_path`.
    """

    page: str
    prefix: str = ""
    explicit_index: bool = False
    absolute_base: str | None = None
    is_sharded: bool = False

    def _relative(self, target: str) -> str:
        if self.absolute_base is not None:
            return self.absolute_base + target
        return _way(_folders(self.page), target)

    def to(self, path: str, fragment: str = "") -> str:
        """The link to a page of the same language: `to("figures/ID/")`, `to("")` for its home."""
        return self.to_root(self.prefix + path, fragment)

    def to_root(self, path: str, fragment: str = "") -> str:
        """The link to a page by its path from the root of the site, language prefix included."""
        relative = self._relative(path)
        if self.explicit_index and relative.endswith("/"):
            relative += "index.html"
        return relative + (f"#{fragment}" if fragment else "")

    def to_asset(self, path: str) -> str:
        """The link to a file from the root of the site: `to_asset("assets/site.1a2b3c4d.css")`."""
        return self._relative(path)

    def to_record(self, kind: str, record_id: str, fragment: str = "") -> str:
        """The link to the page of a record: `to_record("figure", "shi-liang")`."""
        return self.to(record_path(kind, record_id, self.is_sharded), fragment)


@lru_cache(maxsize=256)
def _folders(page: str) -> tuple[str, ...]:
    """The folders from the root down to the page; a page asks for its own some dozen times."""
    return tuple([each for each in page.split("/") if each])


def _way(start: tuple[str, ...], target: str) -> str:
    """The relative path from a folder to a file or, with "/" at its end, to a folder."""
    goal = [each for each in target.split("/") if each]
    shared = 0
    for here, there in zip(start, goal, strict=False):
        if here != there:
            break
        shared += 1
    steps = [".."] * (len(start) - shared) + goal[shared:]
    way = "/".join(steps) if steps else "."
    return way + "/" if target.endswith("/") or not target else way


_FOLDERS = {"figure": "figures", "site": "sites", "base": "bases", "route": "routes"}


def record_path(kind: str, record_id: str, is_sharded: bool = False) -> str:
    """The path of a record's page below the root of its language. These addresses never change once published.

    In a site with `is_sharded`, a folder more stands in them, so that no folder has a hundred thousand entries.
    """
    return f"{_FOLDERS[kind]}/{record_folder(record_id, is_sharded)}/"


def record_folder(record_id: str, is_sharded: bool) -> str:
    """The folder of a record's page below that of its kind: `shi-liang`, or `5e/shi-liang`, one of 256 shards."""
    return f"{crc32(record_id.encode()) & 0xFF:02x}/{record_id}" if is_sharded else record_id
