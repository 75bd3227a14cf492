"""Tables open well in a spreadsheet, and every column of theirs is explained."""

import csv
import io

import pytest

from generator.archive.collection import Collection
from generator.exports.data_dictionary import DICTIONARY
from generator.exports.downloads import KINDS, downloads
from tests.support.fiction import fictional_collection

TABLES = [name for name in KINDS if name.endswith(".csv")]


def address(kind: str, record_id: str) -> str:
    """The path of a page."""
    return f"{kind}s/{record_id}/"


def rows(name: str, collection: Collection | None = None) -> list[dict[str, str]]:
    """A table as a spreadsheet reads it."""
    content = downloads(collection or fictional_collection().published(), address)[name]
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


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
    # What figures say comes first, then what sites say, then what bases show.
    assert [(row["other_kind"], row["person"]) for row in table] == [
        ("figure", "jia"), ("person", "jia"), ("site", "jia"), ("site", "jia"), ("site", "guest"), ("base", "jia"),
    ]  # fmt: skip
    assert {row["inferred"] for row in table if row["other"] == "yi"} == {"true"}


def test_events_can_be_sorted_and_keep_what_is_open() -> None:
    table = {row["date"]: row for row in rows("events.csv")}
    assert (table["1915~"]["earliest"], table["1915~"]["latest"]) == ("1915-01-01", "1915-12-31")
    assert (table["1949/.."]["earliest"], table["1949/.."]["latest"]) == ("1949-01-01", "")
    assert table["1915~"]["has_variants"] == "true"


def test_a_source_tells_how_much_rests_on_it() -> None:
    uses = {row["id"]: int(row["uses"]) for row in rows("sources.csv")}
    assert uses["novel"] > uses["paper"] > uses["unused"] == 0


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_explained_and_every_explained_column_exists(name: str) -> None:
    documented = [column.name for column in DICTIONARY[name]]
    assert len(set(documented)) == len(documented)
    assert list(rows(name, fictional_collection())[0]) == documented


@pytest.mark.parametrize("formula", ["=cmd|' /C calc'!A0", "＝HYPERLINK(1)"])
def test_no_field_of_any_table_runs_as_a_formula(formula: str) -> None:
    collection = fictional_collection(lambda text: formula + text)
    for name in TABLES:
        for row in rows(name, collection):
            assert not any(cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) for cell in row.values())
