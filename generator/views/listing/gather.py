"""From a record to its rows: the part of the lists that can be made record by record, on any process."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from generator.archive.collection import AnyRecord
from generator.archive.digest import birth_order
from generator.archive.references import citations_of, facts_of
from generator.records.base import Base
from generator.records.coordinates import Coordinates
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.finding import FieldPath
from generator.records.relation import PlaceRelationKind
from generator.records.site import Site
from generator.records.source import Source, Tier
from generator.views.anchors import fact_anchors, nearest_anchor
from generator.views.dates import machine_date
from generator.views.listing.rows import (
    CitationRow,
    EventRow,
    FactCounts,
    FigureRow,
    NoteRow,
    PlacePoint,
    PlaceRow,
    RecordRows,
    TieRow,
)

if TYPE_CHECKING:
    from generator.views.context import ViewContext

_AT_HOME = frozenset({PlaceRelationKind.BORN_AT, PlaceRelationKind.LIVED_AT, PlaceRelationKind.OWNED})
_TIERS = tuple(Tier)


def rows_of(context: "ViewContext", kind: str, record: AnyRecord) -> RecordRows:
    """What a record gives to the pages that tell of many. It reads this record and the registers, no other record."""
    anchors = fact_anchors(record)
    figure: FigureRow | None = None
    place: PlaceRow | None = None
    events: tuple[EventRow, ...] = ()
    ties: tuple[TieRow, ...] = ()
    if isinstance(record, Figure):
        figure = _figure_row(context, record)
        events = _events(context, record, anchors)
        ties = _figure_ties(context, record, anchors)
    elif isinstance(record, Site):
        place = _site_row(context, record)
        ties = _site_ties(context, record, anchors)
    elif isinstance(record, Base):
        place = _base_row(context, record)
    return RecordRows(
        kind,
        record.id,
        context.texts.name(record.names).text,
        figure,
        place,
        events,
        ties,
        _citations(context, record, anchors),
        _fact_counts(record, context.collection.sources),
    )


def _figure_row(context: "ViewContext", figure: Figure) -> FigureRow:
    texts, born, died = context.texts, figure.born, figure.died
    return FigureRow(
        id=figure.id,
        birth=birth_order(figure),
        name=texts.name(figure.names),
        pinyin=figure.names.pinyin,
        line=texts.optional(figure.summary),
        years=texts.years(figure),
        born=born.date.year if born else None,
        died=died.date.year if died else None,
        died_by=died.date.latest[0] if died else None,
        fields=tuple(each.value for each in figure.fields),
        organisations=tuple((each.id, texts.plain(each.organisation)) for each in figure.organisations),
        links=tuple(each.value for each in figure.city_links),
        prominence=figure.prominence,
        is_draft=figure.draft,
        homes=tuple(each.place for each in figure.places if each.kind in _AT_HOME),
    )


def _note(fact: Fact, inferred: bool = False) -> NoteRow:
    return NoteRow(fact.sources, fact.verified, fact.variants, fact.note, inferred)


def _events(context: "ViewContext", figure: Figure, anchors: Mapping[FieldPath, str]) -> tuple[EventRow, ...]:
    texts = context.texts
    return tuple(
        EventRow(
            figure.id,
            (event.date.earliest, event.date.latest, event.date.text),
            event.date.year,
            texts.date(event.date),
            machine_date(event.date),
            texts.shown(event.text),
            texts.optional(event.original),
            context.town_name(event.place),
            _note(event),
            anchors["timeline", index],
        )
        for index, event in enumerate(figure.timeline)
    )


def _figure_ties(context: "ViewContext", figure: Figure, anchors: Mapping[FieldPath, str]) -> tuple[TieRow, ...]:
    texts = context.texts
    people = (
        TieRow(
            figure.id,
            each.person,
            False,
            each.kind.value,
            texts.shown(each.text),
            _note(each, each.inferred),
            anchors["relations", index],
        )
        for index, each in enumerate(figure.relations)
    )
    places = (
        TieRow(
            figure.id,
            each.place,
            True,
            each.kind.value,
            texts.optional(each.text),
            _note(each),
            anchors["places", index],
        )
        for index, each in enumerate(figure.places)
    )
    return (*people, *places)


def _site_ties(context: "ViewContext", site: Site, anchors: Mapping[FieldPath, str]) -> tuple[TieRow, ...]:
    return tuple(
        TieRow(
            each.person,
            site.id,
            True,
            each.kind.value,
            context.texts.optional(each.text),
            _note(each),
            anchors["people", index],
            is_told_by_place=True,
        )
        for index, each in enumerate(site.people)
        if each.person is not None
    )


def _site_row(context: "ViewContext", site: Site) -> PlaceRow:
    texts, level = context.texts, site.protection.level.value if site.protection else None
    return PlaceRow(
        kind="site",
        id=site.id,
        group=site.scope.value,
        grade=level or "none",
        name=texts.name(site.names),
        pinyin=site.names.pinyin,
        sort_name=site.names.pinyin or site.names.en,
        line=texts.optional(site.summary),
        about=texts.plain(site.kind),
        address=texts.optional(site.address.text if site.address else site.location),
        labels=(context.t(f"protection_short_{level}"),) if level else (),
        people=_distinct(each.person for each in site.people),
        point=_point(site.coordinates),
    )


def _base_row(context: "ViewContext", base: Base) -> PlaceRow:
    texts, naming = context.texts, base.naming
    return PlaceRow(
        kind="base",
        id=base.id,
        group=base.theme.value,
        grade=str(naming.batch) if naming else "none",
        name=texts.name(base.names),
        pinyin=base.names.pinyin,
        sort_name=base.names.pinyin or base.names.en,
        line=texts.optional(base.see.text if base.see else None),
        about=context.t(f"theme_{base.theme.value}"),
        address=texts.optional(base.address.text if base.address else None),
        labels=(context.t("naming_short", batch=naming.batch),) if naming else (),
        people=_distinct(each.person for each in base.figures),
        point=_point(base.coordinates),
    )


def _distinct(people: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in people if each is not None))


def _point(coordinates: Coordinates | None) -> PlacePoint | None:
    return PlacePoint(*coordinates.to_wgs84(), coordinates.precision_m) if coordinates is not None else None


def _citations(context: "ViewContext", record: AnyRecord, anchors: Mapping[FieldPath, str]) -> tuple[CitationRow, ...]:
    """The sources of the record in the order in which it first names them; each label once, with its first place."""
    found: dict[str, dict[str, str]] = {}
    for path, source in citations_of(record):
        fields = found.setdefault(source, {})
        label = _field_label(context, record, path)
        if label not in fields:
            fields[label] = nearest_anchor(anchors, path)
    return tuple(CitationRow(source, tuple(fields.items())) for source, fields in found.items())


def _field_label(context: "ViewContext", record: AnyRecord, path: FieldPath) -> str:
    """What a reader calls the field at `path`: `Life, 1936`."""
    t = context.t
    if not path or path[0] in ("sources", "variants"):
        return t("field_record")
    if path[0] == "four_parts" and len(path) > 1:
        return t(f"four_parts_{path[1]}")
    label = t(f"field_{path[0]}")
    if path[0] == "timeline" and len(path) > 1 and isinstance(path[1], int) and isinstance(record, Figure):
        return f"{label} {context.texts.date(record.timeline[path[1]].date)}"
    return label


def _fact_counts(record: AnyRecord, register: Mapping[str, Source]) -> FactCounts:
    total = sourced = verified = variants = 0
    tiers = [0, 0, 0, 0]
    for _, fact in facts_of(record):
        total += 1
        if fact.sources:
            sourced += 1
            verified += fact.verified
        variants += bool(fact.variants)
        known = [_TIERS.index(register[each].tier) for each in fact.sources if each in register]
        tiers[min(known, default=len(_TIERS) - 1)] += 1
    return FactCounts(total, sourced, verified, total - verified, variants, (tiers[0], tiers[1], tiers[2], tiers[3]))
