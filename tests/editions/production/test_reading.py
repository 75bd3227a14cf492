"""Files of a collection in portions."""

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.load import RecordFile
from generator.editions.production.reading import chunks


def _file(number: int) -> RecordFile:
    return RecordFile("figure", f"person-{number:05}", f"figures/person-{number:05}.yml")


def test_portions_have_all_files_in_their_order_and_none_is_very_large() -> None:
    files = [_file(number) for number in range(3_000)] + [RecordFile("site", "house", "sites_map/sites/house.yml")]
    portions = list(chunks(files))
    assert [file for portion in portions for file in portion] == files
    assert all(len({file.kind for file in portion}) == 1 for portion in portions)
    # But the last one of its kind.
    assert all(24 <= len(portion) <= 96 for portion in portions[:-2])


@given(st.integers(0, 2_999))
def test_a_new_file_moves_few_borders(place: int) -> None:
    before = [_file(2 * number) for number in range(3_000)]
    after = [*before[:place], _file(2 * place - 1 if place else 99_999), *before[place:]]
    kept = set(chunks(before)) & set(chunks(after))
    assert len(kept) >= len(list(chunks(before))) - 8
