from generator.archive.references import sources_of
from generator.archive.walk import records_in
from tests.support.fiction import fictional_collection


def test_sources_are_named_in_the_order_of_the_file() -> None:
    collection = fictional_collection()
    for _, record in collection.records():
        assert list(sources_of(record)) == [
            source for _, part in records_in(record) for source in getattr(part, "sources", ())
        ]
    assert list(dict.fromkeys(sources_of(collection.figures["jia"]))) == ["novel", "paper"]
