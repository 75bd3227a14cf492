"""What each record gives to each table. A table takes its columns from the data dictionary."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.archive.collection import AnyRecord, Collection
from generator.exports.csv_text import Row
from generator.records.base import Base
from generator.records.coordinates import Coordinates
from generator.records.dates import Day
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.site import PlaceNames, Site
from generator.records.source import Source
from generator.records.text import LocalizedText

Address = Callable[[str, str], str]
"""The address of a record's page from its kind and id."""


def _in_both(name: str, text: LocalizedText | None) -> Row:
    return {f"{name}_zh": text.zh if text else None, f"{name}_en": text.en if text else None}


def _place_names(names: PlaceNames) -> Row:
    return {
        "name_zh": names.zh,
        "pinyin": names.pinyin,
        "name_en": names.en,
        "other_names": "; ".join(names.others),
    }


def _position(coordinates: Coordinates | None) -> Row:
    if coordinates is None:
        return {"latitude": None, "longitude": None, "precision_m": None, "position_verified": None}
    latitude, longitude = coordinates.to_wgs84()
    return {
        "latitude": round(latitude, 6),
        "longitude": round(longitude, 6),
        "precision_m": coordinates.precision_m,
        "position_verified": coordinates.verified,
    }


def _trust(fact: Fact) -> Row:
    return {"verified": fact.verified, "sources": " ".join(fact.sources)}


def _contested(fact: Fact) -> Row:
    return {"verified": fact.verified, "has_variants": bool(fact.variants), "sources": " ".join(fact.sources)}


def _iso_day(day: Day) -> str:
    year, month, day_of_month = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day_of_month:02}"


def _figure(figure: Figure, sources: Iterable[str], address: Address) -> Iterator[Row]:
    names, born, died = figure.names, figure.born, figure.died
    organisations = [each.organisation for each in figure.organisations]
    yield {
        "id": figure.id,
        "name_zh": names.zh,
        "name_zh_hant": names.zh_hant,
        "pinyin": names.pinyin,
        "name_en": names.en,
        "other_names": "; ".join([other.zh for other in names.others]),
        "born": born.date.text if born else None,
        "born_doubtful": born.is_doubtful if born else None,
        "died": died.date.text if died else None,
        "died_doubtful": died.is_doubtful if died else None,
        **_in_both("birthplace", figure.birthplace.text if figure.birthplace else None),
        **_in_both("native_place", figure.native_place.text if figure.native_place else None),
        "fields": " ".join(figure.fields),
        "city_links": " ".join(figure.city_links),
        "organisations_zh": "; ".join([each.zh for each in organisations if each.zh]),
        "organisations_en": "; ".join([each.en for each in organisations if each.en]),
        **_in_both("summary", figure.summary),
        "wikidata": figure.identifiers.wikidata,
        "viaf": figure.identifiers.viaf,
        "sources": " ".join(sources),
        "page": address("figure", figure.id),
    }


def _site(site: Site, address: Address) -> Iterator[Row]:
    protection = site.protection
    yield {
        "id": site.id,
        **_place_names(site.names),
        **_in_both("kind", site.kind),
        "scope": site.scope.value,
        **_in_both("period", site.period),
        **_in_both("summary", site.summary),
        **_in_both("address", site.address.text if site.address else None),
        "protection_level": protection.level.value if protection else None,
        "protection_batch": protection.batch if protection else None,
        "protection_since": str(protection.since) if protection and protection.since else None,
        **_position(site.coordinates),
        **_trust(site),
        "page": address("site", site.id),
    }


def _base(base: Base, address: Address) -> Iterator[Row]:
    naming = base.naming
    yield {
        "id": base.id,
        **_place_names(base.names),
        "theme": base.theme.value,
        "site": base.site,
        **_in_both("address", base.address.text if base.address else None),
        "naming_batch": naming.batch if naming else None,
        "naming_date": str(naming.date) if naming and naming.date else None,
        **_in_both("see", base.see.text if base.see else None),
        "figures": " ".join(shown.person for shown in base.figures),
        **_position(base.coordinates),
        **_trust(base),
        "page": address("base", base.id),
    }


def _relation(
    person: str, other_kind: str, other: str, kind: str, text: LocalizedText | None, inferred: bool, fact: Fact
) -> Row:
    return {
        "person": person,
        "other_kind": other_kind,
        "other": other,
        "kind": kind,
        **_in_both("text", text),
        "inferred": inferred,
        **_contested(fact),
    }


def _relations_of_figure(figure: Figure, collection: Collection) -> Iterator[Row]:
    for each in figure.relations:
        other_kind = "figure" if each.person in collection.figures else "person"
        yield _relation(figure.id, other_kind, each.person, each.kind.value, each.text, each.inferred, each)
    for place in figure.places:
        other_kind = "site" if place.place in collection.sites else "base"
        yield _relation(figure.id, other_kind, place.place, place.kind.value, place.text, False, place)


def _relations_of_site(site: Site) -> Iterator[Row]:
    for each in site.people:
        if each.person is not None:
            yield _relation(each.person, "site", site.id, each.kind.value, each.text, False, each)


def _relations_of_base(base: Base) -> Iterator[Row]:
    for each in base.figures:
        yield _relation(each.person, "base", base.id, "shown_at", None, each.inferred, each)


def _events(figure: Figure) -> Iterator[Row]:
    for event in figure.timeline:
        date = event.date
        yield {
            "figure": figure.id,
            "date": date.text,
            "earliest": _iso_day(date.earliest) if date.start else None,
            "latest": _iso_day(date.latest) if date.end else None,
            "original_zh": event.original.zh if event.original else None,
            **_in_both("text", event.text),
            "place": event.place,
            "posthumous": event.posthumous,
            **_contested(event),
        }


def record_rows(
    record: AnyRecord, sources: Iterable[str], collection: Collection, address: Address
) -> Iterator[tuple[str, Iterator[Row]]]:
    """The rows that a record gives to each table, which is called by the name of its file.

    `sources` are the ids of all its sources, each once. Of `collection`, the whole or a window, only the records that
    this one names are looked up.
    """
    if isinstance(record, Figure):
        yield "figures.csv", _figure(record, sources, address)
        yield "relations.csv", _relations_of_figure(record, collection)
        yield "events.csv", _events(record)
    elif isinstance(record, Site):
        yield "sites.csv", _site(record, address)
        yield "relations.csv", _relations_of_site(record)
    elif isinstance(record, Base):
        yield "bases.csv", _base(record, address)
        yield "relations.csv", _relations_of_base(record)


def source_rows(sources: Iterable[Source], uses: Mapping[str, int]) -> Iterator[Row]:
    """The rows of `sources.csv`; `uses` says how many facts rest on a source."""
    for source in sources:
        yield {
            "id": source.id,
            "tier": source.tier.value,
            "title": source.title,
            "publisher": source.publisher,
            "date": str(source.date) if source.date else None,
            "url": source.url,
            "access": source.access.value,
            "read": source.read.value,
            **_in_both("note", source.note),
            "uses": uses.get(source.id, 0),
        }
