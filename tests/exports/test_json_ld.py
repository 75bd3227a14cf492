"""Machines read what is certain, with its sources, and nothing in the data can break out of its element."""

import dataclasses
import json
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.collection import Collection
from generator.exports.json_ld import breadcrumbs, collection_page, iso_date, record_page, script_tag, website
from generator.exports.publication import Publication
from generator.records.dates import HistoricalDate
from tests.support.fiction import fictional_collection

COLLECTION = fictional_collection()


def publication(collection: Collection = COLLECTION, language: str = "zh") -> Publication:
    """A site at an address of its own; the traditional form of a text is marked, so that it can be told."""
    return Publication(
        collection,
        language,
        "Fictional City",
        lambda kind, record_id: f"https://example.org/{kind}s/{record_id}/",
        lambda text: f"繁{text}",
    )


def person(language: str = "zh", **changes: Any) -> dict[str, Any]:
    """The data about the first figure, after some of its values were changed."""
    figure = COLLECTION.figures["jia"].model_copy(update=changes)
    entity: dict[str, Any] = record_page(figure, "甲", publication(language=language))["mainEntity"]
    return entity


def test_a_figure_is_a_person_on_a_profile_page() -> None:
    page = record_page(COLLECTION.figures["jia"], "虚构甲", publication())
    assert (page["@context"], page["@type"], page["inLanguage"]) == ("https://schema.org", "ProfilePage", "zh-Hans")
    assert page["url"] == "https://example.org/figures/jia/"
    entity = page["mainEntity"]
    assert (entity["@type"], entity["name"], entity["birthDate"]) == ("Person", "虚构甲", "1901-02-03")
    assert {"虛構甲", "Person A", "子虚"} <= set(entity["alternateName"])
    assert entity["sameAs"] == ["https://www.wikidata.org/entity/Q42", "https://viaf.org/viaf/7"]
    assert entity["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "社长",
            "startDate": "1930",
            "endDate": "1940",
            "memberOf": {"@type": "Organization", "name": "虚构社"},
        }
    ]


def test_sources_are_citations_and_each_stands_once() -> None:
    page = record_page(COLLECTION.figures["jia"], "虚构甲", publication())
    assert [each["name"] for each in page["citation"]] == ["虚构的书", "A fictional paper"]
    assert page["citation"][0]["datePublished"] == "2001"
    assert page["citation"][0]["publisher"] == {"@type": "Organization", "name": "虚构社"}
    assert "url" not in page["citation"][0]
    assert page["citation"][1]["url"] == "https://example.org/paper"


@pytest.mark.parametrize("doubt", [{"verified": False}, {"sources": ()}, {"variants": ({"text": {"zh": "一说"}},)}])
def test_a_doubtful_value_is_left_out(doubt: dict[str, Any]) -> None:
    born = COLLECTION.figures["jia"].born
    assert born is not None
    doubtful = type(born).model_validate({**born.model_dump(by_alias=True), **doubt})
    assert "birthDate" not in person(born=doubtful)
    assert "birthDate" in person()


def test_what_the_fiction_doubts_is_left_out() -> None:
    entity = person()
    assert "deathDate" not in entity
    assert "deathPlace" not in entity
    assert "乌有" not in entity["alternateName"]
    assert entity["birthPlace"]["name"] == "虚构镇"  # the birthplace in words has a variant, the town of birth has none


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1900", "1900"),
        ("1936-11", "1936-11"),
        ("1936-11-23", "1936-11-23"),
        ("1936-XX", "1936"),
        ("1936-11-XX", "1936-11"),
        ("1899~", None),
        ("1899?", None),
        ("190X", None),
        ("1925/1929", None),
        ("1949/..", None),
        ("-0479", None),
        ("0000", None),
    ],
)
def test_dates_are_iso_or_absent(text: str, expected: str | None) -> None:
    assert iso_date(HistoricalDate.parse(text)) == expected


def test_languages_and_given_traditional_names() -> None:
    assert person("en")["name"] == "Person A"
    assert person("en")["description"] == "a fictional lawyer"
    assert person("zh-Hant")["name"] == "虛構甲"
    assert person("zh-Hant")["description"] == "繁虚构的法学家"


def test_a_rough_position_is_not_given_as_the_place_itself() -> None:
    hall = record_page(COLLECTION.sites["hall"], "堂", publication())["mainEntity"]
    museum = record_page(COLLECTION.sites["museum"], "馆", publication())["mainEntity"]
    assert hall["@type"] == "LandmarksOrHistoricalBuildings"
    assert hall["address"] == "虚构巷1号"
    assert "geo" not in hall
    assert museum["geo"] == {"@type": "GeoCoordinates", "latitude": 31.77, "longitude": 119.95}


def test_a_rough_position_stays_out_even_if_a_source_gives_it() -> None:
    site = COLLECTION.sites["museum"].model_dump(by_alias=True)
    rough = {**site, "coordinates": {**site["coordinates"], "precision_m": 300}}
    entity = record_page(type(COLLECTION.sites["museum"]).model_validate(rough), "馆", publication())["mainEntity"]
    assert "geo" not in entity


