"""What the pages of a language want of each face."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from generator.release.font_demand import FaceDemand, FontDemand
from generator.release.font_use import SONG, FaceKey

FACE = FaceKey(SONG, 400)
pages = st.lists(st.tuples(st.frozensets(st.sampled_from("青果巷名人\u200b \n")), st.booleans()), max_size=12)


def demand(uses: list[tuple[frozenset[str], bool]]) -> FontDemand:
    made = FontDemand()
    for number, (characters, is_counted) in enumerate(uses):
        made.add({FACE: characters}, number, is_counted)
    return made


def face(made: FontDemand) -> FaceDemand:
    sent: FontDemand = pickle.loads(pickle.dumps(made))
    return sent.faces.get(FACE, FaceDemand())


@given(pages, st.integers(0, 12))
def test_parts_merged_are_the_whole(uses: list[tuple[frozenset[str], bool]], border: int) -> None:
    parts = pickle.loads(pickle.dumps(demand(uses[:border])))
    parts.merge(pickle.loads(pickle.dumps(demand(uses[border:]))), len(uses[:border]))
    assert face(parts) == face(demand(uses))


@given(pages)
def test_no_character_of_an_uncounted_page_is_lost(uses: list[tuple[frozenset[str], bool]]) -> None:
    found = face(demand(uses))
    assert found.first.keys() == set("青果巷名人") & frozenset().union(*(characters for characters, _ in uses))
    for character, page in found.first.items():
        assert page == min(number for number, (characters, _) in enumerate(uses) if character in characters)
        assert found.counts[character] == sum(each and character in characters for characters, each in uses)
    assert found.pages == sum(is_counted for _, is_counted in uses)
