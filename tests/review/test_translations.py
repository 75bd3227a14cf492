"""Every text exists in the languages in which people write."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "language"),
    [
        ("figures/jia-yi.yml", "{zh: 入学, en: Goes to school}", "{zh: 入学}", "translation-missing", "en"),
        ("figures/jia-yi.yml", "{zh: 入学, en: Goes to school}", "{en: Goes to school}", "translation-missing", "zh"),
        ("sites_map/sites/old-house.yml", "{zh: 宅第, en: Residence}", "{zh: 宅第}", "translation-missing", "en"),
        ("content/people.yml", ", en: A fictional teacher", "", "translation-missing", "en"),
        ("sites_map/places.yml", ", en: Fictional town", "", "translation-missing", "en"),
        ("sites_map/lane.yml", "{zh: 示意图, en: A sketch}", "{zh: 示意图}", "note-translation-missing", "en"),
        ("sites_map/lane.yml", "{zh: 据公报, en: After the gazette}", "{zh: 据公报}", "note-translation-missing", "en"),
    ],
)
def test_a_text_in_one_language_only_is_found(
    workshop: Any, file: str, old: str, new: str, code: str, language: str
) -> None:
    workshop.replace(file, old, new)
    finding = workshop.only()
    assert (finding.code, finding.file) == (code, file)
    assert f"no text in {language}" in finding.message.en
    assert finding.severity.value == ("note" if code.startswith("note") else "warning")
