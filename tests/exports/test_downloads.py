"""Every download is explained, and comes out the same whether a collection is exported whole or in parts."""

import csv
import dataclasses
import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.archive.collection import Collection
from generator.archive.load import load_collection
from generator.archive.window import Listed
from generator.exports.data_dictionary import DICTIONARY
from generator.exports.downloads import (
    DATA_DICTIONARY,
    KINDS,
    assembled,
    dictionary_table,
    downloads,
    export_rows,
    register_rows,
)
from tests.support.fiction import empty_collection, fictional_collection

ROOT = Path(__file__).parents[2]


def address(kind: str, record_id: str) -> str:
    """The path of a page."""
    return f"{kind}s/{record_id}/"


def test_excel_is_told_that_the_table_is_utf_8() -> None:
    for name, content in downloads(fictional_collection().published(), address).items():
        assert content.startswith(b"\xef\xbb\xbf") is name.endswith(".csv")


def test_the_dictionary_explains_every_download_in_both_languages() -> None:
    files = downloads(fictional_collection().published(), address)
    assert set(DICTIONARY) == files.keys() - {"data-dictionary.csv"}
    listed = list(csv.DictReader(io.StringIO(dictionary_table().decode("utf-8-sig"))))
    assert [(row["file"], row["column"]) for row in listed] == [
        (file, column.name) for file, columns in DICTIONARY.items() for column in columns
    ]
    for row in listed:
        assert any("\u4e00" <= character <= "\u9fff" for character in row["zh"])
        assert row["en"].isascii()


def window(collection: Collection, keys: set[tuple[str, str]]) -> Collection:
    """The collection as seen from some of its records: it lists them, and answers for all."""

    def only(kind: str, records: Mapping[str, Any]) -> Mapping[str, Any]:
        return Listed({key: record for key, record in records.items() if (kind, key) in keys}, records)

    return dataclasses.replace(
        collection,
        figures=only("figure", collection.figures),
        sites=only("site", collection.sites),
        bases=only("base", collection.bases),
        routes=only("route", collection.routes),
    )


@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize(
    "collection", [fictional_collection(), load_collection(ROOT)[0].published()], ids=["fictional", "real"]
)
def test_windows_together_give_the_bytes_of_the_whole(collection: Collection, size: int) -> None:
    keys = [(kind, record.id) for kind, record in collection.records()]
    parts = [
        export_rows(window(collection, set(keys[start : start + size])), address) for start in range(0, len(keys), size)
    ]
    uses = sum((Counter(part.uses) for part in parts), Counter[str]())
    texts = [*(part.texts for part in parts), register_rows(window(collection, set()), uses)]
    whole = downloads(collection, address)
    for name in KINDS:
        pieces = assembled(name, lambda kind, name=name: (each.get((name, kind), "") for each in texts))  # type: ignore[misc]
        assert b"".join(pieces) == whole[name], name
    assert whole.keys() == {*KINDS, DATA_DICTIONARY}


def test_an_empty_collection_has_tables_of_columns_only() -> None:
    for name, content in downloads(empty_collection(), address).items():
        if name != DATA_DICTIONARY and name.endswith(".csv"):
            assert content.decode("utf-8-sig") == ",".join(column.name for column in DICTIONARY[name]) + "\r\n"
