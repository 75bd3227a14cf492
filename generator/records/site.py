"""A heritage site: one file of `sites_map/sites/`."""

from enum import StrEnum

from pydantic import Field

from generator.records.coordinates import Coordinates
from generator.records.dates import HistoricalDate
from generator.records.fact import Fact, TextFact
from generator.records.model import PlainText, Record, RecordId
from generator.records.relation import SitePerson
from generator.records.review import ReviewStep
from generator.records.text import LocalizedText


class PlaceNames(Record):
    """What a place is called. `others` are further names, only for search."""

    zh: PlainText
    zh_hant: PlainText | None = Field(default=None, alias="zh-Hant")
    pinyin: PlainText | None = None
    en: PlainText
    others: tuple[PlainText, ...] = ()


class Scope(StrEnum):
    """Where a site lies."""

    LANE = "lane"
    NEAR = "near"
    CITY = "city"


class ProtectionLevel(StrEnum):
    """The level at which a place is protected by law (文物保护单位)."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"


class Protection(Fact):
    """Legal protection. A site without this block is one of which nothing was *found*, not one unprotected."""

    level: ProtectionLevel
    batch: PlainText | None = None
    since: HistoricalDate | None = None
    earlier: LocalizedText | None = None


class FourParts(Record):
    """What the programme asks of a place: that it have people, a carrier, a tradition and a character."""

    people: TextFact | None = None
    carrier: TextFact | None = None
    tradition: TextFact | None = None
    character: TextFact | None = None


class Site(Fact):
    """A heritage site. Its own sources are those of the summary and of whatever names none itself."""

    id: RecordId
    draft: bool = False
    names: PlaceNames
    kind: LocalizedText
    scope: Scope
    period: LocalizedText | None = None
    summary: LocalizedText | None = None
    location: LocalizedText | None = None
    address: TextFact | None = None
    coordinates: Coordinates | None = None
    protection: Protection | None = None
    conservation: TextFact | None = None
    four_parts: FourParts = FourParts()
    people: tuple[SitePerson, ...] = ()
    review: tuple[ReviewStep, ...] = ()
