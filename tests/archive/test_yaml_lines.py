"""The reader of usual forms agrees with the parser wherever it answers, and it answers for nearly every file."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.yaml_lines import Unusual, usual_data
from generator.archive.yaml_reader import parse_yaml

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("figures/*.yml"), *ROOT.glob("sites_map/**/*.yml")])
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]

HEADS = ["", "", "", "  ", "  ", "    ", "- ", "  - ", "      "]
KEYS = ["", "a: ", "b: ", "zh-Hant: ", "a:\n", "b:\n", "c:\n", "d: e\n"]
PLAIN = [
    "text",
    "中文：好",
    "1900-01-02",
    "true",
    "null",
    "~",
    "a: b",
    "a:b",
    "a #b",
    "a# b",
    "# remark",
    "text ",
    " text",
]
QUOTED = ["'it'", '"q"', '"q\\n"', "'it''s'", '"b" "c"']
FLOW = ["{a: b}", "{a: b, a: c}", "{a: 'x, y', b: null}", "{a: b c , d: e}", "[a, b]", "[a, 'b, c', null]", "[a: b]"]
OTHER = [
    "",
    "{a: [b]}",
    "[]",
    "{}",
    "|-",
    ">-",
    "|",
    ">",
    "& a",
    "*a",
    "!b",
    "- c",
    "a\tb",
    "...",
    "---",
    "? a",
    ":",
    "a:",
]
VALUES = [*PLAIN, *QUOTED, *FLOW, *OTHER]
line = st.builds(lambda head, key, value: head + key + value, *map(st.sampled_from, (HEADS, KEYS, VALUES)))


def assert_agreement(text: str) -> bool:
    """Whether the reader answers; fails if its answer is not the parser's, or if the parser refuses the text."""
    try:
        data = usual_data(text)
    except Unusual:
        return False
    assert data == parse_yaml(text).data
    return True


@settings(max_examples=1500)
@given(st.lists(line, min_size=1, max_size=8).map("\n".join))
def test_lines_of_all_forms(text: str) -> None:
    assert_agreement(text)
    assert_agreement("a: b\n" + text)


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_real_files_cut_and_spoilt(text: str, chance: random.Random) -> None:
    lines = [line[:60] for line in text.split("\n")]
    start = chance.randrange(len(lines))
    part = "\n".join(lines[start : start + 12])
    for _ in range(chance.randrange(4)):
        place = chance.randrange(len(part) + 1)
        added = chance.choice(
            [*" :-#\n'\"[]{},|>?&*!%~a中", "\n  ", "\n- ", ": ", " #", "|-\n", ">-\n", "null", "---\n"]
        )
        part = part[:place] + added + part[place + chance.randrange(3) :]
    assert_agreement(part)
    assert_agreement(text[: chance.randrange(len(text))])


def test_nearly_all_files_are_of_the_usual_form() -> None:
    assert sum(map(assert_agreement, TEXTS)) > 0.9 * len(TEXTS) > 0


@pytest.mark.parametrize(
    "text",
    [
        "a: text\nb:\n  c: 1\n  d:\n  - x\n  - y: 1\n    z: |-\n      one\n\n       two\ne:\n- {a: b}\n- 'q'\n# x\nf:",
        'a: >-\n  one\n  two\n\n\n  three\n\nb: [a, b, "c, d"]\n',
        "a:\n  # remark\n  - b: {c: d}\n    e:\n    - f\n  - null\n",
        "a:\nb: 1\nc:\n\nd:\n  e:\n  f:\n",
        "a: [b, null]\nc: {d: null, e: it's}\nf: ['g', NULL]\n",
    ],
)
def test_the_usual_forms_are_read(text: str) -> None:
    assert assert_agreement(text)


@pytest.mark.parametrize(
    "text",
    [
        *("a: 1\na: 2", "a: {b: 1, b: 2}", "a: 1\n b: 2", "a: 1\n  b", "a: 1\n- b", "a:\n- b: 1\n  - c", "  a: 1"),
        *("a: b: c", "a: b #c", "a: &b c", "a: *b", "a: !b c", "a: b:", "<<: 1", "a:\n    b: 1\n  c: 2"),
        *("a: 'x", 'a: "\\u202e"', 'a: "b" "c"', "a: 'it''s'", "a: x\x00", "a: \u202e", "a:\tb", "a: b\x85c: d"),
        *("a: |-\n\n  b", "a: |-\n  b\n c", "a: |-\nb: 1", "a: |-\n    \n  b", "a: |-\n    b\n  \n    c", "a: |-"),
        *("a: >-\n  b\n   c", "a: >-\n  b\n  \n  c", "a: >-\n  b \n  c", "a: |-\n  b\n    \n  c"),
        *("a: {b: c}d", "a: [b]]", "a: [b , c]", "a: {b: c }", "a: [b: c]", "a: {b}", "a: [b, , c]"),
        *("", "- a", "text", "a: 1\r\nb: 2", "a: 1\n---\nb: 2", "a: 1\n..."),
        "\n".join("  " * depth + "a:" for depth in range(25)),
        "a: [" + ", ".join(["b"] * 60_000) + "]",
    ],
)
def test_what_is_refused_or_could_be_taken_in_two_ways_is_left_alone(text: str) -> None:
    with pytest.raises(Unusual):
        usual_data(text)
