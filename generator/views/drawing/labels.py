"""Where the names stand in the drawing of the lane, and the plaques of the people beside them."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from generator.records.plan import LanePlan, Placement, PlanShape, Rectangle, Slot
from generator.records.text import LocalizedText
from generator.views.drawing.lettering import Link, block, column, is_han, plaque, plaque_size
from generator.views.drawing.svg import element, group, number

_SITE_SIZE, _LATIN_SIZE = 16.0, 12.0
_LABEL_ROOM = 86.0

Say = Callable[[LocalizedText], str]
"""How a text of the plan reads in the language of the page."""


def with_label(slot: Slot, plan: LanePlan) -> tuple[float, float]:
    """From where to where a house and the label beside it reach."""
    if _label_is_east(slot, plan):
        return slot.x, slot.x + slot.width + _LABEL_ROOM
    return slot.x - _LABEL_ROOM, slot.x + slot.width


def _label_is_east(slot: Slot, plan: LanePlan) -> bool:
    """On which side a label stands that cannot hang below: away from the east end, where no room is left."""
    return (
        slot.shape is PlanShape.BRIDGE
        or slot.placement is Placement.UNKNOWN
        or slot.x + slot.width / 2 < plan.width * 0.8
    )


def alley_label(place: Rectangle, say: Say) -> Markup:
    """The name of a side lane, written along it."""
    text, middle = say(place.label), place.x + place.width / 2
    if is_han(text):
        return column("lane-street", text, middle, place.y + 14, 14)
    x, y = number(middle + 4), number(place.y + place.height - 10)
    return element(
        "text", text, class_="lane-street", font_size=_LATIN_SIZE, transform=f"translate({x} {y}) rotate(-90)"
    )


def stands_behind(slot: Slot, plan: LanePlan) -> bool:
    """Whether another house of the same group stands in front of it, where its label would hang."""
    return slot.group is not None and any(
        other.group == slot.group
        and other.y > slot.y + slot.height / 2
        and other.x < slot.x + slot.width
        and slot.x < other.x + other.width
        for other in plan.slots
        if other.site != slot.site and other.shape is not PlanShape.ALLEY
    )


def below(slot: Slot, text: str, people: Sequence[Link]) -> tuple[Markup, Markup]:
    """Label under the house, plaques to the left of it (Han: columns read from right to left) or under it (Latin)."""
    middle, top = slot.x + slot.width / 2, slot.y + slot.height + 8
    if is_han(text):
        shift = 17 * len(people)
        label = column("lane-site", text, middle + shift, top + 4, _SITE_SIZE)
        return label, group(
            None, *(plaque(person, middle + shift - 30 - 36 * index, top - 4) for index, person in enumerate(people))
        )
    label, height = block("lane-site", text, middle, top, _LATIN_SIZE, 84)
    return label, group(
        None, *(plaque(person, middle, top + height + 2 + 52 * index) for index, person in enumerate(people))
    )


def beside(slot: Slot, plan: LanePlan, text: str, people: Sequence[Link]) -> tuple[Markup, Markup]:
    """Label at the side of the house that has more room, plaques beyond it."""
    east = _label_is_east(slot, plan)
    edge = slot.x + slot.width + 18 if east else slot.x - 18
    step = 1 if east else -1
    top = slot.y + 4
    if is_han(text):
        label = column("lane-site lane-halo", text, edge, top, _SITE_SIZE)
        return label, group(
            None, *(plaque(person, edge + step * (32 + 36 * index), top - 8) for index, person in enumerate(people))
        )
    label, height = block(
        "lane-site lane-halo", text, edge - step * 6, top, _LATIN_SIZE, 60, "start" if east else "end"
    )
    parts = []
    for index, person in enumerate(people):
        width, _ = plaque_size(person.text)
        parts.append(plaque(person, edge - step * 6 + step * width / 2, top + height + 52 * index))
    return label, group(None, *parts)


def feature_label(place: Rectangle, text: str) -> Markup:
    """The name of something that is no site, to the west of it."""
    edge = place.x - 14
    if is_han(text):
        return column("lane-site lane-halo", text, edge, place.y + 18, 14)
    return block("lane-site lane-halo", text, edge + 6, place.y + 18, _LATIN_SIZE, 50, "end")[0]
