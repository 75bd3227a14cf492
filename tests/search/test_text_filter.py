"""The filter: it has each term of each part, whatever their number, and says so where nearly all have it."""

import json
from array import array
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from generator.search.text_filter import FIRST_SIGN, GROUPS, TextFilter, group_digest, group_digests


def bytes_of(terms: Iterable[int]) -> bytes:
    """The terms of a part."""
    return array("I", sorted(terms)).tobytes()


def merged(parts: list[set[int]]) -> dict[int, set[int]]:
    """For each term the parts that the files of the filter give it."""
    made = TextFilter(map(bytes_of, parts))
    found: dict[int, set[int]] = {}
    last = -1
    for first, content in (file for group in range(GROUPS) for file in made.files(group)):
        data = json.loads(content.partition("=")[2][:-2])
        keys = data["keys"].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        units = memoryview(keys.encode("utf-16-le", "surrogatepass")).cast("H").tolist()
        numbers = [low | high << 16 for low, high in zip(units[::2], units[1::2], strict=True)]
        assert numbers == sorted(numbers)
        assert first == numbers[0] > last, "the browser looks for the file of a term by halving"
        last = numbers[-1]
        for term, signs in zip(numbers, data["lists"].split(" "), strict=True):
            found[term] = set(range(len(parts))) if signs == "*" else {ord(sign) - FIRST_SIGN for sign in signs}
    return found


@given(st.lists(st.sets(st.integers(0x80, 2**32 - 1), max_size=20), max_size=8))
def test_a_term_leads_to_its_parts(parts: list[set[int]]) -> None:
    found = merged(parts)
    assert set(found) == set().union(*parts)
    for term, numbers in found.items():
        having = {number for number, terms in enumerate(parts) if term in terms}
        assert numbers == having or (len(parts) > 1 and len(having) * 2 > len(parts))


def test_many_terms_take_several_files() -> None:
    begin, count = 0x5000_0080, 50_000
    parts = [range(begin, begin + count)] + [range(part << 24, (part << 24) + 9) for part in range(3)]
    made = TextFilter(map(bytes_of, parts))
    files = [file for group in range(GROUPS) for file in made.files(group)]
    assert [first for first, _ in files] == [0, 1 << 24, begin, begin + 16_667, begin + 33_334]


@given(st.lists(st.sets(st.integers(0x80, 2**32 - 1), max_size=20), max_size=8), st.data())
def test_only_groups_with_other_terms_have_other_digests_and_files(parts: list[set[int]], data: st.DataObject) -> None:
    changed = [set(terms) for terms in parts]
    for terms in changed:
        terms ^= data.draw(st.sets(st.integers(0x80, 2**32 - 1), max_size=2))
    before, after = TextFilter(map(bytes_of, parts)), TextFilter(map(bytes_of, changed))
    digests = [[group_digests(bytes_of(terms)) for terms in each] for each in (parts, changed)]
    for group in range(GROUPS):
        is_same = group_digest(digests[0], group) == group_digest(digests[1], group)
        if is_same:
            assert list(before.files(group)) == list(after.files(group))
        assert bool(group_digest(digests[1], group)) == bool(list(after.files(group)))
    assert (digests[0] == digests[1]) == (parts == changed)
