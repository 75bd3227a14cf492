"""A value that does not fit is a finding at its place, in both languages, with the mend, and never a traceback."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import validation
from generator.archive.validation import read_record, validate
from generator.archive.yaml_reader import parse_yaml
from generator.records.figure import Figure
from generator.records.finding import Finding, Severity
from generator.records.site import Site
from generator.records.source import SourceRegister

NAMES = "names: {zh: 贾一, pinyin: Jiǎ Yī, en: Jia Yi}\n"


def findings(text: str, model: Any = Figure) -> list[Finding]:
    """What is wrong with the text of a record."""
    record, found = validate(model, parse_yaml(text), "figures/jia-yi.yml", {"id": "jia-yi"})
    assert (record is None) is bool(found)
    assert read_record(model, text, "figures/jia-yi.yml", {"id": "jia-yi"}) == (record, found)
    return found


def test_a_record_gets_its_id_from_outside() -> None:
    record, found = validate(Figure, parse_yaml(NAMES), "figures/jia-yi.yml", {"id": "jia-yi"})
    assert found == []
    assert record is not None
    assert record.id == "jia-yi"


def test_a_file_that_is_no_yaml_is_a_finding_at_its_place() -> None:
    record, (finding,) = read_record(Figure, "names: {zh: 贾一}\nnames: 2\n", "figures/jia-yi.yml", {"id": "jia-yi"})
    assert record is None
    assert (finding.code, finding.file, finding.line, finding.column) == ("yaml", "figures/jia-yi.yml", 2, 1)
    assert "stands twice" in finding.message.en


def test_a_good_file_is_not_read_for_positions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation, "parse_yaml", lambda text: pytest.fail("read again"))
    record, found = read_record(Figure, NAMES, "figures/jia-yi.yml", {"id": "jia-yi"})
    assert (record is not None, found) == (True, [])


@pytest.mark.parametrize(
    ("text", "code", "field", "line", "says"),
    [
        ("summary: {zh: 人}\n", "value-missing", ("names",), 1, "names is missing"),
        (NAMES + "bron: {date: 1900}\n", "value-extra_forbidden", ("bron",), 2, "unknown key bron"),
        (NAMES + "born: {date: 2024-02-30}\n", "value-bad_value", ("born", "date"), 2, "2024-02-30"),
        (NAMES + "born: {date: no}\n", "value-bad_value", ("born", "date"), 2, "no"),
        (NAMES + "fields: [law, cooking]\n", "value-enum", ("fields", 1), 2, "cooking"),
        (NAMES + "fields: law\n", "value-tuple_type", ("fields",), 2, "law"),
        (NAMES + "born: yes\n", "value-model_type", ("born",), 2, "yes"),
        (NAMES + "draft: perhaps\n", "value-bool_parsing", ("draft",), 2, "perhaps"),
        (NAMES + "prominence: high\n", "value-int_parsing", ("prominence",), 2, "high"),
        (NAMES + "timeline:\n  - date: 1900\n    text: {zh: 生}\n    place: ../x\n",
         "value-string_pattern_mismatch", ("timeline", 0, "place"), 5, "../x"),
        (NAMES + "summary: {}\n", "value-bad_value", ("summary",), 2, "not acceptable"),
        (NAMES + "id: other\n", "value-injected", ("id",), 2, "file name"),
        ("", "file-empty", (), 1, "empty"),
        ("~\n", "file-empty", (), 1, "empty"),
        ("- a\n- b\n", "value-model_type", (), 1, "not possible"),
        ("just text\n", "value-model_type", (), 1, "just text"),
    ],
)  # fmt: skip
def test_a_bad_value_is_found_at_its_place(
    text: str, code: str, field: tuple[str | int, ...], line: int, says: str
) -> None:
    (finding,) = findings(text)
    assert (finding.severity, finding.code, finding.field, finding.line) == (Severity.ERROR, code, field, line)
    assert says in finding.message.en
    assert re.search("[\u4e00-\u9fff]", finding.message.zh)
    assert re.search("[\u4e00-\u9fff]", finding.mend.zh)
    assert finding.mend.en


def test_one_bad_value_does_not_hide_the_others() -> None:
    found = findings("names: {zh: 贾一}\nborn: {date: 1900-13}\nfields: [cooking]\nextra: 1\n")
    found.sort(key=lambda finding: finding.sort_key)
    assert [finding.field for finding in found] == [
        ("names", "en"), ("names", "pinyin"), ("born", "date"), ("fields", 0), ("extra",),
    ]  # fmt: skip
    assert [finding.line for finding in found] == [1, 1, 2, 3, 4]


def test_possible_values_are_named() -> None:
    (finding,) = findings(NAMES + "city_links: [born, visited]\n")
    assert "native_place" in finding.mend.en


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://a b",
        'https://a.example/"onload=',
        "ftp://a.example",
    ],
)
def test_only_web_addresses_are_addresses(url: str) -> None:
    text = f"sources:\n  - {{id: a, tier: A, title: t, read: full, url: '{url}'}}\n"
    record, (finding,) = validate(SourceRegister, parse_yaml(text), "content/sources.yml", {})
    assert record is None
    assert (finding.field, finding.line) == (("sources", 0, "url"), 2)


@pytest.mark.parametrize("number", ["nan", "inf", "91", "-91", "1e999"])
def test_a_latitude_is_a_number_of_this_world(number: str) -> None:
    text = (
        "names: {zh: 宅, en: House}\nkind: {zh: 宅}\nscope: lane\n"
        f"coordinates: {{lat: {number}, lng: 119, system: WGS-84, precision_m: 5}}\n"
    )
    (finding,) = findings(text, Site)
    assert finding.field == ("coordinates", "lat")


def test_a_long_value_is_shown_short() -> None:
    (finding,) = findings(NAMES + f"draft: {'x' * 5000}\n")
    assert len(finding.message.en) < 120


KEYS = ["zh", "en", "date", "text", "sources", "place", "verified", "kind", "x"]
plain = st.recursive(
    st.sampled_from(["", "x", "1900", "no", "[", "史良", "<b>", "../a"]) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*Figure.model_fields, "bron"]), plain, max_size=5))
def test_any_data_is_a_record_or_findings(data: Any) -> None:
    parsed = parse_yaml(NAMES)
    parsed.data = data
    record, found = validate(Figure, parsed, "figures/jia-yi.yml", {"id": "jia-yi"} if "id" not in data else {})
    assert (record is None) is bool(found)
    for finding in found:
        assert finding.line >= 1
        assert finding.message.zh
        assert finding.message.en
        assert finding.mend.zh
        assert finding.mend.en
