"""Findings as people and programs read them."""

import json

from generator.records.finding import Finding, Message, Severity
from generator.review.report import json_report, text_report

FINDINGS = [
    Finding(
        Severity.NOTE, "draft", "figures/b.yml", ("draft",), Message("草稿", "a draft"), Message("审", "review"), 3, 1
    ),
    Finding(Severity.ERROR, "file-empty", "figures/a.yml", (), Message("空", "empty"), Message("写", "write")),
    Finding(
        Severity.WARNING,
        "x",
        "figures/b.yml",
        ("timeline", 3, "date"),
        Message("警", "hm"),
        Message("改", "mend"),
        2,
        5,
    ),
]


def test_english_text_is_grouped_by_file_and_in_the_order_of_lines() -> None:
    assert text_report(FINDINGS, "en_GB.UTF-8") == (
        "figures/a.yml error file-empty: empty → write\n"
        "\n"
        "figures/b.yml:2:5 warning x timeline[3].date: hm → mend\n"
        "figures/b.yml:3:1 note draft draft: a draft → review\n"
        "\n"
        "1 error, 1 warning, 1 note\n"
    )


def test_chinese_text_for_a_chinese_locale() -> None:
    text = text_report(FINDINGS, "zh_CN.UTF-8")
    assert "figures/b.yml:2:5 警告 x timeline[3].date: 警 → 改\n" in text
    assert text.endswith("错误 1，警告 1，提示 1\n")


def test_no_findings_is_one_line() -> None:
    assert text_report([], "en") == "0 errors, 0 warnings, 0 notes\n"


def test_a_hostile_value_cannot_steer_the_terminal_or_forge_a_line() -> None:
    evil = Message("\x1b[2J\nfigures/a.yml error", "\x1b]0;owned\x07\r\nfigures/a.yml error \u202e")
    text = text_report([Finding(Severity.ERROR, "x", "a.yml", ("\x1b[0m",), evil, evil, 1, 1)], "en")
    assert len(text.splitlines()) == 3
    assert all(character.isprintable() or character == "\n" for character in text)


def test_json_has_a_stable_form() -> None:
    report = json.loads(json_report(FINDINGS))
    assert report["version"] == 1
    assert report["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert report["findings"][1] == {
        "severity": "warning",
        "code": "x",
        "file": "figures/b.yml",
        "line": 2,
        "column": 5,
        "field": ["timeline", 3, "date"],
        "message": {"zh": "警", "en": "hm"},
        "mend": {"zh": "改", "en": "mend"},
    }
