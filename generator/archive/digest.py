"""What the rest of a collection must know of a record, small enough to hold for every record at once."""

import json
from collections.abc import Collection, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.archive.condensed import condense, restore
from generator.archive.references import sources_of
from generator.records.base import Base
from generator.records.figure import Figure, PersonNames
from generator.records.model import Record
from generator.records.route import Route
from generator.records.site import Site

AnyRecord = Figure | Site | Base | Route

RECORD_CLASSES: dict[str, type[AnyRecord]] = {"figure": Figure, "site": Site, "base": Base, "route": Route}
"""The kinds of records that have a page, in the order in which collections list them."""

Key = tuple[str, str]
"""Kind and id of a record."""

_CARD = frozenset({"id", "draft"})
_TELL_SUMMARIES = frozenset({"base"})
"""The kinds of records whose pages tell the summary of a figure that they are bound to; all others tell its name."""
_TIES = {"relations": "person", "places": "place"}
_FIGURE_STUB = _CARD | {"names", *_TIES}
_STUB_NAMES = frozenset({"zh", "zh_hant", "pinyin", "en", "surname_length"})


class Tie(NamedTuple):
    """A relation that a figure's file states: the field it stands in, the id it names, and itself as JSON."""

    field: str
    target: str
    condensed: str


class Digest(NamedTuple):
    """One record in brief."""

    kind: str
    id: str
    file: str
    is_draft: bool
    birth: tuple[Any, ...]
    """By which records of a kind follow each other: figures by birth, all others by id."""
    persons: tuple[str, ...]
    """The ids of people whom the record names; each a figure or a context person."""
    places: tuple[str, ...]
    """The ids of places that the record names; each a site or a base."""
    given_names: tuple[tuple[str, str], ...]
    """Each simplified name with its traditional form, where the record gives one."""
    card: str
    """As JSON, what pages of any other record may tell of this one. Places are few beside figures: all of them."""
    summary: str
    """As JSON, the summary of a figure; empty without one."""
    ties: tuple[Tie, ...]
    mentions: str
    """The entries of registers on which the record rests, parted by blanks: `sources/novel people/somebody`."""
    fingerprint: str
    """What stands for all that pages of other records may tell of this one, but its summary."""

    @property
    def key(self) -> Key:
        """Kind and id."""
        return self.kind, self.id

    def told(self, reader: str) -> str:
        """What stands for all that pages of records of the kind `reader` may tell of this one."""
        return self.fingerprint + self.summary if reader in _TELL_SUMMARIES else self.fingerprint

    def stub(self, targets: Collection[str], reader: str) -> str:
        """The condensed record as JSON, as pages of the kind `reader` tell it, with those of its ties that lead to
        `targets`.
        """
        if self.kind != "figure":
            return self.card
        summary = f',"summary":{self.summary}' if self.summary and reader in _TELL_SUMMARIES else ""
        ties = {field: [tie.condensed for tie in self.ties if tie.field == field and tie.target in targets]
                for field in _TIES}  # fmt: skip
        rows = "".join(f',"{field}":[{",".join(rows)}]' for field, rows in ties.items() if rows)
        return f"{self.card[:-1]}{summary}{rows}}}"


def restore_stub(kind: str, stub: str, reader: str) -> AnyRecord:
    """A record of which only what pages of the kind `reader` may tell is there. Reading anything else is an
    AttributeError.
    """
    data = json.loads(stub)
    if kind != "figure":
        return restore(RECORD_CLASSES[kind], data)
    names = restore(PersonNames, data.pop("names"), _STUB_NAMES)
    figure = restore(Figure, data, _FIGURE_STUB | {"summary"} if reader in _TELL_SUMMARIES else _FIGURE_STUB)
    figure.__dict__["names"] = names
    return figure


def digest_of(kind: str, record: AnyRecord, file: str, condensed: Mapping[str, Any] | None = None) -> Digest:
    """The digest of a record that stands in `file`; the `condensed` record, where somebody has it already."""
    condensed = condense(record) if condensed is None else condensed
    persons, places = _named(record)
    card = dump(_card(condensed) if isinstance(record, Figure) else condensed)
    ties: tuple[Tie, ...] = ()
    if isinstance(record, Figure):
        ties = tuple(
            Tie(field, row[name], dump(row)) for field, name in _TIES.items() for row in condensed.get(field, ())
        )
    told = "\n".join((card, *(tie.condensed for tie in ties))).encode("utf-8", "surrogatepass")
    return Digest(
        kind,
        record.id,
        file,
        record.draft,
        birth_order(record) if isinstance(record, Figure) else (record.id,),
        persons,
        places,
        _given_names(record),
        card,
        dump(condensed["summary"]) if isinstance(record, Figure) and "summary" in condensed else "",
        ties,
        " ".join(
            (
                *(f"people/{each}" for each in persons),
                *(f"places/{each}" for each in _towns(record)),
                *(f"sources/{each}" for each in dict.fromkeys(sources_of(record))),
            )
        ),
        blake2b(told, digest_size=8).hexdigest(),
    )


def birth_order(figure: Figure) -> tuple[Any, ...]:
    """By which figures follow each other: the earliest born first, those whose birth is unknown at the end."""
    return figure.born is None, figure.born.date.earliest if figure.born else (0, 0, 0), figure.id


# Nothing that is dumped holds itself.
dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
"""JSON without a space to spare."""


def _card(condensed: Mapping[str, Any]) -> dict[str, Any]:
    card = {name: value for name, value in condensed.items() if name in _CARD}
    card["names"] = {name: value for name, value in condensed["names"].items() if name in _STUB_NAMES}
    return card


def _named(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the people and of the places that a record names."""
    persons: list[str | None] = []
    places: list[str | None] = []
    if isinstance(record, Figure):
        persons += (relation.person for relation in record.relations)
        places += (relation.place for relation in record.places)
    elif isinstance(record, Site):
        persons += (person.person for person in record.people)
    elif isinstance(record, Base):
        persons += (shown.person for shown in record.figures)
        places.append(record.site)
    elif isinstance(record, Route):
        places += (stop.site for stop in record.stops)
    return _each_once(persons), _each_once(places)


def _towns(record: Record) -> tuple[str, ...]:
    """The ids of the places of the gazetteer that a record names."""
    if not isinstance(record, Figure):
        return ()
    lives = (event.place for event in (record.born, record.died) if event is not None)
    return _each_once([*lives, *(event.place for event in record.timeline)])


def _each_once(ids: list[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in ids if each is not None))


def _given_names(record: AnyRecord) -> tuple[tuple[str, str], ...]:
    forms = [(record.names.zh, record.names.zh_hant)]
    if isinstance(record, Figure):
        forms += [(name.zh, name.zh_hant) for name in record.names.others]
    return tuple((zh, traditional) for zh, traditional in forms if traditional is not None)
