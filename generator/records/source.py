"""A source: a page, article or book that facts rest on, as `content/sources.yml` registers it."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.records.dates import HistoricalDate
from generator.records.model import PlainText, Record, SourceId
from generator.records.text import LocalizedText

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>`\\]{3,500}$")]


class Tier(StrEnum):
    """How near a source stands to what it reports."""

    A = "A"
    """Official or institutional: an authority or the institution itself."""
    B = "B"
    """Press, encyclopaedia, scholarship."""
    C = "C"
    """Copies, travel pages, aggregators: a lead, never sole proof of a contested fact."""
    NONE = "none"
    """General knowledge, for which no page was found."""


class Access(StrEnum):
    """By what way the source was reached."""

    ORIGINAL = "original"
    MIRROR = "mirror"


class ReadExtent(StrEnum):
    """How much of the source its reader read."""

    FULL = "full"
    PARTIAL = "partial"
    EXCERPT = "excerpt"
    NONE = "none"


class Source(Record):
    """One source. `url` is given only if it is the publisher's own address."""

    id: SourceId
    tier: Tier
    title: PlainText
    publisher: PlainText | None = None
    date: HistoricalDate | None = None
    url: WebAddress | None = None
    access: Access = Access.ORIGINAL
    read: ReadExtent
    note: LocalizedText | None = None


class SourceRegister(Record):
    """The file `content/sources.yml`."""

    sources: tuple[Source, ...]
