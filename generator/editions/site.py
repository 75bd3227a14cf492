"""What all languages of one site share while it is being built, on whichever process: options, records, assets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from generator.archive.collection import Collection
from generator.editions.options import EditionOptions
from generator.language.traditional import TraditionalConverter
from generator.records.finding import Finding, Severity
from generator.release.assets import AssetStore
from generator.views.maps.tiles import tile_host

Progress = Callable[[str, int, int], None]
"""Told of each step: what is done, how many of it are done, how many there are (0 where that is unknown)."""


def silent(step: str, done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


class Rejected(Exception):
    """The content has errors, so nothing is built."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def has_errors(findings: list[Finding]) -> bool:
    """Whether any of the findings stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


@dataclass
class Site:
    """The common ground of one build. It can be sent to another process.

    `collection` has the registers, and on a worker the window of the chunk at hand.
    """

    options: EditionOptions
    site_url: str
    collection: Collection
    traditional: Mapping[str, str]
    """Names that a dictionary converts wrongly, with their traditional form."""
    written: Mapping[str, frozenset[str]]
    """The addresses of the Markdown pages of each language, below its root."""
    assets: AssetStore = field(default_factory=AssetStore)
    converted: Mapping[str, str] = field(default_factory=dict)
    """Names that were converted already."""

    @cached_property
    def converter(self) -> TraditionalConverter:
        """What makes traditional text."""
        return TraditionalConverter({**self.options.traditional, **self.traditional}, self.converted)

    @property
    def base_path(self) -> str:
        """The path under which the site is served, `/` unless its address says otherwise."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    @property
    def tile_origins(self) -> tuple[str, ...]:
        """The origins of the configured tile layer; none without one."""
        return tile_host(self.options.tiles)

    def languages_of(self, path: str) -> frozenset[str]:
        """The languages that have a page at this path below their root."""
        written = frozenset(language for language, paths in self.written.items() if path in paths)
        # The pages of records and of lists exist in every language.
        return written or frozenset(self.options.languages)

    @property
    def content_security_policy(self) -> str:
        """What a page may load: its own files, and nothing from anywhere else but a configured tile server."""
        images = " ".join(["'self'", "data:", *self.tile_origins])
        return (
            f"default-src 'none'; script-src 'self'; style-src 'self'; img-src {images}; font-src 'self'; "
            # The live preview asks its server for news, and whoever judges a site from a page reads its robots.txt.
            f"connect-src 'self'; base-uri 'none'; form-action 'self'"
        )
