"""Places can be put on any map, and say how well they are known."""

import json
from typing import Any

from generator.archive.collection import Collection
from generator.exports.data_dictionary import DICTIONARY
from generator.exports.downloads import downloads
from tests.support.fiction import empty_collection, fictional_collection


def places(collection: Collection | None = None) -> bytes:
    """The file."""
    published = (collection or fictional_collection()).published()
    return downloads(published, lambda kind, name: f"{kind}s/{name}/")["places.geojson"]


def features() -> dict[str, dict[str, Any]]:
    """The features by their ids."""
    data = json.loads(places())
    assert data["type"] == "FeatureCollection"
    assert "crs" not in data  # RFC 7946, 4: always WGS-84
    return {feature["id"]: feature for feature in data["features"]}


def test_every_site_base_and_town_is_a_feature() -> None:
    assert list(features()) == ["site/bridge", "site/hall", "site/museum", "base/hall-base", "town/town"]


def test_longitude_comes_first_and_the_system_is_converted() -> None:
    museum, hall = features()["site/museum"], features()["site/hall"]
    assert museum["geometry"] == {"type": "Point", "coordinates": [119.95, 31.77]}
    longitude, latitude = hall["geometry"]["coordinates"]  # the same numbers, but given in GCJ-02
    assert 0.001 < 119.95 - longitude < 0.01
    assert 0.001 < abs(31.77 - latitude) < 0.01


def test_what_nobody_has_located_has_no_geometry() -> None:
    bridge = features()["site/bridge"]
    assert bridge["geometry"] is None
    assert bridge["properties"]["precision_m"] is None


def test_a_position_says_how_well_it_is_known() -> None:
    properties = features()["site/hall"]["properties"]
    assert (properties["precision_m"], properties["verified"], properties["sources"]) == (500, False, ["paper"])
    assert properties["page"] == "sites/hall/"


def test_every_property_is_in_the_data_dictionary() -> None:
    documented = [column.name for column in DICTIONARY["places.geojson"]]
    for feature in features().values():
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        assert list(feature["properties"]) == documented


def test_an_empty_city_has_an_empty_collection() -> None:
    assert json.loads(places(empty_collection()))["features"] == []


def test_the_file_is_laid_out_as_one_would_print_it() -> None:
    for file in (places(), places(empty_collection())):
        assert file.decode() == json.dumps(json.loads(file), ensure_ascii=False, indent=1) + "\n"
