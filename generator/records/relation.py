"""What binds a person to a person or to a place: closed lists of kinds, so that their words can be translated."""

from enum import StrEnum

from generator.records.fact import Fact
from generator.records.model import RecordId
from generator.records.text import LocalizedText


class PersonRelationKind(StrEnum):
    """What binds two people."""

    CO_DEFENDANT = "co_defendant"
    COUNSEL = "counsel"
    SAME_ORGANISATION = "same_organisation"
    TEACHER_OF_SPOUSE = "teacher_of_spouse"
    NEIGHBOURS = "neighbours"
    NEIGHBOURS_AND_FIELD = "neighbours_and_field"
    PUBLISHING = "publishing"
    SHARED_ASSOCIATE = "shared_associate"
    SHARED_CIRCLE = "shared_circle"
    SAME_SCHOOL = "same_school"
    SAME_UNIVERSITY = "same_university"
    SAME_OFFICE = "same_office"
    SAME_ACADEMY = "same_academy"
    BUSINESS_PARTNER = "business_partner"
    CLANSMAN = "clansman"
    SAME_HOUSE = "same_house"


class PlaceRelationKind(StrEnum):
    """What binds a person to a place."""

    BORN_AT = "born_at"
    LIVED_AT = "lived_at"
    OWNED = "owned"
    FOUNDED = "founded"
    COMMEMORATED_AT = "commemorated_at"
    DONATED_TO = "donated_to"
    CONNECTED_WITH = "connected_with"


class PersonRelation(Fact):
    """A relation to another figure, or to a context person of `content/people.yml`.

    `inferred` says that it follows from two sourced facts while no page states the relation itself.
    """

    person: RecordId
    kind: PersonRelationKind
    text: LocalizedText
    inferred: bool = False


class PlaceRelation(Fact):
    """A relation of the figure whose file this is to a site or a base."""

    place: RecordId
    kind: PlaceRelationKind
    text: LocalizedText | None = None


class SitePerson(Fact):
    """Somebody else whom a site remembers: a context person (`person`), or only a name."""

    person: RecordId | None = None
    name: LocalizedText | None = None
    kind: PlaceRelationKind = PlaceRelationKind.CONNECTED_WITH
    text: LocalizedText | None = None
