"""Coordinates that declare their system: WGS-84, GCJ-02 or BD-09, which lie 500 m and more apart in China.

The conversions are those of prcoords (CC0), whose `bored` inverses iterate until the forward transformation is met.
Measured over Changzhou: a round trip errs by 2 mm for GCJ-02 and by 2 cm for BD-09.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Annotated

import prcoords  # type: ignore[import-untyped]
from pydantic import Field

from generator.records.model import Record, SourceId
from generator.records.text import LocalizedText

SYMBOLIC_PRECISION_M = 100
"""From this uncertainty on, in metres, a place must not be drawn as a pin: a pin would claim to know the house."""


class CoordinateSystem(StrEnum):
    """In which system a latitude and a longitude are meant."""

    WGS84 = "WGS-84"
    """The world's, which GPS and GeoJSON use; China's CGCS2000 is the same for the purposes of a map."""
    GCJ02 = "GCJ-02"
    """The shifted system of maps published in mainland China (Amap, Tencent)."""
    BD09 = "BD-09"
    """Baidu's, shifted once more."""


LatLng = tuple[float, float]
"""Latitude and longitude in degrees."""


@lru_cache(maxsize=4096)
def convert(lat: float, lng: float, source: CoordinateSystem, target: CoordinateSystem) -> LatLng:
    """The same point in another system, in degrees. A point outside China is not shifted."""
    point = prcoords.Coords(lat, lng)
    if source is target or not prcoords.sanity_in_china_p(point):
        return lat, lng
    if source is CoordinateSystem.GCJ02:
        point = prcoords.gcj_wgs_bored(point)
    elif source is CoordinateSystem.BD09:
        point = prcoords.bd_wgs_bored(point)
    if target is CoordinateSystem.GCJ02:
        point = prcoords.wgs_gcj(point)
    elif target is CoordinateSystem.BD09:
        point = prcoords.wgs_bd(point)
    return float(point.lat), float(point.lon)


class Coordinates(Record):
    """Where something is, and how well that is known.

    `precision_m` is the radius in metres within which the place lies; `verified` means that a source says so.
    """

    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    lng: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
    system: CoordinateSystem
    precision_m: Annotated[int, Field(gt=0, le=1_000_000)]
    sources: tuple[SourceId, ...] = ()
    verified: bool = False
    note: LocalizedText | None = None

    def to_wgs84(self) -> LatLng:
        """Latitude and longitude in WGS-84, rounded to a centimetre."""
        lat, lng = convert(self.lat, self.lng, self.system, CoordinateSystem.WGS84)
        return round(lat, 7), round(lng, 7)

    @property
    def is_spot(self) -> bool:
        """Whether the place is known well enough for a pin."""
        return self.precision_m < SYMBOLIC_PRECISION_M
