"""What all languages of one site share while it is being built: collection, options, assets, findings."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from generator.archive.collection import Collection
from generator.editions.downloading import SiteDownloads
from generator.editions.options import EditionOptions
from generator.editions.theme_assets import add_theme_assets
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
    """The common ground of one build. `collection` holds no drafts."""

    root: Path
    options: EditionOptions
    site_url: str
    is_preview: bool
    collection: Collection
    progress: Progress
    assets: AssetStore = field(default_factory=AssetStore)
    late_findings: list[Finding] = field(default_factory=list)
    """What came to light while pages were made, such as a character that no font has."""

    def __post_init__(self) -> None:
        self.converter = TraditionalConverter(self.options.traditional | _given_traditional_names(self.collection))
        add_theme_assets(self.assets)

    @property
    def base_path(self) -> str:
        """The path under which the site is served, `/` unless its address says otherwise."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    @property
    def tile_origins(self) -> tuple[str, ...]:
        """The origins of the configured tile layer; none without one."""
        return tile_host(self.options.tiles)

    @cached_property
    def downloads(self) -> SiteDownloads:
        """The files for readers to download."""
        return SiteDownloads(self.collection, self.site_url)

    @property
    def content_security_policy(self) -> str:
        """What a page may load: its own files, and nothing from anywhere else but a configured tile server."""
        # The live preview of MkDocs injects a script of its own into each page and asks its server for news.
        script = "'self' 'unsafe-inline'" if self.is_preview else "'self'"
        connect = "'self'" if self.is_preview else "'none'"
        images = " ".join(["'self'", "data:", *self.tile_origins])
        return (
            f"default-src 'none'; script-src {script}; style-src 'self'; img-src {images}; font-src 'self'; "
            f"connect-src {connect}; base-uri 'none'; form-action 'self'"
        )


def _given_traditional_names(collection: Collection) -> dict[str, str]:
    """Names whose traditional form is given, since a conversion by dictionary might miss it."""
    names: dict[str, str] = {}
    for figure in collection.figures.values():
        forms = [(name.zh, name.zh_hant) for name in figure.names.others]
        names |= {zh: given for zh, given in [(figure.names.zh, figure.names.zh_hant), *forms] if given}
    for place in [
        *(site.names for site in collection.sites.values()),
        *(base.names for base in collection.bases.values()),
    ]:
        if place.zh_hant:
            names[place.zh] = place.zh_hant
    for person in collection.people.values():
        if person.names.zh and person.names.zh_hant:
            names[person.names.zh] = person.names.zh_hant
    return names
