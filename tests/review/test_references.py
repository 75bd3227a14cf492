"""Whatever a record points to exists, and no id means two things."""

from typing import Any

import pytest

FIGURE = "figures/jia-yi.yml"
SITE = "sites_map/sites/old-house.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "field"),
    [
        (FIGURE, "person: teacher", "person: nobody", "person-unknown", ("relations", 0, "person")),
        ("sites_map/bases/hall.yml", "person: jia-yi", "person: nobody", "person-unknown", ("figures", 0, "person")),
        (SITE, "four_parts:", "people: [{person: nobody}]\nfour_parts:", "person-unknown", ("people", 0, "person")),
        (FIGURE, "place: old-house", "place: nowhere", "place-unknown", ("places", 0, "place")),
        ("sites_map/bases/hall.yml", "site: old-house", "site: nowhere", "place-unknown", ("site",)),
        ("sites_map/routes/walk.yml", "site: old-house", "site: nowhere", "place-unknown", ("stops", 0, "site")),
        ("sites_map/lane.yml", "site: old-house", "site: nowhere", "place-unknown", ("slots", 0, "site")),
        ("sites_map/lane.yml", "top: 30", "site: nowhere, top: 30", "place-unknown", ("canal", "site")),
        (FIGURE, "  place: town", "  place: nowhere", "town-unknown", ("born", "place")),
        (FIGURE, "    place: town", "    place: nowhere", "town-unknown", ("timeline", 0, "place")),
    ],
)  # fmt: skip
def test_a_dangling_reference_is_an_error_at_its_field(
    workshop: Any, file: str, old: str, new: str, code: str, field: tuple[str | int, ...]
) -> None:
    workshop.replace(file, old, new)
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file, finding.field) == (code, "error", file, field)
    text = (workshop.root / file).read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert "nobody" in text or "nowhere" in text


def test_a_person_may_not_be_related_to_the_same_person(workshop: Any) -> None:
    workshop.replace(FIGURE, "person: teacher", "person: jia-yi")
    assert "relation-with-self" in workshop.codes()


def test_a_relation_told_from_both_sides_is_found(workshop: Any) -> None:
    other = (workshop.root / FIGURE).read_text(encoding="utf-8")
    other = other.replace("person: teacher", "person: jia-yi").replace("贾一", "贾二").replace("Jiǎ Yī", "Jiǎ Èr")
    workshop.write("figures/jia-er.yml", other.replace("en: Jia Yi", "en: Jia Er"))
    workshop.replace(FIGURE, "person: teacher", "person: jia-er")
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file) == ("relation-twice", "warning", FIGURE)
    assert "figures/jia-er.yml" in finding.message.en


def test_a_relation_told_by_figure_and_site_is_found(workshop: Any) -> None:
    workshop.append("sites_map/sites/old-house.yml", "people: [{person: jia-yi, kind: born_at}]\n")
    finding = workshop.only()
    assert (finding.code, finding.file) == ("relation-twice", "sites_map/sites/old-house.yml")


def test_one_id_for_a_site_and_a_base_is_ambiguous(workshop: Any) -> None:
    base = (workshop.root / "sites_map/bases/hall.yml").read_text(encoding="utf-8")
    workshop.write("sites_map/bases/old-house.yml", base)
    assert workshop.only().code == "id-ambiguous"


def test_one_id_for_a_figure_and_a_context_person_is_ambiguous(workshop: Any) -> None:
    workshop.append("content/people.yml", "  - id: jia-yi\n    names: {zh: 又一人, en: Another}\n")
    finding = workshop.only()
    assert (finding.code, finding.file, finding.line) == ("id-ambiguous", "content/people.yml", 4)


def test_names_that_differ_in_case_or_composition_only_clash(workshop: Any) -> None:
    for name in ("content/zh/Index.md", "content/en/caf\u00e9.txt", "content/en/cafe\u0301.txt"):
        workshop.write(name, (workshop.root / "content/en/index.md").read_bytes())
    assert workshop.codes().count("name-clash") == 2


@pytest.mark.parametrize("name", ["figures/jia-er.yaml", "sites_map/sites/old.yml.bak", "sites_map/routes/notes.txt"])
def test_a_file_that_nobody_reads_is_found(workshop: Any, name: str) -> None:
    workshop.write(name, "names: {}\n")
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file) == ("file-ignored", "warning", name)
