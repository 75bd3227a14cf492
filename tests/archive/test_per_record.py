"""An answer is found once for each record, and never given for another one."""

import gc

import pytest

from generator.archive import per_record
from generator.archive.per_record import once_per_record
from generator.records.text import LocalizedText


def test_a_record_is_looked_at_once() -> None:
    asked: list[str | None] = []

    def asks(text: LocalizedText) -> None:
        asked.append(text.zh)

    ask = once_per_record(asks)
    one, equal = LocalizedText(zh="甲"), LocalizedText(zh="甲")
    for record in (one, one, equal, one, equal):
        ask(record)
    assert asked == ["甲", "甲"]


def test_many_records_are_never_taken_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of them are let go at once, so that their identities are given anew."""
    monkeypatch.setattr(per_record, "MOST_KEPT", 8)

    def wording(text: LocalizedText) -> str | None:
        return text.zh

    ask = once_per_record(wording)
    for number in range(200):
        assert ask(LocalizedText(zh=f"第{number}人")) == f"第{number}人"
        gc.collect(0)
