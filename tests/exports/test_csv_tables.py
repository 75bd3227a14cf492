"""Tables open well in a spreadsheet, run nothing there, and every column of theirs is explained."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.collection import Collection
from generator.exports.csv_tables import TABLES, csv_bytes, csv_table, dictionary_table
from generator.exports.data_dictionary import DICTIONARY
from generator.exports.downloads import downloads
from tests.support.fiction import fictional_collection


def address(kind: str, record_id: str) -> str:
    """The path of a page."""
    return f"{kind}s/{record_id}/"


def rows(name: str, collection: Collection | None = None) -> list[dict[str, str]]:
    """A table as a spreadsheet reads it."""
    content = csv_table(name, collection or fictional_collection().published(), address)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_excel_is_told_that_the_table_is_utf_8() -> None:
    for name, content in downloads(fictional_collection().published(), address).items():
        assert content.startswith(b"\xef\xbb\xbf") is name.endswith(".csv")


def test_a_figure_with_its_doubts() -> None:
    (row,) = rows("figures.csv")
    assert row["name_zh"] == "虚构甲"
    assert (row["born"], row["born_doubtful"]) == ("1901-02-03", "false")
    assert (row["died"], row["died_doubtful"]) == ("1980", "true")
    assert (row["fields"], row["sources"], row["page"]) == ("law art", "novel paper", "figures/jia/")
    assert row["other_names"] == "子虚; 乌有"


def test_a_site_with_its_position_in_wgs_84() -> None:
    table = {row["id"]: row for row in rows("sites.csv")}
    assert (table["museum"]["latitude"], table["museum"]["longitude"]) == ("31.77", "119.95")
    hall = table["hall"]
    assert 0.001 < abs(float(hall["longitude"]) - 119.95) < 0.01  # given in GCJ-02
    assert (hall["precision_m"], hall["position_verified"], hall["protection_level"]) == ("500", "false", "provincial")
    assert (table["bridge"]["latitude"], table["bridge"]["protection_level"]) == ("", "")


def test_relations_of_all_kinds() -> None:
    table = rows("relations.csv", fictional_collection())
    assert {(row["person"], row["other_kind"], row["other"], row["kind"]) for row in table} == {
        ("jia", "figure", "yi", "counsel"),
        ("jia", "person", "guest", "clansman"),
        ("jia", "site", "hall", "born_at"),
        ("jia", "site", "museum", "donated_to"),
        ("guest", "site", "hall", "lived_at"),
        ("jia", "base", "hall-base", "shown_at"),
    }
    assert {row["inferred"] for row in table if row["other"] == "yi"} == {"true"}


def test_events_can_be_sorted_and_keep_what_is_open() -> None:
    table = {row["date"]: row for row in rows("events.csv")}
    assert (table["1915~"]["earliest"], table["1915~"]["latest"]) == ("1915-01-01", "1915-12-31")
    assert (table["1949/.."]["earliest"], table["1949/.."]["latest"]) == ("1949-01-01", "")
    assert table["1915~"]["has_variants"] == "true"


def test_a_source_tells_how_much_rests_on_it() -> None:
    uses = {row["id"]: int(row["uses"]) for row in rows("sources.csv")}
    assert uses["novel"] > uses["paper"] > uses["unused"] == 0


@pytest.mark.parametrize("name", list(TABLES))
def test_every_column_is_explained_and_every_explained_column_exists(name: str) -> None:
    collection = fictional_collection()
    produced = [set(row) for row in TABLES[name](collection, address)]
    assert produced
    documented = [column.name for column in DICTIONARY[name]]
    assert len(set(documented)) == len(documented)
    assert all(columns == set(documented) for columns in produced)
    assert list(rows(name, collection)[0]) == documented


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


def test_a_row_with_an_unknown_or_missing_column_is_refused() -> None:
    with pytest.raises(ValueError, match="extra"):
        csv_bytes(["a"], [{"a": 1, "extra": 2}])
    with pytest.raises(ValueError, match="b"):
        csv_bytes(["a", "b"], [{"a": 1}])


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\tx",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "\u3000=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_runs_as_a_formula(text: str) -> None:
    content = csv_bytes(["a"], [{"a": text}]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content, newline="")))[1] == ["'" + text]


def test_numbers_stay_numbers() -> None:
    assert csv_bytes(["a", "b"], [{"a": -73.9, "b": None}]).decode("utf-8-sig") == "a,b\r\n-73.9,\r\n"


@pytest.mark.parametrize("formula", ["=cmd|' /C calc'!A0", "＝HYPERLINK(1)"])
def test_no_field_of_any_table_runs_as_a_formula(formula: str) -> None:
    collection = fictional_collection(lambda text: formula + text)
    for name in TABLES:
        for row in rows(name, collection):
            assert not any(cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) for cell in row.values())


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_any_text_comes_back_from_a_spreadsheet(text: str) -> None:
    content = csv_bytes(["a", "b"], [{"a": text, "b": "x"}]).decode("utf-8-sig")
    ((cell, other),) = list(csv.reader(io.StringIO(content, newline="")))[1:]
    assert cell in (text, "'" + text)
    assert other == "x"
