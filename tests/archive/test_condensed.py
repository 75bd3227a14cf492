"""Condensed records come back as they were: every record and register of the repository, whole and as stubs."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.condensed import condense, restore
from generator.archive.digest import RECORD_CLASSES, digest_of, dump, restore_stub
from generator.archive.load import RECORD_FOLDERS, load_collection
from generator.records.figure import Figure
from generator.records.model import Record
from tests.support.building import REPOSITORY
from tests.support.many import write_many

COLLECTION = load_collection(REPOSITORY)[0]
RECORDS = list(COLLECTION.records())


def test_the_records_are_of_every_kind() -> None:
    assert {kind for kind, _ in RECORDS} >= RECORD_FOLDERS.keys() - {"route"}
    assert len(RECORDS) > 20


@pytest.mark.parametrize(("kind", "record"), RECORDS, ids=lambda each: getattr(each, "id", each))
def test_a_record_comes_back_equal_and_of_the_same_types(kind: str, record: Record) -> None:
    back = restore(RECORD_CLASSES[kind], json.loads(dump(condense(record))))
    assert back == record
    assert back.model_dump() == record.model_dump()
    # It is a record like any other: it can be copied and told of.
    assert back.model_copy() == record
    assert json.loads(back.model_dump_json()) == json.loads(record.model_dump_json())


@given(st.data())
def test_a_record_of_which_any_values_are_missing_comes_back(data: st.DataObject) -> None:
    """Any part of a record that may be missing is left out at random."""
    _, record = data.draw(st.sampled_from(RECORDS))
    optional = [name for name, field in type(record).model_fields.items() if not field.is_required()]
    gone = data.draw(st.sets(st.sampled_from(sorted(optional))))
    values = {name: type(record).model_fields[name].get_default(call_default_factory=True) for name in gone}
    changed = record.model_copy(update=values)
    assert restore(type(record), json.loads(dump(condense(changed)))) == changed


def test_a_stub_has_what_other_pages_tell_and_refuses_the_rest() -> None:
    for kind, record in RECORDS:
        digest = digest_of(kind, record, "file.yml")
        targets = (*digest.persons, *digest.places)
        stub = restore_stub(kind, digest.stub(targets, "base"), "base")
        if not isinstance(record, Figure):
            assert stub == record
            continue
        assert isinstance(stub, Figure)
        assert (stub.id, stub.draft, stub.summary) == (record.id, record.draft, record.summary)
        assert (stub.relations, stub.places) == (record.relations, record.places)
        for name in ("zh", "zh_hant", "pinyin", "en", "surname_length"):
            assert getattr(stub.names, name) == getattr(record.names, name)
        with pytest.raises(AttributeError):
            _ = stub.biography
        with pytest.raises(AttributeError):
            _ = stub.names.others


def test_only_pages_of_bases_tell_the_summary_of_a_figure() -> None:
    for kind, record in RECORDS:
        if isinstance(record, Figure) and record.summary:
            digest = digest_of(kind, record, "file.yml")
            with pytest.raises(AttributeError):
                getattr(restore_stub(kind, digest.stub((), "figure"), "figure"), "summary")  # noqa: B009 - not of every kind


def test_a_stub_has_only_the_ties_that_are_asked_for() -> None:
    for kind, record in RECORDS:
        if isinstance(record, Figure) and record.relations:
            target = record.relations[0].person
            stub = restore_stub(kind, digest_of(kind, record, "file.yml").stub({target}, "figure"), "figure")
            assert isinstance(stub, Figure)
            assert stub.relations == tuple(each for each in record.relations if each.person == target)
            assert stub.places == ()


def test_whatever_other_pages_tell_changes_what_stands_for_the_record(tmp_path: Path) -> None:
    figure = load_collection(write_many(tmp_path, 1))[0].figures["person-0000"]
    before = digest_of("figure", figure, "file.yml")
    told = {
        "draft": True,
        "summary": None,
        "names": figure.names.model_copy(update={"en": "Other"}),
        "relations": (),
        "places": (),
    }
    for name, value in told.items():
        changed = figure.model_copy(update={name: value})
        assert digest_of("figure", changed, "file.yml").told("base") != before.told("base"), name
        is_told = digest_of("figure", changed, "file.yml").told("figure") != before.told("figure")
        assert is_told == (name != "summary"), name
    for name, value in {"biography": None, "timeline": (), "born": None}.items():
        changed = figure.model_copy(update={name: value})
        assert digest_of("figure", changed, "file.yml").told("base") == before.told("base"), name
