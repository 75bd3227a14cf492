"""The filter: it has each term of each part, whatever their number, and says so where nearly all have it."""

import json
from array import array

from hypothesis import given
from hypothesis import strategies as st

from generator.search.text_filter import FIRST_SIGN, TextFilter


def merged(parts: list[set[int]]) -> dict[int, set[int]]:
    """For each term the parts that the files of the filter give it."""
    made = TextFilter()
    for terms in parts:
        made.add(array("I", sorted(terms)).tobytes())
    found: dict[int, set[int]] = {}
    last = -1
    for first, content in made.contents():
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
    made = TextFilter()
    for part in range(3):
        made.add(array("I", range(0x4E00_0080, 0x4E00_0080 + 50_000)).tobytes())
        made.add(array("I", range(part << 24, (part << 24) + 9)).tobytes())
    assert [first for first, _ in made.contents()][:2] == [0, 0x4E00_0080 + 6_658]
