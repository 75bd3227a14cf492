"""The review as a whole: silent about a good collection, documented, deterministic, and lazy about positions."""

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.archive.locate import Locator
from generator.archive.window import Listed
from generator.records.finding import Finding, Severity
from generator.review.rule import PartRule, Rule, Scope
from generator.review.rules import RULES, review

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/review.md").read_text(encoding="utf-8")
DOCUMENTED = dict(re.findall(r"^\| `([a-z0-9…-]+)` \| (error|warning|note) \| \S", DOCUMENT, re.MULTILINE))

REPORTERS = [
    path for room in ("archive", "editions", "release") for path in sorted((ROOT / "generator" / room).glob("*.py"))
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


@pytest.fixture
def faulty(workshop: Any) -> Any:
    """A collection with faults of nearly every kind that stops a build, and with drafts that others point to."""
    workshop.append("figures/jia-yi.yml", "  - {place: nowhere, kind: born_at}\n  - {place: shed, kind: lived_at}\n")
    workshop.replace("figures/jia-yi.yml", "person: teacher", "person: jia-yi")
    workshop.replace("figures/jia-yi.yml", "to: 1935", "to: 1925")
    workshop.replace("figures/jia-yi.yml", "place: town", "place: village")
    figure = (workshop.root / "figures/jia-yi.yml").read_text(encoding="utf-8")
    workshop.write("figures/teacher.yml", figure.replace("date: 1985", "date: 1885"))
    workshop.write("figures/yi-er.yml", figure.replace("[gazette]", "[rumour]") + "draft: true\n")
    site = (workshop.root / "sites_map/sites/old-house.yml").read_text(encoding="utf-8")
    workshop.write("sites_map/sites/shed.yml", site.replace("lat: 31", "lat: 41") + "draft: true\n")
    workshop.append("figures/yi-er.yml", "biography: {text: {zh: 传, en: Life}, verified: true}\n")
    workshop.replace("sites_map/bases/hall.yml", "jia-yi", "nobody")
    workshop.replace("sites_map/bases/hall.yml", "site: old-house", "site: shed")
    workshop.write("sites_map/bases/shed.yml", (workshop.root / "sites_map/bases/hall.yml").read_bytes())
    workshop.replace("sites_map/routes/walk.yml", "- site: old-house", "- site: old-house\n  - site: shed\n  - site: x")
    plan = (workshop.root / "sites_map/lane.yml").read_text(encoding="utf-8")
    slot = plan[plan.index("  - site: old-house") :]
    for name in ("shed", "ruin"):
        workshop.append("sites_map/lane.yml", slot.replace("old-house", name))
    workshop.replace("sites_map/places.yml", "sources: [gazette]", "sources: [rumour]")
    workshop.append(
        "content/zh/index.md", "[a](qingguo:site/shed) [b](qingguo:site/old-house) [c](qingguo:base/none)\n"
    )
    page = "---\ntitle: 屋\ndescription: 屋\n---\n"
    workshop.write("content/zh/sites/shed.md", page + "{nobody}\n<!-- qingguo:nothing -->\n")
    workshop.write("content/en/figures/Teacher.md", page)
    workshop.write("content/en/figures/teacher.md", page)
    return workshop


def _only(records: Mapping[str, Any], listed: str | None, others_are_seen: bool) -> Mapping[str, Any]:
    own = {key: record for key, record in records.items() if key == listed}
    return Listed(own, records) if others_are_seen else own


def _part(collection: Collection, kind: str, record_id: str | None, others_are_seen: bool = False) -> Collection:
    """The collection with one record or none; whether it answers for the others, which it does not list."""
    return dataclasses.replace(
        collection,
        figures=_only(collection.figures, record_id if kind == "figure" else None, others_are_seen),
        sites=_only(collection.sites, record_id if kind == "site" else None, others_are_seen),
        bases=_only(collection.bases, record_id if kind == "base" else None, others_are_seen),
        routes=_only(collection.routes, record_id if kind == "route" else None, others_are_seen),
    )


@pytest.mark.parametrize("others_are_seen", [True, False])
def test_windows_and_directory_together_find_what_the_whole_has(faulty: Any, others_are_seen: bool) -> None:
    collection, _ = load_collection(faulty.root)
    folder = CollectionFolder(faulty.root)
    locate = Locator(folder, collection).position
    drafts = {(kind, record.id): record.draft for kind, record in collection.records()}

    def reviewed(part: Collection, scope: Scope, known: Mapping[tuple[str, str], bool] | None) -> list[Finding]:
        return review(part, folder, faulty.region, faulty.today, {"lane-plan"}, locate, scope=scope, drafts=known)

    whole = [each for each in faulty.review() if each.code not in ("relation-twice", "source-unused")]
    parts = reviewed(_part(collection, "", None), Scope.DIRECTORY, drafts)
    for kind, record_id in drafts:
        window = _part(collection, kind, record_id, others_are_seen)
        parts += reviewed(window, Scope.RECORD, None if others_are_seen else drafts)
    assert sorted(parts, key=lambda finding: finding.sort_key) == whole
    assert {each.code for each in whole if each.severity is Severity.ERROR} >= {
        "person-unknown", "place-unknown", "town-unknown", "id-ambiguous", "name-clash", "relation-with-self",
        "source-unknown", "death-before-birth", "event-outside-life", "term-reversed", "coordinates-outside-region",
        "page-source-unknown", "page-block-unknown", "page-link-unknown", "page-hidden",
    }  # fmt: skip
    assert "draft-referenced" in {each.code for each in whole}


def test_a_build_finds_every_error(faulty: Any) -> None:
    collection, _ = load_collection(faulty.root)
    folder = CollectionFolder(faulty.root)
    locate = Locator(folder, collection).position
    found = review(collection, folder, faulty.region, faulty.today, {"lane-plan"}, locate, least=Severity.ERROR)
    assert found == [finding for finding in faulty.review() if finding.severity is Severity.ERROR]
    assert "verified-without-source" in {finding.code for finding in found}


def test_no_error_needs_all_records_side_by_side() -> None:
    assert not [rule.code for rule in RULES if rule.severity is Severity.ERROR and _needed(rule) is Scope.COLLECTION]


def _needed(rule: Rule | PartRule) -> Scope:
    return rule.scope if isinstance(rule, Rule) else Scope.RECORD