@pytest.mark.parametrize(
    ("theme", "types"),
    [
        ("museum", ["Museum", "TouristAttraction"]),
        ("memorial", ["Museum", "TouristAttraction"]),
        ("residence", "TouristAttraction"),
    ],
)
def test_a_base_is_an_attraction_and_may_be_a_museum(theme: str, types: object) -> None:
    base = COLLECTION.bases["hall-base"]
    changed = type(base).model_validate({**base.model_dump(by_alias=True), "theme": theme})
    assert record_page(changed, "基地", publication())["mainEntity"]["@type"] == types


def test_a_route_lists_its_stops_in_order() -> None:
    stops = record_page(COLLECTION.routes["walk"], "路线", publication())["mainEntity"]["itinerary"]["itemListElement"]
    assert [(stop["position"], stop["url"]) for stop in stops] == [
        (1, "https://example.org/sites/hall/"),
        (2, "https://example.org/sites/bridge/"),
    ]


def test_other_pages() -> None:
    assert breadcrumbs([("首页", "https://example.org/"), ("巷子", "https://example.org/lane/")])["itemListElement"][
        1
    ] == {
        "@type": "ListItem",
        "position": 2,
        "name": "巷子",
        "item": "https://example.org/lane/",
    }
    assert website("站", None, "https://example.org/", "en")["@type"] == "WebSite"
    assert "description" not in collection_page("页", None, "https://example.org/a/", "zh")


def content_of(tag: str) -> Any:
    """What a browser hands to a reader of JSON-LD: the text of the one script element, and nothing beside it."""
    tree = html5lib.parseFragment(tag, namespaceHTMLElements=False)
    assert [child.tag for child in tree] == ["script"]
    assert not (tree.text or "").strip()
    assert not (tree[0].tail or "").strip()
    return json.loads(tree[0].text)


HOSTILE = ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", "&lt;", "\\u003c", '"', "\x7f"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_out_of_the_element(text: str) -> None:
    tag = script_tag({"name": text, text: "value"})
    assert content_of(tag) == {"name": text, text: "value"}
    assert not set("<>&\u2028\u2029") & set(
        tag.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    )


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")), max_size=3))
def test_any_text_comes_through_unchanged(data: dict[str, str]) -> None:
    assert content_of(script_tag(data)) == data


def test_a_hostile_record_stays_data_and_the_bytes_are_the_same_each_time() -> None:
    hostile = fictional_collection(lambda text: text + "</script><!--<script>")
    tags = [script_tag(record_page(record, "t", publication(hostile))) for _, record in hostile.records()]
    for tag in tags:
        content_of(tag)
    again = [script_tag(record_page(record, "t", publication(hostile))) for _, record in hostile.records()]
    assert tags == again


# The properties of schema.org that each type may have here; readers would pass over a slip such as `birthPlac`.
_THING = {"@type", "@id", "name", "alternateName", "description", "url", "sameAs"}
_PAGE = _THING | {"@context", "inLanguage", "mainEntity", "citation"}
_PLACE = _THING | {"address", "geo"}
KNOWN = {
    "ProfilePage": _PAGE,
    "WebPage": _PAGE,
    "Person": _THING | {"birthDate", "deathDate", "birthPlace", "deathPlace", "memberOf"},
    "Place": _PLACE,
    "LandmarksOrHistoricalBuildings": _PLACE,
    "TouristAttraction": _PLACE,
    "GeoCoordinates": {"@type", "latitude", "longitude"},
    "Organization": _THING,
    "OrganizationRole": _THING | {"memberOf", "roleName", "startDate", "endDate"},
    "CreativeWork": _THING | {"publisher", "datePublished"},
    "TouristTrip": _THING | {"itinerary"},
    "ItemList": {"@type", "itemListOrder", "itemListElement"},
    "ListItem": {"@type", "position", "name", "url", "item"},
}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.dictionaries(st.text(), VALUES, max_size=3))
def test_every_kind_of_value_is_written_as_json(data: dict[str, Any]) -> None:
    text = script_tag(data).removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029\x7f") & set(text)


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every node of the data."""
    if isinstance(value, list):
        return [node for item in value for node in nodes(item)]
    if isinstance(value, dict):
        return [value, *(node for item in value.values() for node in nodes(item))]
    return []


@pytest.mark.parametrize("kind", ["figure", "site", "base", "route"])
def test_only_properties_of_the_vocabulary_are_used(kind: str) -> None:
    for found, record in COLLECTION.records():
        if found == kind:
            for node in nodes(record_page(record, "t", publication())):
                assert node.keys() <= KNOWN[node["@type"]], node


def test_relative_addresses_where_the_site_has_none() -> None:
    relative = dataclasses.replace(publication(), address=lambda kind, record_id: f"../../{kind}s/{record_id}/")
    page = record_page(COLLECTION.figures["jia"], "甲", relative)
    assert page["url"] == "../../figures/jia/"
    assert "example.org/figures" not in json.dumps(page)
