"""What is known from the production before never changes what comes out: updated equals made anew."""

import os
import time
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.digest import Digest, Key
from generator.editions.production.bonds import Bonds
from generator.editions.production.reading import ReadResult
from generator.editions.production.session import ObjectCache, Session, TreeState

IDS = [f"p{number}" for number in range(6)]
Shape = tuple[bool, int, tuple[str, ...], tuple[str, ...], str]
SHAPES = st.tuples(
    st.booleans(),
    st.integers(0, 3),
    st.lists(st.sampled_from([*IDS, "nobody"]), max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from(["h0", "h1", "nowhere"]), max_size=2, unique=True).map(tuple),
    st.sampled_from(["a", "b"]),
)


def digest(key: Key, shape: Shape) -> Digest:
    """A digest that says so much of a record."""
    is_draft, born, persons, places, told = shape
    birth = (born, key[1]) if key[0] == "figure" else (key[1],)
    return Digest(key[0], key[1], f"{key}.yml", is_draft, birth, persons, places, (), "{}", told, (), "", told)


KEYS: list[Key] = [*(("figure", each) for each in IDS), ("site", "h0"), ("site", "h1")]
FIRST = st.lists(SHAPES, min_size=len(KEYS), max_size=len(KEYS))
# Few at a time: where everything changes, everything is made anew anyway.
CHANGES = st.lists(st.dictionaries(st.sampled_from(range(len(KEYS))), SHAPES, min_size=1, max_size=2), max_size=4)


def worlds(shapes: list[Shape], changes: list[dict[int, Shape]]) -> list[list[Digest]]:
    """The records at first, and after each change."""
    world = [digest(key, shape) for key, shape in zip(KEYS, shapes, strict=True)]
    found = [world]
    for change in changes:
        world = [
            digest(KEYS[number], change[number]) if number in change else each for number, each in enumerate(world)
        ]
        found.append(world)
    return found


def told(bonds: Bonds, key: Key) -> object:
    """All that the page of a record tells of others, and itself."""
    around = bonds.around([key])
    return bonds.digests[key], bonds.neighbours.get(key), [(each, bonds.digests[each].told("base")) for each in around]


@given(FIRST, CHANGES)
def test_updated_bonds_are_those_of_bonds_made_anew(shapes: list[Shape], changes: list[dict[int, Shape]]) -> None:
    steps = worlds(shapes, changes)
    bonds = Bonds(steps[0])
    for before, now in pairwise(steps):
        touched = bonds.update([new for old, new in zip(before, now, strict=True) if old != new])
        anew, was = Bonds(now), Bonds(before)
        for key in KEYS:
            assert told(bonds, key) == told(anew, key)
            assert key in touched or told(was, key) == told(anew, key)


@given(FIRST, CHANGES)
def test_keys_of_chunks_are_those_of_a_new_session(shapes: list[Shape], changes: list[dict[int, Shape]]) -> None:
    session = Session()
    known: dict[Digest, ReadResult] = {}
    for world in worlds(shapes, changes):
        reads = [
            known.setdefault(each, ReadResult(number, (each,), (), (repr(each),))) for number, each in enumerate(world)
        ]
        bonds = session.bonds(reads)
        keys = session.chunk_keys("ground", lambda number, bonds=bonds: repr(told(bonds, KEYS[number])))  # type: ignore[misc]
        anew = Bonds(world)
        assert list(keys.items()) == [(number, repr(told(anew, key))) for number, key in enumerate(KEYS)]


def test_a_record_more_or_less_makes_everything_anew() -> None:
    session = Session()
    world = [digest(key, (False, 1, ("p1", "p2"), (), "a")) for key in KEYS]
    for kept in (world, world[:-1], world[1:], world):
        reads = [ReadResult(number, (each,), (), ("",)) for number, each in enumerate(kept)]
        bonds = session.bonds(reads)
        keys = session.chunk_keys("ground", lambda number, bonds=bonds, kept=kept: repr(told(bonds, kept[number].key)))  # type: ignore[misc]
        anew = Bonds(kept)
        assert list(keys.values()) == [repr(told(anew, each.key)) for each in kept]


def test_a_file_that_has_just_been_changed_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    file = tmp_path / "figures/a.yml"
    file.write_text("a")
    assert TreeState.of(tmp_path).state("figures/a.yml") is None
    time.sleep(0.05)
    state = TreeState.of(tmp_path).state("figures/a.yml")
    assert state is not None
    time.sleep(0.05)
    before = file.stat()
    file.write_text("b")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    time.sleep(0.05)
    assert TreeState.of(tmp_path).state("figures/a.yml") not in (None, state)


def test_the_listing_has_hidden_things_and_does_not_follow_links(tmp_path: Path) -> None:
    (tmp_path / "figures/.hidden").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.yml").write_text("")
    (tmp_path / "figures/link").symlink_to(tmp_path / "elsewhere")
    assert [path for path, _ in TreeState.of(tmp_path).listing] == ["figures/.hidden", "figures/link"]


def test_a_cache_of_objects_leaves_what_a_build_has_kept(tmp_path: Path) -> None:
    build, preview = ObjectCache(tmp_path), ObjectCache(tmp_path)
    build.put("a" * 32, ("of the build",))
    preview.put("b" * 32, ("of the preview",))
    preview.keep_only(set())
    assert preview.get("b" * 32) is None
    assert preview.get("a" * 32) == ("of the build",)
    preview.forget()
    assert ObjectCache(tmp_path).get("a" * 32) is None
