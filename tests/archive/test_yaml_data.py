"""The quick reader gives the same data as the one that knows positions, or refuses with the same words."""

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import yaml_data
from generator.archive.yaml_data import parse_data
from generator.archive.yaml_reader import Data, UnreadableYaml, parse_yaml

texts = st.text(st.characters(codec="utf-8"), max_size=20)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=20
)

# Whatever begins, ends or separates something in YAML, so that most texts mean something and many must be refused.
MARKS = list("ab:-?[]{}&*!|>'\"%@`#, \n\t=~中\ufeff\x00\u202e\x85\u2028\\")
WORDS = [
    "\n  ",
    "\n- ",
    "a: ",
    "b: ",
    "&a ",
    "*a ",
    "!!str ",
    "! ",
    "<<: ",
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n",
    "null",
]
ESCAPES = ['"\\u202e"', '"\\0"', '"\\n"', '"\\ud800"', "? ", "[a, b]", "{a: b}", "|\n ", ">-\n  "]


def answer(read: Callable[[str], Data], text: str) -> object:
    """What a reader makes of a text: the data, or all that its refusal says."""
    try:
        return read(text)
    except UnreadableYaml as error:
        return error.position, error.message, error.mend


def assert_same(text: str) -> None:
    """Both readers give the same answer."""
    assert answer(parse_data, text) == answer(lambda given: parse_yaml(given).data, text)


@given(values, st.sampled_from(['"', "'", "|", None]), st.booleans(), st.integers(0, 1000))
def test_data_in_any_style_whole_or_cut(value: Data, style: str | None, flow: bool, cut: int) -> None:
    text = yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, default_style=style, default_flow_style=flow)
    assert_same(text)
    assert_same(text[:cut])


@settings(max_examples=500)
@given(st.lists(st.sampled_from(MARKS + WORDS + ESCAPES), max_size=30).map("".join))
def test_any_text(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1",
        "a: *x",
        "a: &a [*a]",
        "- &a b\n- *a",
        "a: &x [1]",
        "a: &x {b: 1}",
        "a: !!str 1",
        "a: !x [1]",
        "a: ! {b: 1}",
        "&a b: 1",
        "<<: {y: 2}",
        "a: 1\na: 2",
        "{a: {b: 1, b: 2}}",
        "a: 1\n---\nb: 2\n",
        "---\n---\n",
        "? [a, b]\n: 1\n",
        "? {a: b}\n: 1\n",
        "a: x\x00y",
        "a: \u202eabc",
        "a: \ud800",
        'a: "x\\0y"',
        '"\\u202E": b',
        "a: 'x",
        "a: b: c",
        "[" * 20 + "]" * 20,
        "[" * 21 + "]" * 21,
        "[[" * 100_000,
        "[" + "a,\n" * 99_000 + "]",
        "[" + "a,\n" * 100_001 + "]",
        "{" + "? ,\n" * 100_001 + "}",
        "",
        "---\n",
        "# remark\n",
        "text",
        "~",
        "'~'",
        "[~, '', null, 'null', {a: , ~: 1, null: 2}]",
    ],
)
def test_each_thing_that_may_be_refused(text: str) -> None:
    assert_same(text)


def test_good_text_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_data, "parse_yaml", lambda text: pytest.fail("read again"))
    text = 'a: {zh: 中, en: "R & D! \\" *"}\nb:\n- c\n- [1, ~]\nd: |-\n  e\n\n  f\n'
    assert parse_data(text) == {"a": {"zh": "中", "en": 'R & D! " *'}, "b": ["c", ["1", None]], "d": "e\n\nf"}
