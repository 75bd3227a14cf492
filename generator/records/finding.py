"""A finding: what an editor must know about one place in one file, and how to mend it, in Chinese and in English."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest, for sorting."""
        return list(Severity).index(self)


class Message(NamedTuple):
    """The same sentence for both kinds of editors."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The Chinese sentence for any Chinese locale, the English one for every other."""
        return self.zh if language.startswith("zh") else self.en


FieldPath = tuple[str | int, ...]
"""The way to a value inside a file, such as ("timeline", 3, "date")."""


def field_text(path: FieldPath) -> str:
    """The way to a value as people write it: `timeline[3].date`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


@dataclass(frozen=True)
class Finding:
    """One finding. `line` and `column` count from 1; they are 0 where the file as a whole is meant."""

    severity: Severity
    code: str
    file: str
    field: FieldPath
    message: Message
    mend: Message
    line: int = 0
    column: int = 0

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str, str]:
        """By file, then by place, then by gravity: the order in which an editor would mend them."""
        place = self.file, self.line, self.column
        return (*place, self.severity.rank, self.code, field_text(self.field), self.message.zh)
