"""The programme behind the collection, as `content/programme.yml` tells it from one published article.

The numbers and lists are those of the article; what it does not name (persons, the items of the negative list) has no
field here, so that nobody can fill the gap.
"""

from pydantic import Field

from generator.records.dates import HistoricalDate
from generator.records.fact import Fact
from generator.records.model import Record, RecordId
from generator.records.text import LocalizedText


class ProgrammePart(Fact):
    """One of the three parts of the project (ten, hundred, thousand): what it is called and what it does."""

    id: RecordId
    number: int = Field(ge=1)
    title: LocalizedText
    text: LocalizedText | None = None
    points: tuple[LocalizedText, ...] = ()
    slogan: tuple[LocalizedText, ...] = ()


class PoolCount(Record):
    """How many people one tier of the pool holds."""

    id: RecordId
    label: LocalizedText
    number: int = Field(ge=0)


class TalentPool(Fact):
    """The one database: how people come into it, in the order of the steps, and how many it holds."""

    title: LocalizedText
    text: LocalizedText | None = None
    procedure: tuple[LocalizedText, ...] = ()
    counts: tuple[PoolCount, ...] = ()

    @property
    def total(self) -> int:
        """The sum of the counts; the article itself gives no total."""
        return sum(count.number for count in self.counts)


class Measure(Fact):
    """One of the sets of measures, with the mechanisms that it names."""

    number: int = Field(ge=1)
    title: LocalizedText
    text: LocalizedText | None = None
    mechanisms: tuple[LocalizedText, ...] = ()


class NegativeList(Fact):
    """The negative list: only its aspects and the number of its items are public."""

    title: LocalizedText
    aspects: tuple[LocalizedText, ...] = ()
    items: int = Field(ge=0)


class Effect(Fact):
    """One effect that the article reports."""

    title: LocalizedText
    text: LocalizedText | None = None


class Programme(Fact):
    """The file `content/programme.yml`."""

    title: LocalizedText
    issuer: LocalizedText | None = None
    published: HistoricalDate | None = None
    project: LocalizedText | None = None
    system: LocalizedText | None = None
    system_meaning: LocalizedText | None = None
    summary: LocalizedText | None = None
    scope: tuple[LocalizedText, ...] = ()
    parts: tuple[ProgrammePart, ...] = ()
    pool: TalentPool | None = None
    measures: tuple[Measure, ...] = ()
    negative_list: NegativeList | None = None
    effects: tuple[Effect, ...] = ()
    next_steps: LocalizedText | None = None
