"""Every closed list of the records has its words in both languages."""

from enum import StrEnum

import pytest

from generator.language.words import Words
from generator.records.base import Base, PracticalKind, Theme
from generator.records.figure import CityLink, FieldOfWork, Figure, NameKind
from generator.records.relation import PersonRelationKind, PlaceRelationKind
from generator.records.review import ReviewStage
from generator.records.route import Route
from generator.records.site import ProtectionLevel, Scope, Site
from generator.records.source import Access, ReadExtent, Tier
from generator.views.graph import kind_class

LISTS: list[tuple[str, type[StrEnum]]] = [
    ("theme", Theme),
    ("practical", PracticalKind),
    ("city_link", CityLink),
    ("field_of_work", FieldOfWork),
    ("name", NameKind),
    ("relation", PersonRelationKind),
    ("place_relation", PlaceRelationKind),
    ("review", ReviewStage),
    ("protection", ProtectionLevel),
    ("protection_short", ProtectionLevel),
    ("scope", Scope),
    ("tier", Tier),
    ("read", ReadExtent),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("prefix", "values"), LISTS, ids=[prefix for prefix, _ in LISTS])
def test_each_value_has_a_word(language: str, prefix: str, values: type[StrEnum]) -> None:
    words = Words(language)
    for value in values:
        assert words(f"{prefix}_{value.value}").strip()
    assert words(f"access_{Access.MIRROR.value}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("record", [Figure, Site, Base, Route])
def test_each_field_that_may_rest_on_a_source_has_a_label(language: str, record: type[Figure]) -> None:
    silent = {
        "id",
        "draft",
        "prominence",
        "disambiguation",
        "city_links",
        "fields",
        "identifiers",
        "review",
        "kind",
        "period",
    }
    silent |= {
        "theme",
        "site",
        "line",
        "distance_m",
        "walking_minutes",
        "sources",
        "verified",
        "note",
        "variants",
        "portrait",
    }
    for name in record.model_fields:
        if name not in silent:
            assert Words(language)(f"field_{name}").strip()


def test_every_kind_of_relation_has_a_family_of_lines() -> None:
    families = {kind_class(kind.value) for kind in PersonRelationKind}
    assert families == {"graph-lawsuit", "graph-learning", "graph-neighbours", "graph-office"}
