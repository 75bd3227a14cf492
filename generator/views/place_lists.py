"""The lists of places and of education bases: the same as their maps, in text; in parts where they are long."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.records.base import Theme
from generator.records.site import ProtectionLevel, Scope
from generator.shell.html import Html
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.list_script import add_list_script, add_list_style, add_long_list_script
from generator.views.listing.paging import PAGE_SIZE, LongList
from generator.views.listing.people import person_name
from generator.views.listing.record_links import record_links
from generator.views.listing.rows import PlaceRow
from generator.views.listing.tables import TableLine, add_tables
from generator.views.markup.entries import Tag, entry, entry_list, place_line
from generator.views.markup.facets import FacetGroup, FacetOption, facets
from generator.views.markup.sections import empty_state
from generator.views.page import Block, Crumb, Page

PLACES_ID = "place-list"
BASES_ID = "base-list"

_MOST_PEOPLE = 24
"""So many people are named beside a place; its page names all."""


class PlaceEntries:
    """Makes the lines of places for one page."""

    def __init__(self, context: ViewContext, links: Links) -> None:
        self._context = context
        self._to = {kind: record_links(links, kind) for kind in ("figure", "site", "base")}

    def entry(self, place: PlaceRow, attributes: Iterable[tuple[str, str]] = (), line_html: Html | None = None) -> Html:
        """A site or a base as a line of a list; `line_html` stands there instead of its own line and address."""
        if line_html is None:
            line_html = place_line(place.line, place.address, "entry-address")
        href = self._to[place.kind](place.id)
        return entry(
            href, place.name, place.pinyin, line_html, place.about, tags=self._tags(place), attributes=attributes
        )

    def _tags(self, place: PlaceRow) -> list[Tag]:
        """Labels, then people: a figure as a link to its page, a context person by name."""
        index = self._context.index
        people = index.people_of_place.get(place.id, ()) if place.kind == "site" else place.people
        tags: list[Tag] = list(place.labels)
        for person in people[:_MOST_PEOPLE]:
            name = person_name(self._context, person)
            if name is not None:
                tags.append((name.text, self._to["figure"](person)) if person in index.people else name.text)
        if len(people) > _MOST_PEOPLE:
            tags.append(self._context.t("more_people", count=len(people) - _MOST_PEOPLE))
        return tags


@dataclass(frozen=True)
class PlaceKind:
    """One of the two lists: what it is called, how it is grouped, what its facets are."""

    context: ViewContext
    kind: str
    folder: str
    list_id: str
    empty: str
    group: str
    grade: str
    """The names of the two facets."""

    @cached_property
    def places(self) -> list[PlaceRow]:
        """The places in the order of the list."""
        index = self.context.index
        groups = [*Scope] if self.kind == "site" else [*Theme]
        order = {each.value: number for number, each in enumerate(groups)}
        places = index.sites if self.kind == "site" else index.bases
        return sorted(places.values(), key=lambda place: (order[place.group], place.id))

    @cached_property
    def facet_groups(self) -> list[FacetGroup]:
        """The facets with how many places have each value."""
        groups, grades = Counter(each.group for each in self.places), Counter(each.grade for each in self.places)
        t = self.context.t
        if self.kind == "site":
            return [
                _facet("scope", t("field_scope"), groups, [*Scope], lambda value: t(f"scope_{value}")),
                _facet(
                    "protection",
                    t("field_protection"),
                    grades,
                    [*ProtectionLevel, "none"],
                    lambda value: t(f"protection_short_{value}"),
                ),
            ]
        batches = sorted(grades, key=lambda value: (value == "none", value.zfill(9)))
        return [
            _facet("theme", t("facet_theme"), groups, [*Theme], lambda value: t(f"theme_{value}")),
            _facet(
                "batch",
                t("field_naming"),
                grades,
                batches,
                lambda value: t("naming_none") if value == "none" else t("naming_short", batch=value),
            ),
        ]

    @cached_property
    def long_list(self) -> LongList:
        """The list in parts; a part of the index for each group and first letter."""
        t, path = self.context.t, f"{self.folder}/"
        word = "scope" if self.kind == "site" else "theme"
        labels = [f"{t(f'{word}_{place.group}')} {place.id[0].upper()}" for place in self.places]
        title = t(f"section_{self.folder}")
        return LongList(self.context, self.folder, title, self.folder, labels, (Crumb(title, path),), path)

    def block(self, links: Links) -> Block:
        """The whole list, or the first part of a long one."""
        t, context = self.context.t, self.context
        if not self.places:
            html = Html(f"{empty_state(t(f'{self.empty}_empty'), t(f'{self.empty}_empty_why'))}\n")
            return Block(Markup(html), (add_list_script(context.assets),))  # nosec: Html is escaped already
        if len(self.places) <= PAGE_SIZE:
            form_html = facets(t, self.list_id, self.facet_groups, len(self.places))
            body_html = self._lines(links, self.places, lambda number: self._attributes(self.places[number]))
            scripts, styles = (add_list_script(context.assets),), tuple[str, ...]()
        else:
            lines = [self._table_line(place) for place in self.places]
            table = add_tables(context, links, self.folder, self.kind, self.facet_groups, (), lines)
            form_html = facets(t, self.list_id, self.facet_groups, len(self.places), table=table)
            long_list = self.long_list
            body_html = Html(f"{long_list.group_index(links)}{self._part(1, links)}\n{long_list.pager(1, links)}")
            scripts, styles = (add_long_list_script(context.assets),), (add_list_style(context.assets),)
        html = Html(
            f'<div class="list-with-facets wide">\n{form_html}\n<div class="list-body">\n{body_html}</div>\n</div>'
        )
        return Block(Markup(html), scripts, styles)  # nosec: Html is escaped already

    def pages(self) -> Iterator[Page]:
        """The further parts of a long list."""
        for number, _ in self.long_list.own_parts(self.places):
            links = self.context.links(self.long_list.path(number))
            yield self.long_list.page(number, self._part(number, links))

    def _part(self, number: int, links: Links) -> Html:
        bounds = self.long_list.bounds(number)
        return self._lines(
            links, self.places[bounds], lambda line: self.long_list.anchor_attribute(bounds.start + line)
        )

    def _lines(
        self, links: Links, places: Sequence[PlaceRow], attributes: Callable[[int], Iterable[tuple[str, str]]]
    ) -> Html:
        make = PlaceEntries(self.context, links)
        entries = [make.entry(place, attributes(number)) for number, place in enumerate(places)]
        return entry_list(self.context.t(f"section_{self.folder}"), entries, self.list_id)

    def _attributes(self, place: PlaceRow) -> list[tuple[str, str]]:
        return [
            (f"data-{self.group}", place.group),
            (f"data-{self.grade}", place.grade),
            ("data-name", place.sort_name),
        ]

    def _table_line(self, place: PlaceRow) -> TableLine:
        return TableLine(place.id, place.name.text, place.pinyin or "", place.about, [[place.group], [place.grade]], ())


def _facet(
    name: str, title: str, counts: Counter[str], values: Iterable[str], label: Callable[[str], str]
) -> FacetGroup:
    options = [FacetOption(str(value), label(str(value)), counts[value]) for value in values if counts[value]]
    return FacetGroup(name, title, options)


def site_list(context: ViewContext) -> PlaceKind:
    """The list of sites, with facets by where they lie and by protection."""
    return PlaceKind(context, "site", "sites", PLACES_ID, "places", "scope", "protection")


def base_list(context: ViewContext) -> PlaceKind:
    """The list of bases, with facets by theme and by batch of naming."""
    return PlaceKind(context, "base", "bases", BASES_ID, "bases", "theme", "batch")


def places_block(context: ViewContext, page_path: str) -> Block:
    """Every site; of a long list the first part."""
    return site_list(context).block(context.links(page_path))


def bases_block(context: ViewContext, page_path: str) -> Block:
    """Every base; of a long list the first part."""
    return base_list(context).block(context.links(page_path))
