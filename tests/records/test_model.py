"""What all records share: they are immutable, closed to unknown keys, and can be kept on disk."""

import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from generator.records.dates import HistoricalDate
from generator.records.figure import Figure

DATA: dict[str, Any] = {
    "id": "jia-yi",
    "names": {"zh": "贾一", "zh-Hant": "賈一", "pinyin": "Jiǎ Yī", "en": "Jia Yi"},
    "born": {"date": "1899~", "verified": "true", "sources": ["a"]},
    "timeline": [
        {"date": "1915/1919", "text": {"zh": "求学", "en": "School"}},
        {"date": "1899~", "text": {"en": "Born"}},
    ],
    "fields": ["law"],
}


def test_a_record_comes_back_from_disk_as_it_was() -> None:
    figure = Figure.model_validate(DATA)
    copy = pickle.loads(pickle.dumps(figure))
    assert copy == figure
    assert repr(copy) == repr(figure)
    assert copy.model_dump_json(by_alias=True) == figure.model_dump_json(by_alias=True)
    assert copy.model_copy(update={"draft": True}) == figure.model_copy(update={"draft": True})
    assert (copy.born.date.earliest, copy.born.date.latest) == ((1899, 1, 1), (1899, 12, 31))


def test_a_record_from_disk_is_immutable_too() -> None:
    copy = pickle.loads(pickle.dumps(Figure.model_validate(DATA)))
    with pytest.raises(ValidationError):
        copy.draft = True
    with pytest.raises(ValidationError):
        copy.names.zh = "乙"


def test_a_record_on_disk_takes_little_more_room_than_its_words() -> None:
    figure = Figure.model_validate({**DATA, "timeline": DATA["timeline"] * 20})
    assert len(pickle.dumps(figure)) < 250 * 20


def test_a_date_that_is_written_often_is_kept_once() -> None:
    assert HistoricalDate.parse("1936-11-23") is HistoricalDate.parse("1936-11-23")
