"""The YAML reader takes plain data exactly as written, and refuses everything else with its place in the file."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.yaml_reader import FORBIDDEN, Data, ParsedYaml, UnreadableYaml, parse_yaml

# Text that a record may hold: everything but the characters that the reader refuses on purpose.
texts = st.text(st.characters(codec="utf-8"), max_size=20).filter(lambda text: FORBIDDEN.search(text) is None)
keys = texts.filter(lambda text: text != "<<")
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=20
)


def refused(text: str) -> UnreadableYaml:
    """The refusal of a text; fails if the text is accepted."""
    with pytest.raises(UnreadableYaml) as caught:
        parse_yaml(text)
    return caught.value


def place(text: str) -> tuple[int, int]:
    """Where a text is refused."""
    position = refused(text).position
    return position.line, position.column


def quoted(value: Data) -> str:
    """The value as PyYAML writes it with every scalar in quotes."""
    return yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, default_style='"')


@given(values)
def test_quoted_data_comes_back_as_it_was(value: Data) -> None:
    assert parse_yaml(quoted(value)).data == value


@given(values)
def test_every_value_has_a_position_inside_the_text(value: Data) -> None:
    text = quoted(value)
    lines = len(re.split("[\n\x85\u2028\u2029]", text))
    parsed = parse_yaml(text)

    def walk(data: Data, path: tuple[str | int, ...]) -> None:
        assert 1 <= parsed.positions[path].line <= lines
        if isinstance(data, dict):
            for key, item in data.items():
                walk(item, (*path, key))
        elif isinstance(data, list):
            for index, item in enumerate(data):
                walk(item, (*path, index))

    walk(parsed.data, ())


@given(st.text(alphabet=list("ab:-?[]{}&*!|>'\"%@`#, \n\t=~0é中\ufeff\x00\u202e"), max_size=60))
def test_any_text_is_read_or_refused_but_never_crashes(text: str) -> None:
    try:
        assert isinstance(parse_yaml(text), ParsedYaml)
    except UnreadableYaml as error:
        assert error.position.line >= 1
        assert error.message.zh
        assert error.mend.en


@pytest.mark.parametrize(
    "scalar",
    ["no", "on", "yes", "0123", "00012", "1:30", "12:30:45", "1_000", "1e3", "2024-01-05", "2024-02-30", "=", ".inf"],
)
def test_a_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    assert parse_yaml(f"value: {scalar}").data == {"value": scalar}
    assert parse_yaml(f"{scalar}: value").data == {scalar: "value"}


@pytest.mark.parametrize("scalar", ["", "~", "null"])
def test_an_absent_value_is_none_but_quoted_text_stays(scalar: str) -> None:
    assert parse_yaml(f"value: {scalar}").data == {"value": None}
    assert parse_yaml(f"value: '{scalar}'").data == {"value": scalar}


def test_positions_name_the_line_and_column_of_keys_and_items() -> None:
    parsed = parse_yaml("名: 史良\ntimeline:\n  - {date: '1900'}\n  - date: '1915'\n")
    assert parsed.positions["名",].line == 1
    assert (parsed.positions["timeline", 1].line, parsed.positions["timeline", 1].column) == (4, 5)
    assert (parsed.positions["timeline", 0, "date"].line, parsed.positions["timeline", 0, "date"].column) == (3, 6)


def test_windows_and_unix_line_ends_count_alike() -> None:
    assert parse_yaml("a: 1\r\nb: 2\r\n").positions["b",].line == 2


BILLION_LAUGHS = "a: &a [lol]\n" + "\n".join(
    f"{name}: &{name} [{', '.join(['*' + previous] * 9)}]"
    for previous, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BILLION_LAUGHS, (1, 4)),
        ("a: 1\nb: &x 2\n", (2, 4)),
        ("a: 1\nb: *x\n", (2, 4)),
        ("a: &a [*a]", (1, 4)),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", (2, 4)),
        ("a: !custom text", (1, 4)),
        ("a: !!str 1", (1, 4)),
        ("base: {x: 1}\n<<: {y: 2}\n", (2, 1)),
        ("a: 1\nb: 2\na: 3\n", (3, 1)),
        ("a: {b: 1, b: 2}", (1, 11)),
        ("[\n" * 3000, (21, 1)),
        ("a:\n  " + "- " * 21 + "b", (2, 41)),
        ("a: 1\n---\nb: 2\n", (2, 1)),
        ("? [a, b]\n: 1\n", (1, 3)),
        ("a: 1\nb: x\x00y\n", (2, 5)),
        ("a: 1\nb: \u202eabc\n", (2, 4)),
        ("a: 1\nb: \ud800\n", (2, 4)),
        ('a: 1\nb: "x\\0y"\n', (2, 4)),
        ('a: 1\nb: "\\u202E"\n', (2, 4)),
        ('a: 1\n"\\u202E": b\n', (2, 1)),
    ],
)
def test_what_is_not_plain_data_is_refused_where_it_stands(text: str, expected: tuple[int, int]) -> None:
    assert place(text) == expected


@pytest.mark.parametrize(
    "text", ['a: "\\ud800"', 'a: "\\uD800\\uDC00"', "a: 'x", "a: [1, 2", "a: b: c", "a:\n\t- b", "%YAML 9.9\n--- a"]
)
def test_broken_or_truncated_text_is_refused(text: str) -> None:
    assert refused(text).position.line in (1, 2)


@pytest.mark.parametrize("text", ["[" * 3000, "{a: " * 3000, "- " * 3000, "[[" * 100_000])
def test_bottomless_nesting_is_refused_and_does_not_exhaust_the_stack(text: str) -> None:
    assert refused(text).position.line == 1


def test_a_third_of_a_file_is_refused_or_shorter_but_never_wrong() -> None:
    text = 'names: {zh: "史良", en: "Shi Liang"}\ntimeline:\n  - {date: "1900", text: {zh: "生"}}\n'
    whole = parse_yaml(text).data
    assert isinstance(whole, dict)
    for length in range(len(text)):
        try:
            data = parse_yaml(text[:length]).data
        except UnreadableYaml:
            continue
        assert data is None or isinstance(data, str | dict)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "\ufeff"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert parse_yaml(text).data is None


def test_a_list_of_countless_values_is_refused() -> None:
    assert refused("[" + "a,\n" * 100_001 + "]").message.en == "too many values in one file"
