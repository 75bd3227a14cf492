import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.records.coordinates import Coordinates, CoordinateSystem, convert

# The bounds of Changzhou prefecture, generously.
LATITUDES = st.floats(31.1, 32.2)
LONGITUDES = st.floats(119.0, 120.3)


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Haversine distance on a sphere of 6,371 km."""
    lat1, lng1, lat2, lng2 = map(math.radians, (*one, *other))
    inner = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lng2 - lng1) / 2) ** 2
    return 2 * 6_371_000 * math.asin(math.sqrt(inner))


@given(LATITUDES, LONGITUDES, st.sampled_from(CoordinateSystem), st.sampled_from(CoordinateSystem))
def test_there_and_back_is_within_a_metre(
    lat: float, lng: float, source: CoordinateSystem, target: CoordinateSystem
) -> None:
    there = convert(lat, lng, source, target)
    assert metres_between((lat, lng), convert(*there, target, source)) < 1


@given(LATITUDES, LONGITUDES)
def test_the_systems_lie_hundreds_of_metres_apart(lat: float, lng: float) -> None:
    world = (lat, lng)
    china = convert(lat, lng, CoordinateSystem.WGS84, CoordinateSystem.GCJ02)
    baidu = convert(lat, lng, CoordinateSystem.WGS84, CoordinateSystem.BD09)
    assert 300 < metres_between(world, china) < 800
    assert 500 < metres_between(china, baidu) < 1200


def test_the_point_of_the_public_lists_comes_out_where_the_notes_put_it() -> None:
    point = Coordinates(lat=31.7722, lng=119.9597, system=CoordinateSystem.GCJ02, precision_m=500)
    assert metres_between(point.to_wgs84(), (31.7745, 119.9549)) < 60


def test_a_point_abroad_is_not_shifted() -> None:
    assert convert(42.3751, -71.10561, CoordinateSystem.GCJ02, CoordinateSystem.WGS84) == (42.3751, -71.10561)


def test_numbers_may_come_as_text_because_the_reader_leaves_scalars_alone() -> None:
    data = {"lat": "31.5", "lng": "119.5", "system": "GCJ-02", "precision_m": "500", "verified": "false"}
    assert Coordinates.model_validate(data).precision_m == 500


@pytest.mark.parametrize(
    "change",
    [
        {"lat": "91"},
        {"lng": "nan"},
        {"lat": "inf"},
        {"precision_m": "0"},
        {"system": "CGCS2000"},
        {"system": None},
        {"altitude": "3"},
    ],
)
def test_a_bad_or_undeclared_value_is_refused(change: dict[str, str | None]) -> None:
    good: dict[str, str | None] = {"lat": "31.5", "lng": "119.5", "system": "WGS-84", "precision_m": "500"}
    Coordinates.model_validate(good)
    with pytest.raises(ValidationError):
        Coordinates.model_validate({**good, **change})


def test_the_system_must_be_declared() -> None:
    with pytest.raises(ValidationError, match="system"):
        Coordinates.model_validate({"lat": "31.5", "lng": "119.5", "precision_m": "500"})


@pytest.mark.parametrize(("metres", "pin"), [(20, True), (99, True), (100, False), (500, False)])
def test_only_a_well_known_place_may_be_a_pin(metres: int, pin: bool) -> None:
    assert Coordinates(lat=31.5, lng=119.5, system=CoordinateSystem.WGS84, precision_m=metres).is_spot is pin
