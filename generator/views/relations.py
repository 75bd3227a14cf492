"""Who is bound to whom and to what: the graph, and a table that says the same."""

from collections.abc import Iterator

from generator.archive.references import PersonBond, PlaceBond
from generator.views.context import ViewContext
from generator.views.graph import Edge, Graph, Node, relation_graph
from generator.views.list_script import add_list_script
from generator.views.page import Block, Heading
from generator.views.partners import BondRow
from generator.views.rows import PageParts


def relations_block(context: ViewContext, page_path: str) -> Block:
    """The graph of people and places, and the table of the same relations."""
    parts = PageParts.of_block(context, page_path)
    people = list(_person_bonds(context))
    places = list(_place_bonds(context))
    graph = relation_graph(_graph(parts, people, places), context.t("graph_title")) if people or places else None
    rows = [
        *((parts.person_bonds([bond])[0], bond.person) for bond in people),
        *((parts.place_bonds([bond])[0], bond.person) for bond in places),
    ]
    html = context.render(
        "relations.html",
        graph=graph,
        rows=[_table_row(parts, row, person) for row, person in rows],
        has_rows=bool(rows),
    )
    headings = (Heading(context.t("relations_table"), "relations"),) if rows else ()
    return Block(html, scripts=(add_list_script(context.assets),) if rows else (), headings=headings)


def _person_bonds(context: ViewContext) -> Iterator[PersonBond]:
    """Each relation between two people once, from the side of the file that holds it."""
    for figure in context.figures_by_birth:
        for bond in context.references.people_of_person.get(figure.id, ()):
            if not bond.is_reversed and context.person_name(bond.other) is not None:
                yield bond


def _place_bonds(context: ViewContext) -> Iterator[PlaceBond]:
    people = [*(figure.id for figure in context.figures_by_birth), *context.collection.people]
    for person in people:
        for bond in context.references.places_of_person.get(person, ()):
            if context.place_names(bond.place) is not None:
                yield bond


def _table_row(parts: PageParts, row: BondRow, person: str) -> dict[str, object]:
    return {
        "person": parts.context.person_name(person),
        "href": parts.context.person_href(parts.links, person),
        "bond": row,
    }


def _graph(parts: PageParts, people: list[PersonBond], places: list[PlaceBond]) -> Graph:
    """Nodes for all that a relation names: people by birth, places in the order of their people."""
    context, texts = parts.context, parts.context.texts
    named = {end for bond in people for end in (bond.person, bond.other)} | {bond.person for bond in places}
    order = [figure.id for figure in context.figures_by_birth if figure.id in named]
    order += [person for person in context.collection.people if person in named]
    person_nodes = []
    for person in order:
        name = context.person_name(person)
        assert name is not None  # `order` has only figures and context people
        figure = context.collection.figures.get(person)
        years = texts.years(figure) if figure else ""
        person_nodes.append(Node(person, name, years, context.person_href(parts.links, person)))
    place_nodes = []
    for place in dict.fromkeys(bond.place for person in order for bond in places if bond.person == person):
        names = context.place_names(place)
        assert names is not None  # _place_bonds() left out the others
        place_nodes.append(Node(place, texts.name(names), "", context.place_href(parts.links, place)))
    return Graph(
        tuple(person_nodes),
        tuple(place_nodes),
        tuple(
            Edge(bond.person, bond.other, bond.relation.kind.value, _told(parts, bond), bond.relation.inferred)
            for bond in people
        ),
        tuple(Edge(bond.person, bond.place, bond.relation.kind.value, _told(parts, bond), False) for bond in places),
    )


def _told(parts: PageParts, bond: PersonBond | PlaceBond) -> str:
    """What a pointer resting on the line reads: `史良、李公朴 · 同案 · …`."""
    context = parts.context
    first = context.person_name(bond.person)
    if isinstance(bond, PersonBond):
        second = context.person_name(bond.other)
        kind = context.t(f"relation_{bond.relation.kind.value}")
    else:
        names = context.place_names(bond.place)
        second = context.texts.name(names) if names else None
        kind = context.t(f"place_relation_{bond.relation.kind.value}")
    ends = context.texts.joined(each.text for each in (first, second) if each is not None)
    text = context.texts.plain(bond.relation.text) if bond.relation.text else ""
    return " · ".join(part for part in (ends, kind, text) if part)
