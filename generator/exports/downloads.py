"""Every file that readers can download, by its name.

A large collection is exported in parts: each window gives the rows of its records, and the files are put together of
the rows of all windows, whole or as a stream. Rows name the kind of record that they are from, because a file has
those of one kind after those of another.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.archive.collection import Collection
from generator.archive.references import sources_of
from generator.exports.csv_tables import Address, record_rows, source_rows
from generator.exports.csv_text import BYTE_ORDER_MARK, Row, csv_bytes, csv_head, csv_rows
from generator.exports.data_dictionary import DICTIONARY
from generator.exports.geojson import FOOT, HEAD, place_feature, town_feature
from generator.records.base import Base
from generator.records.site import Site

PLACES = "places.geojson"
DATA_DICTIONARY = "data-dictionary.csv"

KINDS: Mapping[str, tuple[str, ...]] = {
    "figures.csv": ("figure",),
    "sites.csv": ("site",),
    "bases.csv": ("base",),
    "relations.csv": ("figure", "site", "base"),
    "events.csv": ("figure",),
    "sources.csv": ("source",),
    PLACES: ("site", "base", "town"),
}
"""Each file, and the kinds of records that it tells of, in their order. `source` and `town` are those of registers."""

_COLUMNS = {name: tuple(column.name for column in columns) for name, columns in DICTIONARY.items()}

Texts = Mapping[tuple[str, str], str]
"""Parts of files, by the name of the file and the kind of the records."""


class ExportRows(NamedTuple):
    """What the records of one window give to the files; `uses` counts the facts that rest on each source."""

    texts: Texts
    uses: Mapping[str, int]


def export_rows(window: Collection, address: Address) -> ExportRows:
    """The rows of the records that a published window lists, in its order.

    `address` answers the address of a record's page from kind and id; where the site has no address, the path of the
    page from the root of the site.
    """
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    features: dict[tuple[str, str], list[str]] = defaultdict(list)
    uses: Counter[str] = Counter()
    for kind, record in window.records():
        named = sources_of(record)
        uses.update(named)
        for name, added in record_rows(record, dict.fromkeys(named), window, address):
            rows[name, kind] += added
        if isinstance(record, Site | Base):
            features[PLACES, kind].append(place_feature(kind, record, address(kind, record.id)))
    texts = {key: csv_rows(_COLUMNS[key[0]], added) for key, added in rows.items()}
    return ExportRows({**texts, **{key: ",".join(added) for key, added in features.items()}}, dict(uses))


def register_rows(collection: Collection, uses: Mapping[str, int]) -> Texts:
    """The rows of the sources and towns, which stand in registers; `uses` is the sum of those of all windows."""
    return {
        ("sources.csv", "source"): csv_rows(_COLUMNS["sources.csv"], source_rows(collection.sources.values(), uses)),
        (PLACES, "town"): ",".join(map(town_feature, collection.places.values())),
    }


def assembled(name: str, texts: Callable[[str], Iterable[str]]) -> Iterator[bytes]:
    """One file, piece by piece. `texts` answers its parts for one kind of records, in the order of these records."""
    pieces = (text for kind in KINDS[name] for text in texts(kind) if text)
    if name != PLACES:
        yield BYTE_ORDER_MARK + csv_head(_COLUMNS[name]).encode()
        yield from (text.encode() for text in pieces)
        return
    yield HEAD.encode()
    is_first = True
    for text in pieces:
        yield (text if is_first else "," + text).encode()
        is_first = False
    yield (FOOT if is_first else "\n " + FOOT).encode()


def dictionary_table() -> bytes:
    """The data dictionary itself, which explains every column of every file."""
    rows: list[Row] = [
        {"file": file, "column": column.name, "zh": column.zh, "en": column.en}
        for file, columns in DICTIONARY.items()
        for column in columns
    ]
    return csv_bytes(("file", "column", "zh", "en"), rows)


def downloads(collection: Collection, address: Address) -> dict[str, bytes]:
    """All files of a published collection (without drafts) that is held at once; `address` as in `export_rows`."""
    rows = export_rows(collection, address)
    texts = {**rows.texts, **register_rows(collection, rows.uses)}
    files = {name: b"".join(assembled(name, lambda kind: [texts.get((name, kind), "")])) for name in KINDS}  # noqa: B023
    return {**files, DATA_DICTIONARY: dictionary_table()}
