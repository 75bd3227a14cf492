"""Who is bound to whom and to what: the graph, and a table that says the same."""

from collections.abc import Iterator

from generator.views.context import ViewContext
from generator.views.graph import Edge, Graph, Node, relation_graph
from generator.views.links import Links
from generator.views.list_script import add_list_script
from generator.views.listing.people import person_href, person_name
from generator.views.listing.rows import TieRow
from generator.views.notes import PageNotes
from generator.views.page import Block, Heading
from generator.views.partners import BondRow
from generator.views.texts import Shown


def relations_block(context: ViewContext, page_path: str) -> Block:
    """The graph of people and places, and the table of the same relations."""
    links, notes = context.links(page_path), context.shared_notes(page_path)
    ties = [*_person_ties(context), *_place_ties(context)]
    graph = relation_graph(_graph(context, links, ties), context.t("graph_title")) if ties else None
    html = context.render(
        "relations.html",
        graph=graph,
        rows=[_table_row(context, links, notes, tie) for tie in ties],
        has_rows=bool(ties),
    )
    headings = (Heading(context.t("relations_table"), "relations"),) if ties else ()
    return Block(html, scripts=(add_list_script(context.assets),) if ties else (), headings=headings)


def _person_ties(context: ViewContext) -> Iterator[TieRow]:
    """Each relation between two people once, from the side of the record that tells it."""
    for figure in context.index.figures:
        for tie in context.index.ties_of_person.get(figure, ()):
            if not tie.to_place and person_name(context, tie.other) is not None:
                yield tie


def _place_ties(context: ViewContext) -> Iterator[TieRow]:
    for person in (*context.index.figures, *context.collection.people):
        for tie in context.index.ties_of_person.get(person, ()):
            if tie.to_place and context.index.place(tie.other) is not None:
                yield tie


def _other_end(context: ViewContext, links: Links, tie: TieRow) -> tuple[Shown, str | None]:
    """The name of whom or what the person is bound to, and the link where there is a page."""
    if tie.to_place:
        place = context.index.place(tie.other)
        assert place is not None  # _place_ties() left out the others
        return place.name, links.to_record(place.kind, place.id)
    name = person_name(context, tie.other)
    assert name is not None  # _person_ties() left out the others
    return name, person_href(context, links, tie.other)


def _kind(context: ViewContext, tie: TieRow) -> str:
    return context.t(f"{'place_relation' if tie.to_place else 'relation'}_{tie.kind}")


def _table_row(context: ViewContext, links: Links, notes: PageNotes, tie: TieRow) -> dict[str, object]:
    name, href = _other_end(context, links, tie)
    return {
        "person": person_name(context, tie.person),
        "href": person_href(context, links, tie.person),
        "bond": BondRow(name, href, _kind(context, tie), tie.text, notes.mark_of(*tie.note), ""),
    }


def _graph(context: ViewContext, links: Links, ties: list[TieRow]) -> Graph:
    """Nodes for all that a relation names: people by birth, places in the order of their people."""
    index = context.index
    named = {tie.person for tie in ties} | {tie.other for tie in ties if not tie.to_place}
    order = [person for person in (*index.figures, *context.collection.people) if person in named]
    person_nodes = []
    for person in order:
        name = person_name(context, person)
        assert name is not None  # `order` has only figures and context people
        years = index.figures[person].years if person in index.figures else ""
        person_nodes.append(Node(person, name, years, person_href(context, links, person)))
    places: dict[str, Node] = {}
    for person in order:
        for tie in index.ties_of_person.get(person, ()):
            if tie.to_place and index.place(tie.other) is not None:
                name, href = _other_end(context, links, tie)
                places.setdefault(tie.other, Node(tie.other, name, "", href))
    return Graph(
        tuple(person_nodes),
        tuple(places.values()),
        tuple(
            Edge(tie.person, tie.other, tie.kind, _told(context, links, tie), tie.note.inferred)
            for tie in ties
            if not tie.to_place
        ),
        tuple(Edge(tie.person, tie.other, tie.kind, _told(context, links, tie), False) for tie in ties if tie.to_place),
    )


def _told(context: ViewContext, links: Links, tie: TieRow) -> str:
    """What a pointer resting on the line reads: `史良、李公朴 · 同案 · …`."""
    ends = (person_name(context, tie.person), _other_end(context, links, tie)[0])
    names = context.texts.joined(each.text for each in ends if each is not None)
    return " · ".join(part for part in (names, _kind(context, tie), tie.text.text if tie.text else "") if part)
