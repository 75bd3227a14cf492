"""What a production is asked for, what it works with, and what comes of it."""

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from generator.editions.options import EditionOptions
from generator.editions.production.cache import Cache
from generator.editions.production.kept import KeptFiles, Mark
from generator.editions.production.session import Session
from generator.editions.production.storage import Places
from generator.editions.written_pages import MarkdownOptions
from generator.records.finding import Finding
from generator.release.page_links import PageLinks
from generator.shell.engines import RenderPrototypes


@dataclass(frozen=True)
class Order:
    """What is to be produced."""

    root: Path
    options: EditionOptions
    site_url: str
    markdown: MarkdownOptions
    is_preview: bool = False


@dataclass(frozen=True)
class Means:
    """What a production works with."""

    places: Places
    render_prototypes: RenderPrototypes
    executor: Executor
    workers: int
    cache: Cache
    kept: KeptFiles
    """The files of the production before."""
    folder: Path | None
    """The folder of the outputs, if it is one of this machine; else no file can be kept."""
    session: Session = field(default_factory=Session)
    """What a process knows that produces the same site again and again."""


@dataclass(frozen=True)
class Product:
    """What was produced. The files lie in the outputs; `links` are those of its pages."""

    sizes: Mapping[str, int]
    """The length of each file in bytes, by its path."""
    links: Iterable[PageLinks]
    findings: list[Finding]
    """What came to light while pages were made, such as a character that no font has."""
    tile_origins: tuple[str, ...]
    marks: Mapping[str, Mark]
    """How each file was left."""
