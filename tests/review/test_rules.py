"""The review as a whole: silent about a good collection, documented, deterministic, and lazy about positions."""

import re
from pathlib import Path
from typing import Any

import pytest

from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.records.finding import Severity
from generator.review.rules import RULES, review

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/review.md").read_text(encoding="utf-8")
DOCUMENTED = dict(re.findall(r"^\| `([a-z0-9…-]+)` \| (error|warning|note) \| \S", DOCUMENT, re.MULTILINE))

REPORTERS = [
    path
    for room in ("archive", "editions", "release")
    for path in sorted((ROOT / "generator" / room).glob("*.py"))
]
"""Files that make findings without a rule of the review."""


def test_a_good_collection_has_no_findings(workshop: Any) -> None:
    assert workshop.review() == []


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented_with_its_severity(rule: Any) -> None:
    assert DOCUMENTED.get(rule.code) == rule.severity.value


def test_nothing_is_documented_that_no_rule_and_no_reader_reports() -> None:
    program = "".join(path.read_text(encoding="utf-8") for path in REPORTERS)
    for code in DOCUMENTED.keys() - {rule.code for rule in RULES}:
        assert f'"{code}"' in program or code.startswith("value-")


def test_every_other_code_is_documented() -> None:
    found = set()
    for path in REPORTERS:
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"Severity\.[A-Z]+,\s*\"([a-z0-9-]+)\"", text))
        found |= set(re.findall(r"_finding\(\s*(?:file,\s*)?\"([a-z0-9-]+)\"", text))
    assert len(found) > 12
    assert found <= DOCUMENTED.keys()


def test_every_finding_speaks_both_languages_and_names_a_mend(workshop: Any) -> None:
    workshop.replace("figures/jia-yi.yml", "date: 1985", "date: 1885")
    workshop.replace("sites_map/sites/old-house.yml", "lat: 31.77451", "lat: 41.77451")
    workshop.replace("content/zh/index.md", "{gazette, blog}", "{nobody}")
    findings = workshop.review()
    assert len({finding.code for finding in findings}) >= 4
    for finding in findings:
        assert re.search("[\u4e00-\u9fff]", finding.message.zh)
        assert re.search("[\u4e00-\u9fff]", finding.mend.zh)
        assert not re.search("[\u4e00-\u9fff]", finding.message.en + finding.mend.en)


def test_the_review_gives_the_same_findings_in_the_same_order(workshop: Any) -> None:
    workshop.append("content/sources.yml", "  - {id: unused, tier: B, title: 闲书, read: none}\n")
    workshop.replace("figures/jia-yi.yml", "person: teacher", "person: nobody")
    assert workshop.review() == workshop.review()
    assert workshop.codes() == ["source-unused", "person-unknown"]


def test_a_build_asks_for_errors_only_and_no_position_is_looked_up_in_vain(workshop: Any) -> None:
    workshop.append("content/sources.yml", "  - {id: unused, tier: B, title: 闲书, read: none}\n")
    collection, _ = load_collection(workshop.root)

    def locate(*arguments: object) -> tuple[str, int, int]:
        raise AssertionError("no finding needs a position")

    folder = CollectionFolder(workshop.root)
    assert review(collection, folder, None, None, {"lane-plan"}, locate, least=Severity.WARNING) == []


def test_a_site_in_one_language_misses_no_translation(workshop: Any) -> None:
    collection, _ = load_collection(workshop.root)
    folder = CollectionFolder(workshop.root)
    (workshop.root / "content/en/index.md").unlink()
    findings = review(collection, folder, None, None, {"lane-plan"}, lambda *_: ("file", 1, 1), languages=("zh",))
    assert findings == []


def test_all_positions_of_a_record_are_asked_for_in_a_row(workshop: Any) -> None:
    text = (workshop.root / "figures/jia-yi.yml").read_text(encoding="utf-8")
    faulty = text.replace("person: teacher", "person: nobody").replace("date: 1915", "date: 1815")
    faulty = faulty.replace("{zh: 入学, en: Goes to school}", "{zh: 入学}").replace("Jiǎ Yī", "Jiǎ")
    for name in ("a", "b", "c"):
        workshop.write(f"figures/{name}.yml", faulty)
    collection, _ = load_collection(workshop.root)
    asked: list[str] = []

    def locate(kind: str, record_id: str, path: object) -> tuple[str, int, int]:
        asked.append(record_id)
        return (record_id, 1, 1)

    review(collection, CollectionFolder(workshop.root), None, None, {"lane-plan"}, locate)
    assert len(asked) >= 9
    assert asked == sorted(asked)
