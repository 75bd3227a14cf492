"""The schematic plan of the lane: `sites_map/lane.yml`.

It is a drawing, not a survey. Plan units have no scale; x runs from west to east, y from north to south. What is drawn
where rests on the `basis` of each entry, and whatever has no sourced place in the order stands in a row of its own.
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.records.model import Record, RecordId, SourceId, bad_value
from generator.records.text import LocalizedText

PlanUnit = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
PlanLength = Annotated[float, Field(gt=0, le=10_000, allow_inf_nan=False)]


class PlanShape(StrEnum):
    """How a thing of the plan is drawn."""

    HOUSE = "house"
    GARDEN = "garden"
    STAGE = "stage"
    SHRINE = "shrine"
    SHOP = "shop"
    WELL = "well"
    ARCHWAY = "archway"
    BRIDGE = "bridge"
    ALLEY = "alley"
    LOST = "lost"
    """What no longer stands."""


class Placement(StrEnum):
    """What is known of the place in the order of the lane."""

    KNOWN = "known"
    UNKNOWN = "unknown"


class Drawn(Record):
    """Anything that the plan shows, with what its position rests on. `certain`: all of the position is sourced."""

    label: LocalizedText
    basis: LocalizedText
    sources: tuple[SourceId, ...] = ()
    certain: bool = False


class Band(Drawn):
    """A strip across the plan from its west to its east end: the lane, the canal."""

    site: RecordId | None = None
    top: PlanUnit
    bottom: PlanUnit

    @model_validator(mode="after")
    def _has_width(self) -> Self:
        if self.bottom <= self.top:
            raise bad_value(
                "bottom 要大于 top（y 由北向南）", "a bottom greater than top, since y runs from north to south"
            )
        return self


class Rectangle(Drawn):
    """A thing with a place in the plan; `x` and `y` are its north-west corner."""

    shape: PlanShape
    x: PlanUnit
    y: PlanUnit
    width: PlanLength
    height: PlanLength


class Feature(Rectangle):
    """Something that is no site of the collection but helps to find the way: a side lane, another bridge."""

    id: RecordId


class Slot(Rectangle):
    """A site in the plan. `group` joins neighbours whose relation to each other is known though not their place."""

    site: RecordId
    placement: Placement
    group: RecordId | None = None


class LanePlan(Record):
    """The file `sites_map/lane.yml`."""

    width: PlanLength
    height: PlanLength
    note: LocalizedText
    west: LocalizedText
    east: LocalizedText
    unknown_order: LocalizedText
    lane: Band
    canal: Band
    features: tuple[Feature, ...] = ()
    slots: tuple[Slot, ...] = ()

    @model_validator(mode="after")
    def _lies_inside(self) -> Self:
        for each in (*self.features, *self.slots):
            if each.x + each.width > self.width or each.y + each.height > self.height:
                raise bad_value(
                    f"在图框 {self.width:g} × {self.height:g} 之内的位置",
                    f"a place inside {self.width:g} × {self.height:g} units",
                )
        sites = [slot.site for slot in self.slots]
        if len(set(sites)) != len(sites):
            raise bad_value("每处地点在图中只出现一次", "each site once in the plan")
        return self
