"""What is packed comes back; bytes that this program has not packed make nothing and run nothing."""

import pickle
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.editions.production.parts import ForeignPart, loaded, packed, unpacked
from generator.release.page_links import page_links

ROWS = [page_links("index.html", '<a href="a/">a</a><p id="b">', "/"), frozenset("青果"), {"a": (1, None, 2.5)}]


def calling(module: str, name: str, argument: str) -> bytes:
    """A pickle that calls a function with a text."""

    def text(value: str) -> bytes:
        return b"\x8c" + bytes([len(value)]) + value.encode()

    return b"\x80\x05" + text(module) + text(name) + b"\x93" + text(argument) + b"\x85R."


def test_what_was_packed_comes_back() -> None:
    assert unpacked(packed(ROWS)) == ROWS
    assert packed(ROWS) == packed(list(ROWS))


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("posix", "system"),
        ("builtins", "eval"),
        # What a module of this program has imported is not its own.
        ("generator.editions.production.cache", "os.system"),
        ("generator.release.tree", "shutil.rmtree"),
        ("generator.release.tree", "Path.touch"),
        ("generator.editions.production.cache", "Path"),
        # Its own functions are no rows either.
        ("generator.editions.production.parts", "loaded"),
        ("generator.release.staging", "_hold"),
    ],
)
def test_a_pickle_that_calls_something_runs_nothing(tmp_path: Path, module: str, name: str) -> None:
    trace = tmp_path / "trace"
    argument = f"touch {trace}" if name.endswith("system") else f"open({str(trace)!r}, 'w')" if name == "eval" else ""
    data = calling(module, name, argument or str(trace))
    with pytest.raises(ForeignPart):
        loaded(data)
    with pytest.raises(ForeignPart):
        unpacked(zlib.compress(data))
    assert not trace.exists()


@given(st.binary(max_size=60))
@example(b"")
@example(pickle.dumps(ROWS[1:], protocol=5)[:-1])
@example(b"\x80\x05" + b"(" * 50)
def test_any_bytes_are_rows_or_foreign(data: bytes) -> None:
    for read in (loaded, unpacked):
        try:
            read(data)
        except ForeignPart:
            continue


@given(st.integers(0, len(pickle.dumps(ROWS, protocol=5)) - 1), st.integers(1, 255))
def test_a_damaged_part_is_rows_or_foreign(place: int, change: int) -> None:
    data = bytearray(pickle.dumps(ROWS, protocol=5))
    data[place] ^= change
    try:
        loaded(bytes(data))
    except ForeignPart:
        return
