"""A context person: somebody whom the records mention and who has no page, as `content/people.yml` lists them."""

from generator.records.model import Record, RecordId
from generator.records.text import LocalizedText


class ContextPerson(Record):
    """Somebody outside the collection, so that relations can name them."""

    id: RecordId
    names: LocalizedText
    note: LocalizedText | None = None


class PersonRegister(Record):
    """The file `content/people.yml`."""

    people: tuple[ContextPerson, ...]
