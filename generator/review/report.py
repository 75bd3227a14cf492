"""The findings as text for people, and as JSON for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from generator.records.finding import Finding, Severity, field_text

_SEVERITY_ZH = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def _severity(severity: Severity, language: str) -> str:
    return _SEVERITY_ZH[severity] if language.startswith("zh") else severity.value


def _shown(text: str) -> str:
    """One line, in which no character of a hostile file can steer the terminal."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


def finding_line(finding: Finding, language: str) -> str:
    """`file:line:column severity code field: message → mend`, which editors and terminals turn into a link."""
    place = f"{finding.file}:{finding.line}:{finding.column}" if finding.line else finding.file
    field = field_text(finding.field)
    head = f"{place} {_severity(finding.severity, language)} {finding.code}" + (f" {field}" if field else "")
    return _shown(f"{head}: {finding.message.in_language(language)} → {finding.mend.in_language(language)}")


def text_report(findings: Sequence[Finding], language: str) -> str:
    """All findings grouped by file, then one line with their numbers. Ends in a line feed."""
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    groups = [
        "".join(finding_line(finding, language) + "\n" for finding in group)
        for _, group in groupby(ordered, key=lambda finding: finding.file)
    ]
    return "\n".join([*groups, summary(findings, language) + "\n"])


def summary(findings: Sequence[Finding], language: str) -> str:
    """How many findings of each severity there are."""
    count = Counter(finding.severity for finding in findings)
    if language.startswith("zh"):
        return "，".join(f"{_SEVERITY_ZH[severity]} {count[severity]}" for severity in Severity)
    return ", ".join(
        f"{count[severity]} {severity.value}{'' if count[severity] == 1 else 's'}" for severity in Severity
    )


def json_report(findings: Sequence[Finding]) -> str:
    """All findings as JSON. `version` changes when a key changes its meaning. Ends in a line feed."""
    count = Counter(finding.severity for finding in findings)
    report = {
        "version": 1,
        "counts": {severity.value: count[severity] for severity in Severity},
        "findings": [
            {
                "severity": finding.severity.value,
                "code": finding.code,
                "file": finding.file,
                "line": finding.line,
                "column": finding.column,
                "field": list(finding.field),
                "message": finding.message._asdict(),
                "mend": finding.mend._asdict(),
            }
            for finding in sorted(findings, key=lambda finding: finding.sort_key)
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
