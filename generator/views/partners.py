"""The people and places that a record is bound to, one row for each bond."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.views.notes import FactNote
from generator.views.texts import Shown


class BondRow(NamedTuple):
    """A person or a place that a record is bound to: who or what, how, and the link where there is a page."""

    name: Shown
    href: str | None
    kind: str
    text: Shown | None
    note: FactNote
    anchor: str
    about: Shown | None = None


def by_partner(rows: Iterable[BondRow]) -> list[list[BondRow]]:
    """Bonds to one person or place together, in the order in which each was first named."""
    partners: dict[tuple[Shown, str | None], list[BondRow]] = {}
    for row in rows:
        partners.setdefault((row.name, row.href), []).append(row)
    return list(partners.values())
