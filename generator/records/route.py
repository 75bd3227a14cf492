"""A route: a walk past several sites in their order, one file of `sites_map/routes/`."""

from typing import Self

from pydantic import Field, model_validator

from generator.records.fact import Fact
from generator.records.model import RecordId, bad_value
from generator.records.review import ReviewStep
from generator.records.site import PlaceNames
from generator.records.text import LocalizedText


class Stop(Fact):
    """One stop of a route, with what is told there."""

    site: RecordId
    story: LocalizedText | None = None


class Route(Fact):
    """A walk. `line` is drawn in units of the lane's plan; distance in metres and minutes of walking if measured."""

    id: RecordId
    draft: bool = False
    names: PlaceNames
    summary: LocalizedText | None = None
    stops: tuple[Stop, ...]
    line: tuple[tuple[float, float], ...] = ()
    distance_m: int | None = Field(default=None, ge=1)
    walking_minutes: int | None = Field(default=None, ge=1)
    review: tuple[ReviewStep, ...] = ()

    @model_validator(mode="after")
    def _has_stops_unless_draft(self) -> Self:
        if not self.stops and not self.draft:
            raise bad_value("stops 中至少一站", "at least one stop in stops")
        return self
