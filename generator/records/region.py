"""The region of a collection: the bounds within which its coordinates must lie."""

from typing import Self

from pydantic import Field, model_validator

from generator.records.model import Record, bad_value


class Region(Record):
    """Bounds in degrees of WGS-84."""

    south: float = Field(ge=-90, le=90)
    west: float = Field(ge=-180, le=180)
    north: float = Field(ge=-90, le=90)
    east: float = Field(ge=-180, le=180)

    @model_validator(mode="after")
    def _has_an_inside(self) -> Self:
        if self.south >= self.north or self.west >= self.east:
            raise bad_value("south 小于 north,west 小于 east", "south less than north, west less than east")
        return self

    def contains(self, latitude: float, longitude: float) -> bool:
        """Whether a point, in degrees of WGS-84, lies within the bounds."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east
