from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from generator.archive.yaml_reader import parse_yaml
from generator.records.plan import LanePlan, Placement

PLAN_FILE = Path(__file__).parents[2] / "sites_map/lane.yml"


@pytest.fixture
def data() -> dict[str, Any]:
    """The plan of the repository, as plain data."""
    data = parse_yaml(PLAN_FILE.read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return data


def test_everything_drawn_says_what_its_place_rests_on(data: dict[str, Any]) -> None:
    plan = LanePlan.model_validate(data)
    for each in (plan.lane, plan.canal, *plan.features, *plan.slots):
        assert each.basis.zh and each.basis.en and each.sources


def test_nothing_of_unknown_order_stands_along_the_lane(data: dict[str, Any]) -> None:
    plan = LanePlan.model_validate(data)
    known = [slot for slot in plan.slots if slot.placement is Placement.KNOWN]
    unknown = [slot for slot in plan.slots if slot.placement is Placement.UNKNOWN]
    assert known and unknown
    assert max(slot.y + slot.height for slot in unknown) < min(slot.y for slot in known)
    assert not any(slot.certain for slot in unknown)


def test_a_thing_outside_the_frame_is_refused(data: dict[str, Any]) -> None:
    data["slots"][0]["x"] = "1699"
    with pytest.raises(ValidationError, match="units"):
        LanePlan.model_validate(data)


def test_a_site_cannot_stand_twice(data: dict[str, Any]) -> None:
    data["slots"].append(dict(data["slots"][0]))
    with pytest.raises(ValidationError, match="once"):
        LanePlan.model_validate(data)


def test_a_canal_needs_two_banks(data: dict[str, Any]) -> None:
    data["canal"]["bottom"] = data["canal"]["top"]
    with pytest.raises(ValidationError, match="south"):
        LanePlan.model_validate(data)
