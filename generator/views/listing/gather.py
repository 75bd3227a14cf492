"""From a record to its rows: the part of the lists that can be made record by record, on any process."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.archive.collection import AnyRecord
from generator.archive.digest import birth_order
from generator.archive.references import citations_of, facts_of, sources_of
from generator.records.base import Base
from generator.records.coordinates import Coordinates
from generator.records.dates import HistoricalDate
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.finding import FieldPath
from generator.records.relation import PlaceRelation, PlaceRelationKind, SitePerson
from generator.records.site import Site
from generator.records.source import Tier
from generator.shell.html import Html
from generator.views.anchors import fact_anchors, nearest_anchor
from generator.views.dates import machine_date
from generator.views.listing.record_links import record_links
from generator.views.listing.rows import (
    ROOT,
    CitationRow,
    EventRow,
    EventTold,
    FactCounts,
    FigureRow,
    NoteRow,
    PlacePoint,
    PlaceRow,
    RecordRows,
    TieRow,
)
from generator.views.markup.brief import BriefMarks
from generator.views.markup.lines import event_line, linked, tie_line
from generator.views.texts import Shown

if TYPE_CHECKING:
    from generator.views.context import ViewContext

_AT_HOME = frozenset({PlaceRelationKind.BORN_AT, PlaceRelationKind.LIVED_AT, PlaceRelationKind.OWNED})
_TIERS = tuple(Tier)


class RowMaker:
    """Makes the rows of records, on any process. A window on the collection that knows what they refer to is enough."""

    def __init__(self, context: "ViewContext") -> None:
        self._context = context
        self._marks = BriefMarks(context.t, context.collection.sources)
        self._ranks = {key: _TIERS.index(source.tier) for key, source in context.collection.sources.items()}
        links = context.links("")
        self._to = {kind: record_links(links, kind, ROOT) for kind in ("figure", "site", "base")}

    def rows(self, kind: str, record: AnyRecord, is_brief: bool = False) -> RecordRows:
        """What a record gives to the pages that tell of many.

        `is_brief` leaves out what only a small collection shows, which is half of it (`index.MOST_DETAILED`).
        """
        context = self._context
        anchors = fact_anchors(record)
        figure: FigureRow | None = None
        place: PlaceRow | None = None
        events: tuple[EventRow, ...] = ()
        ties: tuple[TieRow, ...] = ()
        if isinstance(record, Figure):
            figure = _figure_row(context, record)
            events = self._events(record, figure, anchors, is_brief)
            ties = self._figure_ties(record, figure.name, anchors)
        elif isinstance(record, Site):
            place = _site_row(context, record)
            ties = self._site_ties(record, place.name, anchors)
        elif isinstance(record, Base):
            place = _base_row(context, record)
        title = context.texts.name(record.names).text
        citations = _sources(record) if is_brief else _citations(context, record, anchors)
        facts = _fact_counts(record, self._ranks)
        rows = RecordRows(kind, record.id, title, figure, place, events, ties, citations, facts)
        return rows.brief() if is_brief else rows

    def _events(
        self, figure: Figure, row: FigureRow, anchors: Mapping[FieldPath, str], is_brief: bool
    ) -> tuple[EventRow, ...]:
        texts, to_figure = self._context.texts, self._to["figure"]
        life = to_figure(figure.id, "life")
        rows = []
        for index, event in enumerate(figure.timeline):
            date = event.date
            note = _note(event)
            told = EventTold(
                texts.date(date),
                machine_date(date),
                texts.shown(event.text),
                texts.optional(event.original),
                self._context.town_name(event.place),
                note,
            )
            mark_html = self._marks.mark(note, to_figure(figure.id, anchors["timeline", index]))
            line_html = event_line(told, row.name, life, mark_html)
            rows.append(EventRow(figure.id, row.birth, when(date), date.year, None if is_brief else told, line_html))
        return tuple(rows)

    def _figure_ties(self, figure: Figure, name: Shown, anchors: Mapping[FieldPath, str]) -> tuple[TieRow, ...]:
        texts, to_figure = self._context.texts, self._to["figure"]
        own_html = linked(name, to_figure(figure.id))
        rows = []
        for index, relation in enumerate(figure.relations):
            other_html = self._person(relation.person)
            if other_html is not None:
                text, note = texts.shown(relation.text), _note(relation, relation.inferred)
                mark_html = self._marks.mark(note, to_figure(figure.id, anchors["relations", index]))
                word = self._context.t(f"relation_{relation.kind.value}")
                line_html = tie_line(own_html, word, other_html, text, mark_html)
                rows.append(
                    TieRow(
                        figure.id, relation.person, False, relation.kind.value, text, relation.inferred, note, line_html
                    )
                )
        for index, stay in enumerate(figure.places):
            kind = self._context.place_kind(stay.place)
            names = self._context.place_names(stay.place)
            if kind is not None and names is not None:
                href = to_figure(figure.id, anchors["places", index])
                place_html = linked(texts.name(names), self._to[kind](stay.place))
                rows.append(self._stay(figure.id, stay.place, stay, own_html, place_html, href))
        return tuple(rows)

    def _site_ties(self, site: Site, name: Shown, anchors: Mapping[FieldPath, str]) -> tuple[TieRow, ...]:
        to_site = self._to["site"]
        place_html = linked(name, to_site(site.id))
        rows = []
        for index, each in enumerate(site.people):
            person_html = self._person(each.person) if each.person is not None else None
            if each.person is not None and person_html is not None:
                href = to_site(site.id, anchors["people", index])
                rows.append(self._stay(each.person, site.id, each, person_html, place_html, href))
        return tuple(rows)

    def _stay(
        self, person: str, place: str, bond: PlaceRelation | SitePerson, person_html: Html, place_html: Html, href: str
    ) -> TieRow:
        text, note = self._context.texts.optional(bond.text), _note(bond)
        word = self._context.t(f"place_relation_{bond.kind.value}")
        line_html = tie_line(person_html, word, place_html, text, self._marks.mark(note, href))
        return TieRow(person, place, True, bond.kind.value, text, False, note, line_html)

    def _person(self, person: str) -> Html | None:
        """A person's name with the link; None for an id that nobody has."""
        name = self._context.person_name(person)
        if name is None:
            return None
        return linked(name, self._to["figure"](person) if person in self._context.collection.figures else None)


@lru_cache(maxsize=4096)
def when(date: HistoricalDate) -> str:
    """A text that sorts as the date does."""
    first, last = date.earliest, date.latest
    return f"{first[0] + 10000:05}{first[1]:02}{first[2]:02}{last[0] + 10000:05}{last[1]:02}{last[2]:02}{date.text}"


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


def _sources(record: AnyRecord) -> tuple[CitationRow, ...]:
    """The sources of the record alone."""
    return tuple(CitationRow(source, ()) for source in dict.fromkeys(sources_of(record)))


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


def _fact_counts(record: AnyRecord, ranks: Mapping[str, int]) -> FactCounts:
    """The counts of a record's facts. `ranks` has the place of each source's tier among the tiers, the best first."""
    total = sourced = verified = variants = 0
    tiers = [0, 0, 0, 0]
    for _, fact in facts_of(record):
        total += 1
        if fact.sources:
            sourced += 1
            verified += fact.verified
        if fact.variants:
            variants += 1
        known = [ranks[each] for each in fact.sources if each in ranks]
        tiers[min(known) if known else -1] += 1
    return FactCounts(total, sourced, verified, total - verified, variants, (tiers[0], tiers[1], tiers[2], tiers[3]))
