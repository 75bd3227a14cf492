"""The collection as tables for spreadsheets: UTF-8 CSV (RFC 4180) with a byte order mark, without which Excel takes
Chinese for another encoding. Text that a spreadsheet would run as a formula begins with an apostrophe.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.archive.collection import Collection
from generator.archive.references import citations_of
from generator.exports.data_dictionary import DICTIONARY
from generator.records.coordinates import Coordinates
from generator.records.dates import Day
from generator.records.fact import Fact
from generator.records.site import PlaceNames
from generator.records.text import LocalizedText

Cell = str | int | float | bool | None
Row = dict[str, Cell]
Address = Callable[[str, str], str]
"""The address of a record's page from its kind and id."""

# Excel and others take the full-width forms for the plain ones, and pass over white space before them.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if value.startswith(_FORMULA_STARTS) or value.lstrip().startswith(_FORMULA_STARTS):
        return "'" + value
    return value


def csv_bytes(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    """One table. Raises ValueError for a row whose columns are not exactly the named ones."""
    names = list(columns)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    for row in rows:
        if row.keys() != set(names):
            raise ValueError(f"columns {sorted(row.keys() ^ set(names))}")
        writer.writerow([_cell(row[name]) for name in names])
    return text.getvalue().encode("utf-8-sig")


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
    return {**_trust(fact), "has_variants": bool(fact.variants)}


def _iso_day(day: Day) -> str:
    year, month, day_of_month = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day_of_month:02}"


def _figures(collection: Collection, address: Address) -> Iterator[Row]:
    for figure in collection.figures.values():
        names, born, died = figure.names, figure.born, figure.died
        organisations = [each.organisation for each in figure.organisations]
        yield {
            "id": figure.id,
            "name_zh": names.zh,
            "name_zh_hant": names.zh_hant,
            "pinyin": names.pinyin,
            "name_en": names.en,
            "other_names": "; ".join(other.zh for other in names.others),
            "born": str(born.date) if born else None,
            "born_doubtful": born.is_doubtful if born else None,
            "died": str(died.date) if died else None,
            "died_doubtful": died.is_doubtful if died else None,
            **_in_both("birthplace", figure.birthplace.text if figure.birthplace else None),
            **_in_both("native_place", figure.native_place.text if figure.native_place else None),
            "fields": " ".join(figure.fields),
            "city_links": " ".join(figure.city_links),
            "organisations_zh": "; ".join(each.zh for each in organisations if each.zh),
            "organisations_en": "; ".join(each.en for each in organisations if each.en),
            **_in_both("summary", figure.summary),
            "wikidata": figure.identifiers.wikidata,
            "viaf": figure.identifiers.viaf,
            "sources": " ".join(dict.fromkeys(source for _, source in citations_of(figure))),
            "page": address("figure", figure.id),
        }


def _sites(collection: Collection, address: Address) -> Iterator[Row]:
    for site in collection.sites.values():
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


def _bases(collection: Collection, address: Address) -> Iterator[Row]:
    for base in collection.bases.values():
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


def _relations(collection: Collection, address: Address) -> Iterator[Row]:
    for figure in collection.figures.values():
        for relation in figure.relations:
            yield {
                "person": figure.id,
                "other_kind": "figure" if relation.person in collection.figures else "person",
                "other": relation.person,
                "kind": relation.kind.value,
                **_in_both("text", relation.text),
                "inferred": relation.inferred,
                **_contested(relation),
            }
        for place in figure.places:
            yield {
                "person": figure.id,
                "other_kind": "site" if place.place in collection.sites else "base",
                "other": place.place,
                "kind": place.kind.value,
                **_in_both("text", place.text),
                "inferred": False,
                **_contested(place),
            }
    for site in collection.sites.values():
        for visitor in site.people:
            if visitor.person is not None:
                yield {
                    "person": visitor.person,
                    "other_kind": "site",
                    "other": site.id,
                    "kind": visitor.kind.value,
                    **_in_both("text", visitor.text),
                    "inferred": False,
                    **_contested(visitor),
                }
    for base in collection.bases.values():
        for shown in base.figures:
            yield {
                "person": shown.person,
                "other_kind": "base",
                "other": base.id,
                "kind": "shown_at",
                **_in_both("text", None),
                "inferred": shown.inferred,
                **_contested(shown),
            }


def _events(collection: Collection, address: Address) -> Iterator[Row]:
    for figure in collection.figures.values():
        for event in figure.timeline:
            yield {
                "figure": figure.id,
                "date": str(event.date),
                "earliest": _iso_day(event.date.earliest) if event.date.start else None,
                "latest": _iso_day(event.date.latest) if event.date.end else None,
                "original_zh": event.original.zh if event.original else None,
                **_in_both("text", event.text),
                "place": event.place,
                "posthumous": event.posthumous,
                **_contested(event),
            }


def _sources(collection: Collection, address: Address) -> Iterator[Row]:
    uses = collection.references.citations_of_source
    for source in collection.sources.values():
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
            "uses": len(uses.get(source.id, ())),
        }


TABLES: Mapping[str, Callable[[Collection, Address], Iterator[Row]]] = {
    "figures.csv": _figures,
    "sites.csv": _sites,
    "bases.csv": _bases,
    "relations.csv": _relations,
    "events.csv": _events,
    "sources.csv": _sources,
}


def csv_table(name: str, collection: Collection, address: Address) -> bytes:
    """One table of the published collection by the name of its file."""
    return csv_bytes([column.name for column in DICTIONARY[name]], TABLES[name](collection, address))


def dictionary_table() -> bytes:
    """The data dictionary itself, `data-dictionary.csv`."""
    rows: list[Row] = [
        {"file": file, "column": column.name, "zh": column.zh, "en": column.en}
        for file, columns in DICTIONARY.items()
        for column in columns
    ]
    return csv_bytes(["file", "column", "zh", "en"], rows)
