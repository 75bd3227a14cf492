"""An education base (爱国统一战线教育基地): one file of `sites_map/bases/`."""

from enum import StrEnum

from generator.records.coordinates import Coordinates
from generator.records.dates import HistoricalDate
from generator.records.fact import Fact, TextFact
from generator.records.model import RecordId
from generator.records.review import ReviewStep
from generator.records.site import PlaceNames


class Theme(StrEnum):
    """What a base is about."""

    RESIDENCE = "residence"
    LANE = "lane"
    MEMORIAL = "memorial"
    ORGANISATION = "organisation"
    MUSEUM = "museum"


class Naming(Fact):
    """A naming as education base of the city: only when a source says so. `batch` counts from 1."""

    batch: int
    date: HistoricalDate | None = None


class PracticalKind(StrEnum):
    """What a visitor wants to know."""

    OPENING = "opening"
    BOOKING = "booking"
    TELEPHONE = "telephone"
    FEE = "fee"


class PracticalFact(TextFact):
    """A practical fact, which ages: after `expires` it must be checked again."""

    kind: PracticalKind
    expires: HistoricalDate | None = None


class BasePerson(Fact):
    """A figure whom the base shows. `inferred` as in a relation."""

    person: RecordId
    inferred: bool = False


class Base(Fact):
    """An education base. Without `naming`, no page that was found names it one."""

    id: RecordId
    draft: bool = False
    names: PlaceNames
    theme: Theme
    site: RecordId | None = None
    address: TextFact | None = None
    naming: Naming | None = None
    statuses: tuple[TextFact, ...] = ()
    see: TextFact | None = None
    school_programmes: tuple[TextFact, ...] = ()
    practical: tuple[PracticalFact, ...] = ()
    figures: tuple[BasePerson, ...] = ()
    coordinates: Coordinates | None = None
    review: tuple[ReviewStep, ...] = ()
