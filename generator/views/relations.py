"""Who is bound to whom and to what: the graph, and a table that says the same, in parts where it is long."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Sized
from functools import cache
from itertools import islice

from markupsafe import Markup

from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.context import ViewContext
from generator.views.graph import Edge, Graph, Node, relation_graph
from generator.views.links import Links
from generator.views.list_script import add_list_script, add_list_style
from generator.views.listing.paging import LongList
from generator.views.listing.people import person_href, person_name
from generator.views.listing.record_links import at_root
from generator.views.listing.rows import TieRow
from generator.views.markup.lines import linked, tie_line
from generator.views.notes import PageNotes
from generator.views.page import Block, Crumb, Heading, Page
from generator.views.texts import Shown

MOST_ON_ONE_PAGE = 400
"""Up to so many relations stand in one table, with the sources of each."""

MOST_IN_GRAPH = 80
"""So many people have room in the graph."""

_MOST_PLACES = 40


def relations_block(context: ViewContext, page_path: str) -> Block:
    """The graph of people and places, and the table of the same relations.

    Of very many relations the graph has only some, and the table begins here; the rest is in `relations_pages`.
    """
    t, links, ties = context.t, context.links(page_path), context.index.ties(context.collection.people)
    is_long = _is_long(context, ties)
    chosen = _most_bound(ties) if is_long else list(ties)
    graph = relation_graph(_graph(context, links, chosen), t("graph_title")) if len(ties) else None
    index_html = pager_html = NOTHING
    remark: str | None = None
    if is_long:
        long_list = _long_list(context, ties)
        index_html, pager_html = long_list.group_index(links), long_list.pager(1, links)
        table_html = _part(context, long_list, list(islice(ties, long_list.size)), 1, links)
        remark = t("graph_chosen", shown=len(_people(chosen)), count=len(_people(ties)))
    else:
        notes = context.shared_notes(page_path)
        table_html = _table(context, [_detailed_row(context, links, notes, tie) for tie in ties], True)
    html = context.render(
        "relations.html",
        graph=graph,
        has_rows=bool(len(ties)),
        chosen=remark,
        index=Markup(index_html),  # nosec: Html is escaped already
        table=Markup(table_html),  # nosec
        pager=Markup(pager_html),  # nosec
    )
    headings = (Heading(t("relations_table"), "relations"),) if len(ties) else ()
    styles = (add_list_style(context.assets),) if is_long else ()
    return Block(html, (add_list_script(context.assets),) if len(ties) else (), styles, headings)


def relations_pages(context: ViewContext) -> Iterator[Page]:
    """The further parts of a long table of relations."""
    ties = context.index.ties(context.collection.people)
    if _is_long(context, ties):
        long_list = _long_list(context, ties)
        for number, rows in long_list.own_parts(ties):
            links = context.links(long_list.path(number))
            yield long_list.page(number, _part(context, long_list, rows, number, links))


def _is_long(context: ViewContext, ties: Sized) -> bool:
    return bool(len(ties)) and (context.index.is_brief or len(ties) > MOST_ON_ONE_PAGE)


def _people(ties: Iterable[TieRow]) -> set[str]:
    return {end for tie in ties for end in ((tie.person,) if tie.to_place else (tie.person, tie.other))}


def _most_bound(ties: Iterable[TieRow]) -> list[TieRow]:
    """The relations among people who have many of them, and to the places that these are most bound to."""
    people = _circle(ties)
    stays = Counter(tie.other for tie in ties if tie.to_place and tie.person in people)
    places = {each for each, _ in sorted(stays.items(), key=lambda item: (-item[1], item[0]))[:_MOST_PLACES]}
    return [tie for tie in ties if tie.person in people and tie.other in (places if tie.to_place else people)]


def _circle(ties: Iterable[TieRow]) -> set[str]:
    """People who are bound to each other: from the one with the most relations on, always the next best bound."""
    near: dict[str, set[str]] = {}
    for tie in ties:
        near.setdefault(tie.person, set())
        if not tie.to_place:
            near[tie.person].add(tie.other)
            near.setdefault(tie.other, set()).add(tie.person)
    by_number = sorted(near, key=lambda person: (-len(near[person]), person))
    circle: set[str] = set()
    for start in by_number:
        edge = [(-len(near[start]), start)]
        while edge and len(circle) < MOST_IN_GRAPH:
            _, person = heapq.heappop(edge)
            if person not in circle:
                circle.add(person)
                for other in near[person] - circle:
                    heapq.heappush(edge, (-len(near[other]), other))
        if len(circle) == MOST_IN_GRAPH:
            break
    return circle


def _long_list(context: ViewContext, ties: Iterable[TieRow]) -> LongList:
    t, title = context.t, context.t("list_title_relations")

    @cache
    def label(to_place: bool, era: str) -> str:
        kind = t("list_ties_places" if to_place else "list_ties_people")
        return f"{kind} {t('era_unknown') if era == 'unknown' else t('era_decade', decade=era)}"

    eras = {person: figure.era for person, figure in context.index.people.items()}
    labels = [label(tie.to_place, eras.get(tie.person, "unknown")) for tie in ties]
    return LongList(context, "relations", title, "people", labels, (Crumb(title, "people/"),), "people/")


def _part(context: ViewContext, long_list: LongList, ties: Sequence[TieRow], number: int, links: Links) -> Html:
    start = long_list.bounds(number).start
    rows = [_table_row(tie.line_html, long_list.anchors.get(line, "")) for line, tie in enumerate(ties, start)]
    return at_root(_table(context, rows, False), links)


def _detailed_row(context: ViewContext, links: Links, notes: PageNotes, tie: TieRow) -> Html:
    assert tie.note is not None  # since the index is not brief
    name, href = _other_end(context, links, tie)
    person = person_name(context, tie.person)
    person_html = linked(person, person_href(context, links, tie.person)) if person is not None else NOTHING
    marks, note = context.components.marks, notes.mark_of(*tie.note)
    mark_html = Html(f"{marks.mark(note)}{marks.variants(note)}")
    return _table_row(tie_line(person_html, _kind(context, tie), linked(name, href), tie.text, mark_html))


def _table_row(cells_html: Html, anchor: str = "") -> Html:
    id_html = Html(f' id="{escape(anchor)}"') if anchor else NOTHING
    return Html(f"<tr{id_html}>{cells_html}</tr>\n")


def _table(context: ViewContext, rows: Iterable[Html], is_sortable: bool) -> Html:
    t = context.t
    heads_html = joined(
        [Html(f'<th scope="col">{escape(t(f"relations_{key}"))}</th>') for key in ("who", "kind", "with", "what")]
    )
    sortable_html = Html(" data-sortable") if is_sortable else NOTHING
    return Html(
        '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="relations-table-caption"><table>'
        f'<caption id="relations-table-caption">{escape(t("relations_caption"))}</caption>'
        f"<thead><tr{sortable_html}>{heads_html}</tr></thead>\n<tbody>\n{joined(rows)}</tbody>\n</table></div>"
    )


def _other_end(context: ViewContext, links: Links, tie: TieRow) -> tuple[Shown, str | None]:
    """The name of whom or what the person is bound to, and the link where there is a page."""
    if tie.to_place:
        place = context.index.place(tie.other)
        assert place is not None  # or else there would be no row
        return place.name, links.to_record(place.kind, place.id)
    name = person_name(context, tie.other)
    assert name is not None  # or else there would be no row
    return name, person_href(context, links, tie.other)


def _kind(context: ViewContext, tie: TieRow) -> str:
    return context.t(f"{'place_relation' if tie.to_place else 'relation'}_{tie.kind}")


def _graph(context: ViewContext, links: Links, ties: Sequence[TieRow]) -> Graph:
    """Nodes for all that a relation names: people by birth, places in the order of their people."""
    index = context.index
    named = _people(ties)
    order = [person for person in (*index.people, *context.collection.people) if person in named]
    person_nodes = []
    for person in order:
        name = person_name(context, person)
        assert name is not None  # `order` has only figures and context people
        years = index.people[person].years if person in index.people else ""
        person_nodes.append(Node(person, name, years, person_href(context, links, person)))
    stays = [tie for tie in ties if tie.to_place]
    stays.sort(key=lambda tie: order.index(tie.person))
    places: dict[str, Node] = {}
    for tie in stays:
        name, href = _other_end(context, links, tie)
        places.setdefault(tie.other, Node(tie.other, name, "", href))
    return Graph(
        tuple(person_nodes),
        tuple(places.values()),
        tuple(
            Edge(tie.person, tie.other, tie.kind, _told(context, links, tie), tie.inferred)
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
