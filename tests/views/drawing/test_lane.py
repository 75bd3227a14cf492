import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator.archive.yaml_reader import parse_yaml
from generator.records.plan import LanePlan, Placement
from generator.records.text import LocalizedText
from generator.views.drawing.lane import LaneWords, PlanHouse, lane_svg
from generator.views.drawing.lettering import Link

PLAN_FILE = Path(__file__).parents[3] / "sites_map/lane.yml"
WORDS = LaneWords("青果巷示意图", "住在别处", "北")
HOSTILE = "\"'><img src=x onerror=alert(1)>&`${1}"


@pytest.fixture(scope="module")
def plan() -> LanePlan:
    """The plan of the repository."""
    return LanePlan.model_validate(parse_yaml(PLAN_FILE.read_text(encoding="utf-8")).data)


def in_chinese(text: LocalizedText) -> str:
    return text.wording("zh").text


def in_english(text: LocalizedText) -> str:
    return text.wording("en").text


def houses(plan: LanePlan, people: dict[str, str] | None = None) -> list[PlanHouse]:
    return [
        PlanHouse(
            slot.site,
            in_chinese(slot.label),
            f"../sites/{slot.site}/",
            tuple(Link(name, "../figures/x/") for site, name in (people or {}).items() if site == slot.site),
        )
        for slot in plan.slots
    ]


def drawn(plan: LanePlan, *arguments: object, **keywords: object) -> ET.Element:
    """The drawing, parsed: it must be well-formed even as XML."""
    return ET.fromstring(str(lane_svg(plan, *arguments, **keywords)))  # type: ignore[arg-type]


def links(drawing: ET.Element) -> dict[str, str]:
    return {a.attrib["href"]: a.attrib["aria-label"] for a in drawing.iter("a")}


def test_every_house_leads_to_its_page_and_is_named(plan: LanePlan) -> None:
    found = links(drawn(plan, houses(plan), WORDS, in_chinese))
    assert set(found) == {f"../sites/{slot.site}/" for slot in plan.slots}
    for slot in plan.slots:
        spoken = found[f"../sites/{slot.site}/"]
        assert in_chinese(slot.label) in spoken
        assert in_chinese(slot.basis) in spoken


def test_a_house_without_a_page_is_drawn_without_a_link(plan: LanePlan) -> None:
    drawing = drawn(plan, [], WORDS, in_chinese)
    assert not list(drawing.iter("a"))
    assert "史良故居" in "".join(drawing.itertext())


def test_people_hang_at_their_houses_and_the_others_across_the_water(plan: LanePlan) -> None:
    drawing = drawn(
        plan,
        houses(plan, {"shiliang-house": "甲某"}),
        WORDS,
        in_chinese,
        across=[Link("乙某", "../figures/b/", "乙某,虚构")],
    )
    names = {"".join(a.itertext()): a for a in drawing.iter("a")}
    at_home = next(text for text in names if text.endswith("甲某"))
    far = next(a for text, a in names.items() if text.endswith("乙某"))
    assert "甲某" in at_home
    assert far.attrib["aria-label"] == "乙某,虚构"
    board = far.find("rect")
    assert board is not None and float(board.attrib["y"]) > plan.canal.bottom


def test_what_is_not_known_looks_different(plan: LanePlan) -> None:
    drawing = str(lane_svg(plan, houses(plan), WORDS, in_chinese))
    unknown = sum(slot.placement is Placement.UNKNOWN for slot in plan.slots)
    assert len(re.findall(r'class="lane-unknown', drawing)) == unknown
    assert "次" in drawing and 'class="lane-stamp"' in drawing


def test_english_is_set_in_lines_not_in_columns(plan: LanePlan) -> None:
    drawing = drawn(plan, houses(plan, {"shiliang-house": "Fictional Person"}), WORDS, in_english)
    lines = ["".join(span.itertext()) for span in drawing.iter("tspan")]
    assert "House of Shi" in lines or "House of" in lines
    assert "S" not in lines


def test_hostile_names_stay_text(plan: LanePlan) -> None:
    hostile = [
        PlanHouse(slot.site, HOSTILE, 'x" onclick="1', (Link(HOSTILE, HOSTILE, HOSTILE),)) for slot in plan.slots
    ]
    words = LaneWords(HOSTILE, HOSTILE, HOSTILE)
    drawing = drawn(plan, hostile, words, lambda text: HOSTILE, across=[Link(HOSTILE, HOSTILE)])
    assert {each.tag for each in drawing.iter()} <= {
        *("div", "svg", "g", "a", "title", "path", "rect", "circle", "ellipse", "text", "tspan")
    }
    for each in drawing.iter():
        assert not any(name.startswith("on") or name == "style" for name in each.attrib)


def test_colours_come_from_the_style_sheet_alone(plan: LanePlan) -> None:
    for each in drawn(plan, houses(plan), WORDS, in_chinese).iter():
        assert not {"fill", "stroke", "style", "color"} & set(each.attrib)


def test_two_drawings_of_one_plan_are_the_same_bytes(plan: LanePlan) -> None:
    assert lane_svg(plan, houses(plan), WORDS, in_chinese) == lane_svg(plan, houses(plan), WORDS, in_chinese)
