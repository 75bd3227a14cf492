"""The relation graph as an SVG: people down one line like landings on a canal, places down a second.

Relations between people are arcs to the left of the line, the wider the further apart two people stand in time;
relations to places are curves to the right. The order decides everything, so the same records give the same drawing.
"""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.views.drawing.lettering import text_width
from generator.views.drawing.svg import element, group, path
from generator.views.texts import Shown

_ROW = 46
_TOP = 30
_GAP = 14
_MIDDLE = 190
_NAME_SIZE = 18
_DETAIL_SIZE = 13
_ARC_STEP = 20
_MOST_ARC = 600
"""Arcs of many people lie closer together, so that the drawing stays about as wide as a page."""
_LAWSUIT = frozenset({"co_defendant", "counsel"})
_LEARNING = frozenset({"same_school", "same_university", "same_academy", "teacher_of_spouse", "publishing"})
_NEIGHBOURS = frozenset({"neighbours", "neighbours_and_field", "clansman", "same_house"})


@dataclass(frozen=True)
class Node:
    """A person or a place. `detail` stands in small type below the name."""

    id: str
    name: Shown
    detail: str
    href: str | None


@dataclass(frozen=True)
class Edge:
    """A relation from a person to a person or a place; `told` is what it says, `inferred` draws it broken."""

    start: str
    end: str
    kind: str
    told: str
    inferred: bool


@dataclass(frozen=True)
class Graph:
    """Everything that the drawing shows, in the order in which it stands there."""

    people: tuple[Node, ...]
    places: tuple[Node, ...]
    bonds: tuple[Edge, ...]
    stays: tuple[Edge, ...]


def kind_class(kind: str) -> str:
    """The family of a kind of relation, which decides the colour of its line."""
    if kind in _LAWSUIT:
        return "graph-lawsuit"
    if kind in _LEARNING:
        return "graph-learning"
    return "graph-neighbours" if kind in _NEIGHBOURS else "graph-office"


def relation_graph(graph: Graph, title: str) -> Markup:
    """The drawing in a frame that scrolls on a narrow screen. Needs `graph.css`; a table must stand beside it."""
    order = {node.id: index for index, node in enumerate(graph.people)}
    span = max((abs(order[edge.start] - order[edge.end]) for edge in graph.bonds), default=0)
    step = min(_ARC_STEP, _MOST_ARC / max(span, 1))
    left = 24 + _reach(span, step)
    right = left + max((_label_width(node) for node in graph.people), default=0) + _MIDDLE
    last = _TOP + _ROW * (max(len(graph.people), len(graph.places)) - 1)
    people, places = _heights(graph.people, last), _heights(graph.places, last)
    ends = {node.id: left + _GAP + _label_width(node) for node in graph.people}
    width = right + _GAP + max((_label_width(node) for node in graph.places), default=0) + _TOP
    svg = element(
        "svg",
        [
            element("title", title),
            path("graph-canal", "M", left, _TOP - 16, "V", max(people.values(), default=_TOP) + 16),
            *_arcs(graph.bonds, left, people, order, step),
            *(_curve(edge, ends[edge.start], right, people, places) for edge in graph.stays),
            *(_person(node, left, people[node.id]) for node in graph.people),
            *(_place(node, right, places[node.id]) for node in graph.places),
        ],
        viewBox=f"0 0 {width:.0f} {last + _TOP:.0f}",
        width=width,
        height=last + _TOP,
        class_="relation-graph",
        role="group",
        aria_label=title,
    )
    return element("div", [svg], class_="graph-scroll wide", role="region", tabindex="0", aria_label=title)


def _heights(nodes: tuple[Node, ...], last: float) -> dict[str, float]:
    """Where the nodes of one column stand, spread evenly over the whole height."""
    step = (last - _TOP) / max(len(nodes) - 1, 1)
    return {node.id: _TOP + index * step for index, node in enumerate(nodes)}


def _label_width(node: Node) -> float:
    """About how wide a node's label is; half a character of room is left for fonts that run wider."""
    widest = max(text_width(node.name.text, _NAME_SIZE), text_width(node.detail, _DETAIL_SIZE))
    return widest + _NAME_SIZE / 2


def _reach(distance: int, step: float) -> float:
    """How far to the left an arc goes that spans so many people, each `step` further."""
    return 26 + step * distance


def _arcs(
    edges: tuple[Edge, ...], x: float, heights: dict[str, float], order: dict[str, int], step: float
) -> list[Markup]:
    """The arcs; of several between the same two people each goes a little further out."""
    drawn: Counter[frozenset[str]] = Counter()
    arcs = []
    for edge in edges:
        pair = frozenset((edge.start, edge.end))
        distance = abs(order[edge.start] - order[edge.end])
        arcs.append(_arc(edge, x, heights, _reach(distance, step) + 7 * drawn[pair]))
        drawn[pair] += 1
    return arcs


def _arc(edge: Edge, x: float, heights: dict[str, float], extent: float) -> Markup:
    top, bottom = sorted((heights[edge.start], heights[edge.end]))
    # A cubic curve reaches three quarters of the way to its control points.
    reach = extent * 4 / 3
    line = path("graph-line", "M", x, top, "C", x - reach, top, x - reach, bottom, x, bottom)
    classes = f"graph-bond {kind_class(edge.kind)}" + (" graph-inferred" if edge.inferred else "")
    return group(classes, element("title", edge.told), line)


def _curve(edge: Edge, start: float, end: float, heights: dict[str, float], places: dict[str, float]) -> Markup:
    y, target = heights[edge.start], places[edge.end]
    bend = (end - start) / 2
    line = path("graph-line", "M", start, y, "C", start + bend, y, end - bend, target, end - 8, target)
    return group("graph-bond graph-place", element("title", edge.told), line)


def _person(node: Node, x: float, y: float) -> Markup:
    landing = element("circle", cx=x, cy=y, r=5, class_="graph-landing")
    return _linked(node, landing, *_label(node, x + _GAP, y))


def _place(node: Node, x: float, y: float) -> Markup:
    house = element("rect", x=x - 6, y=y - 5, width=10, height=10, class_="graph-house")
    return _linked(node, house, *_label(node, x + _GAP, y))


def _label(node: Node, x: float, y: float) -> list[Markup]:
    shift = -2 if node.detail else 5
    parts = [element("text", node.name.text, x=x, y=y + shift, class_="graph-name name", lang=node.name.lang or None)]
    if node.detail:
        parts.append(element("text", node.detail, x=x, y=y + 14, class_="graph-detail"))
    return parts


def _linked(node: Node, *parts: Markup) -> Markup:
    return element("a", parts, href=node.href, class_="graph-node") if node.href else group("graph-node", *parts)
