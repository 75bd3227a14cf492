"""The drawing of relations."""

import re

from generator.views.graph import Edge, Graph, Node, relation_graph
from generator.views.texts import Shown
from tests.support.outline import Outline

PEOPLE = tuple(Node(each, Shown(each), "", f"../{each}/") for each in ("a", "b", "c"))
HOUSE = Node("house", Shown("a house with a very long name indeed"), "", None)


def edge(start: str, end: str, kind: str = "counsel", inferred: bool = False) -> Edge:
    return Edge(start, end, kind, f"{start} {end}", inferred)


def lines(svg: str) -> list[str]:
    return [each.attributes["d"] for each in Outline(svg).all("path", "graph-line")]


def test_two_relations_of_the_same_two_people_do_not_cover_each_other() -> None:
    graph = Graph(PEOPLE, (), (edge("a", "b"), edge("b", "a", "same_school")), ())
    first, second = lines(str(relation_graph(graph, "x")))
    assert first != second


def test_an_arc_reaches_further_out_the_further_apart_its_people_stand() -> None:
    graph = Graph(PEOPLE, (), (edge("a", "b"), edge("a", "c")), ())
    near, far = (float(re.split(r"[ ,]", line)[4]) for line in lines(str(relation_graph(graph, "x"))))
    assert far < near


def test_everything_lies_inside_the_drawing() -> None:
    svg = Outline(str(relation_graph(Graph(PEOPLE, (HOUSE,), (edge("a", "c"),), (edge("c", "house"),)), "x"))).all(
        "svg"
    )[0]
    width = float(svg.attributes["viewbox"].split()[2])
    graph = str(relation_graph(Graph(PEOPLE, (HOUSE,), (edge("a", "c"),), (edge("c", "house"),)), "x"))
    label = next(each for each in Outline(graph).all("text") if each.text == HOUSE.name.text)
    assert float(label.attributes["x"]) + 8 * len(HOUSE.name.text) < width
    assert all(float(number) >= 0 for line in lines(graph) for number in re.findall(r"-?[0-9.]+", line))


def test_only_what_has_a_page_is_a_link_and_only_the_inferred_is_broken() -> None:
    graph = Graph(PEOPLE, (HOUSE,), (edge("a", "b", inferred=True), edge("b", "c")), (edge("a", "house"),))
    outline = Outline(str(relation_graph(graph, "x")))
    assert outline.links == ["../a/", "../b/", "../c/"]
    assert len(outline.all("g", "graph-inferred")) == 1
