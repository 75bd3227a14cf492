"""Anchors of facts."""

from generator.records.figure import Figure
from generator.views.anchors import fact_anchors, nearest_anchor
from tests.support.fiction import fictional_collection

FIGURE = fictional_collection().figures["jia"]


def test_an_event_keeps_its_anchor_when_another_is_added_before_it() -> None:
    events = list(FIGURE.timeline)
    more = FIGURE.model_copy(update={"timeline": (events[1], *events)})
    assert fact_anchors(FIGURE)["timeline", 0] == "fact-timeline-1936-11-23"
    assert fact_anchors(more)["timeline", 1] == "fact-timeline-1936-11-23"


def test_two_events_of_one_day_have_two_anchors() -> None:
    twice = FIGURE.model_copy(update={"timeline": (FIGURE.timeline[0], FIGURE.timeline[0])})
    anchors = fact_anchors(twice)
    assert anchors["timeline", 1] == anchors["timeline", 0] + "-2"


def test_a_variant_is_found_at_the_fact_that_it_varies() -> None:
    anchors = fact_anchors(FIGURE)
    assert nearest_anchor(anchors, ("birthplace", "variants", 0)) == "fact-birthplace"
    assert nearest_anchor(anchors, ("sources",)) == ""


def test_every_fact_has_its_own_anchor() -> None:
    anchors = fact_anchors(FIGURE)
    assert len(set(anchors.values())) == len(anchors)
    assert isinstance(FIGURE, Figure)
