"""Every part of a record is met once, in the order of the file, with the way that leads to it."""

from typing import Any

from generator.archive.walk import records_in, records_with
from generator.records.dates import HistoricalDate
from generator.records.fact import TextFact
from generator.records.model import Record
from generator.records.text import LocalizedText
from tests.support.fiction import fictional_collection


def reached(record: Any, path: tuple[str | int, ...]) -> Any:
    """The value to which a way leads, key by key as in the file."""
    for part in path:
        if isinstance(part, int):
            record = record[part]
        else:
            names = {field.alias or name: name for name, field in type(record).model_fields.items()}
            record = getattr(record, names[part])
    return record


def slowly(value: object) -> list[Record]:
    """Every record inside a value, found without any knowledge of its class."""
    if isinstance(value, tuple):
        return [part for item in value for part in slowly(item)]
    if isinstance(value, Record):
        return [value, *(part for name in type(value).model_fields for part in slowly(getattr(value, name)))]
    return []


def test_the_walk_misses_nothing_and_keeps_the_order() -> None:
    collection = fictional_collection()
    for record in [*(each for _, each in collection.records()), collection.plan, collection.programme]:
        assert record is not None
        found = list(records_in(record))
        assert [part for _, part in found] == slowly(record)
        for path, part in found:
            assert reached(record, path) is part


def test_the_walk_to_a_field_passes_by_nothing_that_has_it() -> None:
    collection = fictional_collection()
    for record in [*(each for _, each in collection.records()), collection.plan, collection.programme]:
        assert record is not None
        for field in ("sources", "variants", "zh", "nowhere"):
            expected = [found for found in records_in(record) if field in type(found[1]).model_fields]
            assert list(records_with(record, field)) == expected


def test_keys_are_those_of_the_file() -> None:
    class Aliased(Record):
        """A record whose attribute is not called as its key."""

        since: TextFact | None = None
        tuples: tuple[tuple[float, float], ...] = ((1.0, 2.0),)
        date: HistoricalDate = HistoricalDate.parse("1900")

    record = Aliased(since=TextFact(text=LocalizedText(zh="文")))
    assert [path for path, _ in records_in(record)] == [(), ("since",), ("since", "text")]
