"""A notable figure: one file of `figures/`."""

from enum import StrEnum

from pydantic import Field

from generator.records.dates import HistoricalDate
from generator.records.fact import Fact, TextFact
from generator.records.model import PlainText, Record, RecordId
from generator.records.relation import PersonRelation, PlaceRelation
from generator.records.review import ReviewStep
from generator.records.text import LocalizedText


class NameKind(StrEnum):
    """What kind of name another name is."""

    COURTESY = "courtesy"
    """字, taken at coming of age."""
    ART = "art"
    """号, chosen by the bearer."""
    PEN = "pen"
    """笔名."""
    FORMER = "former"
    """原名, an earlier name."""
    OTHER = "other"
    """Also known as; its kind was not found."""


class OtherName(Fact):
    """A name beside the main one. `pinyin` is needed only where the usual reading is wrong."""

    kind: NameKind
    zh: PlainText
    zh_hant: PlainText | None = Field(default=None, alias="zh-Hant")
    pinyin: PlainText | None = None
    en: PlainText | None = None


class PersonNames(Record):
    """What a person is called. `pinyin` has tones, surname and given name apart: `Shǐ Liáng`."""

    zh: PlainText
    zh_hant: PlainText | None = Field(default=None, alias="zh-Hant")
    pinyin: PlainText
    en: PlainText
    surname_length: int = Field(default=1, ge=1, le=3)
    others: tuple[OtherName, ...] = ()

    @property
    def surname(self) -> str:
        """The Chinese surname."""
        return self.zh[: self.surname_length]

    @property
    def given(self) -> str:
        """The Chinese given name."""
        return self.zh[self.surname_length :]


class FieldOfWork(StrEnum):
    """The field in which a figure is notable."""

    LAW = "law"
    PUBLISHING = "publishing"
    EDUCATION = "education"
    INDUSTRY = "industry"
    MATHEMATICS = "mathematics"
    LANGUAGE = "language"
    MUSIC = "music"
    ECONOMICS = "economics"
    MEDICINE = "medicine"
    ART = "art"


class CityLink(StrEnum):
    """What binds a figure to the city of the collection."""

    BORN = "born"
    NATIVE_PLACE = "native_place"
    CHILDHOOD = "childhood"
    CAREER = "career"
    RESIDENCE = "residence"


class LifeEvent(Fact):
    """Birth or death. `place` is an id of the gazetteer `sites_map/places.yml`, `place_text` the place in words."""

    date: HistoricalDate
    original: LocalizedText | None = None
    place: RecordId | None = None
    place_text: LocalizedText | None = None


class Membership(Fact):
    """An organisation that the figure belonged to, with the office held there. `id` groups equal organisations."""

    id: RecordId
    organisation: LocalizedText
    role: LocalizedText | None = None
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None


class Role(Fact):
    """An office or a calling."""

    title: LocalizedText
    since: HistoricalDate | None = Field(default=None, alias="from")
    until: HistoricalDate | None = Field(default=None, alias="to")


class Event(Fact):
    """An event of the figure's life. `original` keeps the wording of the source (reign year, lunar date).

    `posthumous` says that it came after death on purpose: a funeral, an honour.
    """

    date: HistoricalDate
    text: LocalizedText
    original: LocalizedText | None = None
    place: RecordId | None = None
    posthumous: bool = False


class Work(Fact):
    """Something that the figure wrote, edited, painted, composed or founded."""

    title: LocalizedText
    date: HistoricalDate | None = None


class Portrait(Record):
    """A portrait whose licence is known. Without one, a seal of the name's characters is drawn instead."""

    file: PlainText
    licence: PlainText
    credit: LocalizedText
    description: LocalizedText


class ExternalIdentifiers(Record):
    """Numbers of the same person elsewhere."""

    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$")
    viaf: str | None = Field(default=None, pattern=r"^[1-9][0-9]*$")


class Figure(Record):
    """A notable figure. The file name is the id."""

    id: RecordId
    draft: bool = False
    prominence: int = Field(default=0, ge=0, le=100)
    names: PersonNames
    disambiguation: LocalizedText | None = None
    summary: LocalizedText | None = None
    fields: tuple[FieldOfWork, ...] = ()
    city_links: tuple[CityLink, ...] = ()
    born: LifeEvent | None = None
    died: LifeEvent | None = None
    birthplace: TextFact | None = None
    native_place: TextFact | None = None
    organisations: tuple[Membership, ...] = ()
    roles: tuple[Role, ...] = ()
    timeline: tuple[Event, ...] = ()
    works: tuple[Work, ...] = ()
    biography: TextFact | None = None
    relations: tuple[PersonRelation, ...] = ()
    places: tuple[PlaceRelation, ...] = ()
    portrait: Portrait | None = None
    identifiers: ExternalIdentifiers = ExternalIdentifiers()
    review: tuple[ReviewStep, ...] = ()
