"""What every page of one language shares, computed once: words, texts, links, names, templates."""

from collections.abc import Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import Self

from markupsafe import Markup

from generator.archive.collection import AnyRecord, Collection
from generator.archive.digest import Key
from generator.language.traditional import TraditionalConverter
from generator.records.figure import Figure
from generator.records.site import PlaceNames
from generator.release.assets import AssetStore
from generator.views.links import Links, language_prefix, record_path
from generator.views.listing.gather import RowMaker
from generator.views.listing.index import ListIndex
from generator.views.maps.points import MapWords
from generator.views.maps.tiles import TileLayerOptions
from generator.views.markup.components import Components
from generator.views.notes import PageNotes, PrintedSources
from generator.views.page import Crumb
from generator.views.templating import make_environment
from generator.views.texts import Shown, Texts

SECTIONS = {"figure": "figures", "site": "sites", "base": "bases", "route": "routes"}


class ViewContext:
    """The common ground of the views of one language over one collection."""

    def __init__(
        self,
        collection: Collection,
        language: str,
        converter: TraditionalConverter,
        assets: AssetStore,
        tiles: TileLayerOptions | None,
        explicit_index: bool,
        site_name: str,
        site_url: str,
        is_sharded: bool,
    ) -> None:
        self.collection = collection
        self.references = collection.references
        self.language = language
        self.texts = Texts(language, converter)
        self.t = self.texts.words
        self.assets = assets
        self.prefix = language_prefix(language)
        self.tiles = tiles
        self.explicit_index = explicit_index
        self.site_name = site_name
        self.site_url = site_url
        self.is_sharded = is_sharded
        self._given_neighbours: Mapping[Key, tuple[Key | None, Key | None]] | None = None
        self._shared_notes: dict[str, PageNotes] = {}
        self.components = Components(self.t)
        self.map_words = MapWords.of(self.t)
        self.map_scripts: dict[str, tuple[str, str]] = {}
        self._printed_sources: dict[str, PrintedSources] = {}
        self._templates = make_environment(self.texts, self.components)

    def at(self, window: Collection, neighbours: Mapping[Key, tuple[Key | None, Key | None]]) -> Self:
        """The same ground over a part of the collection, of whose records only the whole knows the neighbours."""
        moved = copy(self)
        for name, attribute in vars(type(self)).items():
            # What was computed of the other collection.
            if isinstance(attribute, cached_property):
                moved.__dict__.pop(name, None)
        moved.collection, moved.references = window, window.references
        moved._given_neighbours = neighbours
        moved._shared_notes = {}
        return moved

    def links(self, path: str) -> Links:
        """The links of the page at `path`, which is relative to the root of the language."""
        return Links(self.prefix + path, self.prefix, self.explicit_index, is_sharded=self.is_sharded)

    def new_notes(self, path: str) -> PageNotes:
        """An empty set of notes for the page at `path`."""
        href = self.links(path).to("sources/")
        printed = self._printed_sources.get(href)
        if printed is None:
            printed = self._printed_sources[href] = PrintedSources(self.collection.sources, self.texts, href)
        return PageNotes(printed, self.texts)

    def shared_notes(self, path: str) -> PageNotes:
        """The notes that all blocks and marks of a Markdown page share, so that numbers and ids are unique in it."""
        if path not in self._shared_notes:
            self._shared_notes[path] = self.new_notes(path)
        return self._shared_notes[path]

    def take_shared_notes(self, path: str) -> PageNotes | None:
        """The notes of a Markdown page that is done, or None if it cites nothing; the next making starts anew."""
        return self._shared_notes.pop(path, None)

    def render(self, template: str, **values: object) -> Markup:
        """Fill a template of this room; it escapes every value that is not markup."""
        return Markup(self._templates.get_template(template).render(**values))  # nosec: the environment autoescapes

    def person_name(self, person_id: str) -> Shown | None:
        """The name of a figure or a context person; None for an id that nobody has."""
        if (figure := self.collection.figures.get(person_id)) is not None:
            return self.texts.name(figure.names)
        if (person := self.collection.people.get(person_id)) is not None:
            return self.texts.shown(person.names)
        return None

    def place_kind(self, place_id: str) -> str | None:
        """`site` or `base`, or None for an id that no place has."""
        return "site" if place_id in self.collection.sites else "base" if place_id in self.collection.bases else None

    def place_names(self, place_id: str) -> PlaceNames | None:
        """The names of a site or a base."""
        place = self.collection.sites.get(place_id) or self.collection.bases.get(place_id)
        return place.names if place is not None else None

    def town_name(self, town_id: str | None) -> Shown | None:
        """The name of a place of the gazetteer."""
        town = self.collection.places.get(town_id) if town_id is not None else None
        return self.texts.shown(town.names) if town is not None else None

    def person_href(self, links: Links, person_id: str) -> str | None:
        """The link to a person's page; None for those who have none."""
        return links.to_record("figure", person_id) if person_id in self.collection.figures else None

    def place_href(self, links: Links, place_id: str) -> str | None:
        """The link to a place's page."""
        kind = self.place_kind(place_id)
        return links.to_record(kind, place_id) if kind is not None else None

    def breadcrumbs(self, kind: str, record_id: str, title: str) -> tuple[Crumb, ...]:
        """Home, the list of the kind, the record."""
        section = SECTIONS[kind]
        list_path = f"{section}/" if kind != "route" else "lane/"
        return (
            Crumb(self.t("crumb_home"), ""),
            Crumb(self.t(f"section_{section}"), list_path),
            Crumb(title, record_path(kind, record_id, self.is_sharded)),
        )

    @cached_property
    def index(self) -> ListIndex:
        """What the pages that tell of many are made of. Whoever has the rows of all records already may set it."""
        return ListIndex.merge(self.row_maker.rows(kind, record) for kind, record in self.collection.records())

    @cached_property
    def row_maker(self) -> RowMaker:
        """What makes the rows of records for such pages."""
        return RowMaker(self)

    @cached_property
    def figures_by_birth(self) -> tuple[Figure, ...]:
        """The figures, the earliest born first; those whose birth is unknown at the end."""
        return tuple(
            sorted(
                self.collection.figures.values(),
                key=lambda figure: (
                    figure.born is None,
                    figure.born.date.earliest if figure.born else (0, 0, 0),
                    figure.id,
                ),
            )
        )

    @cached_property
    def _computed_neighbours(self) -> Mapping[Key, tuple[Key | None, Key | None]]:
        collection = self.collection
        rows: dict[str, Sequence[AnyRecord]] = {
            "figure": self.figures_by_birth,
            "site": tuple(collection.sites.values()),
            "base": tuple(collection.bases.values()),
            "route": tuple(collection.routes.values()),
        }
        return neighbours_in({kind: [record.id for record in records] for kind, records in rows.items()})

    def neighbours(self, kind: str, record_id: str) -> tuple[AnyRecord | None, AnyRecord | None]:
        """What comes before and after a record: figures by birth, all else by id."""
        given = self._given_neighbours if self._given_neighbours is not None else self._computed_neighbours
        before, after = given[kind, record_id]
        return before and self.collection.record(*before), after and self.collection.record(*after)


def neighbours_in(rows: Mapping[str, Sequence[str]]) -> dict[Key, tuple[Key | None, Key | None]]:
    """What comes before and after each record, when the ids of each kind stand in the order of `rows`."""
    return {
        (kind, record_id): (
            (kind, ids[index - 1]) if index else None,
            (kind, ids[index + 1]) if index + 1 < len(ids) else None,
        )
        for kind, ids in rows.items()
        for index, record_id in enumerate(ids)
    }
