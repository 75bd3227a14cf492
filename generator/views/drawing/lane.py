"""The plan of the lane as one drawing: canal below, lane above it, houses of unknown order in a row of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.records.plan import Feature, LanePlan, Placement, PlanShape, Slot
from generator.views.drawing import scenery
from generator.views.drawing.buildings import building
from generator.views.drawing.labels import Say, alley_label, below, beside, feature_label, stands_behind, with_label
from generator.views.drawing.lettering import Link, column, column_height, is_han, link, plaque, plaque_size
from generator.views.drawing.svg import element, group, line, number, path

_PLACE_SIZE = 19.0


@dataclass(frozen=True)
class PlanHouse:
    """What a house of the plan leads to: the page of its site, and the figures who belong to it."""

    site_id: str
    title: str
    href: str
    people: tuple[Link, ...] = ()


@dataclass(frozen=True)
class LaneWords:
    """Words of the drawing that are not in the plan: its name, the note over those who lived elsewhere, and north."""

    title: str
    elsewhere: str
    north: str


def lane_svg(
    plan: LanePlan, houses: Sequence[PlanHouse], words: LaneWords, say: Say, across: Sequence[Link] = ()
) -> Markup:
    """The drawing in a scrollable frame. `across` are figures who lived elsewhere: they stand on the far bank.

    Houses without a PlanHouse are drawn too, without a link. Needs `drawing.css`.
    """
    by_site = {house.site_id: house for house in houses}
    height = plan.height + (_across_height(across) if across else 0)
    svg = element(
        "svg",
        [
            _ground(plan, say),
            *(_feature(feature, say) for feature in plan.features),
            # From north to south, so that what stands in front covers what stands behind it.
            *(
                _slot(slot, plan, by_site, say)
                for slot in sorted(plan.slots, key=lambda slot: (slot.y + slot.height, slot.x))
            ),
            _captions(plan, words, say),
            _far_bank(plan, across, words) if across else Markup(""),
        ],
        viewBox=f"0 0 {number(plan.width)} {number(height)}",
        class_="lane-drawing",
        role="group",
        aria_label=words.title,
    )
    return element("div", [svg], class_="lane-scroll", role="region", tabindex="0", aria_label=words.title)


def _ground(plan: LanePlan, say: Say) -> Markup:
    width, lane, canal = plan.width, plan.lane, plan.canal
    known = [slot for slot in plan.slots if slot.placement is Placement.KNOWN]
    north = sorted(with_label(slot, plan) for slot in known if slot.y + slot.height <= lane.top + 1)
    south = [slot for slot in known if lane.bottom <= slot.y < canal.top - 20]
    mist_line = lane.top - 100
    return group(
        "lane-scenery",
        *(scenery.roofs(left + 20, right - 20, lane.top - 24, 66) for left, right in _gaps(north, width)),
        *(scenery.wall(left, right, lane.top, 34) for left, right in _gaps(north, width)),
        scenery.mist(30, width - 30, mist_line),
        scenery.paving(0, width, lane.top, lane.bottom),
        *(
            scenery.roofs(left + 60, right - 60, canal.top - 12, 56)
            for left, right in _gaps(sorted(with_label(slot, plan) for slot in south), width)
        ),
        scenery.water(0, width, canal.top, canal.bottom),
        *(scenery.steps(slot.x + slot.width / 2, canal.top - 8, canal.top + 8) for slot in south),
        *(
            scenery.willow(width * share, canal.top, 62 + extra, lean)
            for share, extra, lean in ((0.07, 4, 7), (0.36, 10, -6), (0.41, 0, 8), (0.63, 8, 6), (0.79, 2, -7))
        ),
        path("lane-bank", "M", 0, canal.bottom + 9, "H", width),
    )


def _gaps(taken: Sequence[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """The stretches from west to east between the houses that are known, with room for a passage."""
    gaps, start = [], 0.0
    for left, right in taken:
        gaps.append((start, left - 8))
        start = right + 8
    gaps.append((start, width))
    return [(left, right) for left, right in gaps if right - left > 60]


def _feature(feature: Feature, say: Say) -> Markup:
    label = (
        alley_label(feature, say) if feature.shape is PlanShape.ALLEY else feature_label(feature, say(feature.label))
    )
    return group(
        "lane-feature" if feature.certain else "lane-feature lane-uncertain",
        element("title", say(feature.basis)),
        building(feature),
        label,
    )


def _slot(slot: Slot, plan: LanePlan, by_site: Mapping[str, PlanHouse], say: Say) -> Markup:
    house = by_site.get(slot.site)
    text = say(slot.label)
    people = house.people if house else ()
    if slot.shape is PlanShape.ALLEY:
        lettering, plaques = alley_label(slot, say), Markup("")
    elif slot.placement is Placement.KNOWN or stands_behind(slot, plan):
        lettering, plaques = beside(slot, plan, text, people)
    else:
        lettering, plaques = below(slot, text, people)
    ground = element("rect", x=slot.x, y=slot.y, width=slot.width, height=slot.height, class_="lane-touch")
    drawing = (ground, building(slot), lettering)
    # The label comes first where the title does not begin with it: a voice command names what is seen.
    names = [house.title] if house and house.title.startswith(text) else [text, *([house.title] if house else [])]
    title = " · ".join([*names, say(slot.basis)])
    inner = (
        link(Link(text, house.href, title), "lane-house", *drawing)
        if house
        else group("lane-house", element("title", title), *drawing)
    )
    return group(f"lane-{slot.placement}" + ("" if slot.certain else " lane-uncertain"), inner, plaques)


def _captions(plan: LanePlan, words: LaneWords, say: Say) -> Markup:
    """Names of lane and canal, what lies at the two ends, north, and the word over the row of unknown order."""
    lane, canal = plan.lane, plan.canal
    parts = [
        _along(say(lane.label), plan.width * 0.5, (lane.top + lane.bottom) / 2),
        _along(say(canal.label), plan.width * 0.52, (canal.top + canal.bottom) / 2),
    ]
    for text, x, anchor in ((say(plan.west), 12.0, "start"), (say(plan.east), plan.width - 12, "end")):
        arrow = f"← {text}" if anchor == "start" else f"{text} →"
        parts.append(
            element(
                "text",
                arrow,
                x=x,
                y=(lane.top + lane.bottom) / 2 + 5,
                class_="lane-end lane-halo",
                font_size=14,
                text_anchor=anchor,
            )
        )
    unknown = say(plan.unknown_order)
    if is_han(unknown):
        parts.append(element("rect", x=14, y=34, width=26, height=column_height(unknown, 16) + 14, class_="lane-stamp"))
        parts.append(column("lane-stamp-text", unknown, 27, 40, 16))
    else:
        parts.append(element("text", unknown, x=14, y=26, class_="lane-stamp-text", font_size=13))
    x, y = plan.width - 34, lane.top - 150
    parts.append(path("lane-ink lane-solid", "M", x, y, "L", x - 5, y + 15, "L", x, y + 11, "L", x + 5, y + 15, "Z"))
    parts.append(line("lane-ink", x, y + 11, x, y + 30))
    parts.append(element("text", words.north, x=x, y=y - 6, class_="lane-end", font_size=14, text_anchor="middle"))
    return group(None, *parts)


def _along(text: str, x: float, y: float) -> Markup:
    """A name written along a band, its characters far apart."""
    return element(
        "text",
        text,
        x=x,
        y=y + 6,
        class_="lane-band lane-halo",
        font_size=_PLACE_SIZE if is_han(text) else 16.0,
        text_anchor="middle",
    )


def _across_height(across: Sequence[Link]) -> float:
    return max(plaque_size(person.text)[1] for person in across) + 58


def _far_bank(plan: LanePlan, across: Sequence[Link], words: LaneWords) -> Markup:
    """Those who lived elsewhere, on the bank across the water, a post for each plaque."""
    top = plan.canal.bottom + 28
    spacing = min(plan.width / (len(across) + 1), 190.0)
    start = (plan.width - spacing * (len(across) - 1)) / 2
    parts = []
    for index, person in enumerate(across):
        x = start + spacing * index
        width, height = plaque_size(person.text)
        parts.append(
            path(
                "lane-ink",
                "M",
                x - width / 2 - 6,
                top + 2,
                "h",
                width + 12,
                "M",
                x + width / 2 + 6,
                top + 2,
                "v",
                height + 14,
            )
        )
        parts.append(plaque(person, x, top + 2))
    note = element("text", words.elsewhere, x=24, y=top + 22, class_="lane-end", font_size=14)
    return group("lane-across", note, *parts)
