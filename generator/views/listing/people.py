"""The people that rows name by id: figures, whose rows say their names, and context people, whom a register holds."""

from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.texts import Shown


def person_name(context: ViewContext, person_id: str) -> Shown | None:
    """What a person is called; None for an id that nobody has."""
    if (figure := context.index.people.get(person_id)) is not None:
        return figure.name
    person = context.collection.people.get(person_id)
    return context.texts.shown(person.names) if person is not None else None


def person_href(context: ViewContext, links: Links, person_id: str) -> str | None:
    """The link to a person's page; None for those who have none."""
    return links.to_record("figure", person_id) if person_id in context.index.people else None
