"""All pages and blocks of one language: what the plugin and the editions ask the views for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from markupsafe import Markup

from generator.archive.collection import AnyRecord, Collection
from generator.archive.digest import Key
from generator.language.traditional import TraditionalConverter
from generator.records.base import Base
from generator.records.figure import Figure
from generator.records.site import Site
from generator.release.assets import AssetStore
from generator.views.base import base_page
from generator.views.context import ViewContext
from generator.views.downloads import Download, downloads_block
from generator.views.figure import figure_page
from generator.views.figures_list import figures_block, figures_pages
from generator.views.home import home_block
from generator.views.lane import lane_plan_block, lane_sites_block
from generator.views.listing.index import ListIndex
from generator.views.listing.rows import RecordRows, RowKind
from generator.views.maps.life import LifeFrame
from generator.views.maps.tiles import TileLayerOptions
from generator.views.page import Block, Page
from generator.views.place_lists import base_list, bases_block, places_block, site_list
from generator.views.place_maps import bases_map_block, draw_life_frame, keep_life_frame, places_map_block
from generator.views.programme import programme_block
from generator.views.relations import relations_block, relations_pages
from generator.views.route import route_page
from generator.views.search_form import search_block
from generator.views.site import site_page
from generator.views.sources import source_figures_block, sources_block, sources_pages
from generator.views.timeline import timeline_block, timeline_pages

_OF_PLACES = (RowKind.PLACES, RowKind.PEOPLE)
_OF_SITES = (*_OF_PLACES, RowKind.STAYS)
_OF_TIES = (RowKind.TIES, *_OF_PLACES)

_ROWS_OF_BLOCKS: Mapping[str, tuple[RowKind, ...]] = {
    "home": _OF_PLACES,
    "figures": (RowKind.FIGURES,),
    "lane-plan": _OF_PLACES,
    "lane-sites": _OF_SITES,
    "places-map": (RowKind.PLACES,),
    "places": _OF_SITES,
    "bases-map": (RowKind.PLACES,),
    "bases": _OF_PLACES,
    "relations": _OF_TIES,
    "timeline": (RowKind.DECADES, RowKind.EVENTS, RowKind.PEOPLE),
    "programme": (),
    "sources": (RowKind.CITATIONS,),
    "source-figures": (RowKind.FACTS,),
    "search": (),
    "downloads": (),
}

BLOCK_NAMES: tuple[str, ...] = tuple(_ROWS_OF_BLOCKS)
"""What may stand in a line `<!-- qingguo:NAME -->` of a Markdown page."""

_LISTS: Mapping[str, tuple[Callable[[ViewContext], Iterator[Page]], tuple[RowKind, ...]]] = {
    "sources": (sources_pages, (RowKind.CITATIONS,)),
    "timeline": (timeline_pages, (RowKind.DECADES, RowKind.EVENTS)),
    "relations": (relations_pages, (RowKind.TIES, RowKind.PEOPLE)),
    "figures": (figures_pages, (RowKind.FIGURES,)),
    "sites": (lambda context: site_list(context).pages(), _OF_SITES),
    "bases": (lambda context: base_list(context).pages(), _OF_PLACES),
}
"""Lists that may be too long for one page, those first that take longest; each with the rows of which it is made."""

LIST_NAMES: tuple[str, ...] = tuple(_LISTS)

BlockMaker = Callable[[ViewContext, str], Block]


class SiteViews:
    """The views of one language over one collection."""

    block_names = BLOCK_NAMES

    def __init__(
        self,
        collection: Collection,
        language: str,
        converter: TraditionalConverter,
        assets: AssetStore,
        languages: tuple[str, ...],
        map_options: TileLayerOptions | None,
        explicit_index: bool = False,
        downloads: Sequence[Download] = (),
        site_name: str = "",
        site_url: str = "",
        is_sharded: bool = False,
    ) -> None:
        """`downloads` are in the language of the pages; `site_url` ends in "/" or is empty; `is_sharded` as in
        `links.record_path`."""
        self._context = ViewContext(
            collection, language, converter, assets, map_options, explicit_index, site_name, site_url, is_sharded
        )
        self._whole = self._context
        self._blocks: dict[str, BlockMaker] = {
            "home": home_block,
            "figures": figures_block,
            "lane-plan": lane_plan_block,
            "lane-sites": lane_sites_block,
            "places-map": places_map_block,
            "places": places_block,
            "bases-map": bases_map_block,
            "bases": bases_block,
            "relations": relations_block,
            "timeline": timeline_block,
            "programme": programme_block,
            "sources": sources_block,
            "source-figures": source_figures_block,
            "search": search_block,
            "downloads": partial(downloads_block, downloads=downloads),
        }

    def look_at(self, window: Collection, neighbours: Mapping[Key, tuple[Key | None, Key | None]]) -> None:
        """Turn to a part of the collection; the neighbours of its records are given, as only the whole knows them."""
        self._context = self._whole.at(window, neighbours)

    def look_away(self) -> None:
        """Let go of the part of the collection that was looked at."""
        self._context = self._whole

    def draw_life_frame(self) -> LifeFrame:
        """What the maps of all lives share. It loads much that nothing else of the pages of records needs."""
        return draw_life_frame(self._context)

    def keep_life_frame(self, frame: LifeFrame) -> None:
        """Take over from another process what `draw_life_frame` makes, for all views of this process."""
        keep_life_frame(self._context, frame)

    def record_pages(self) -> Iterator[Page]:
        """The page of every record: figures, sites, bases, routes, each in the order of ids."""
        for _, record in self._context.collection.records():
            if isinstance(record, Figure):
                yield figure_page(self._context, record)
            elif isinstance(record, Site):
                yield site_page(self._context, record)
            elif isinstance(record, Base):
                yield base_page(self._context, record)
            else:
                yield route_page(self._context, record)

    def rows(self, kind: str, record: AnyRecord, is_brief: bool = False) -> RecordRows:
        """What a record gives to the pages that tell of many: small, and made of it and of what it refers to.

        `is_brief` where the collection has more than `index.MOST_DETAILED` records: then half of it is not needed.
        """
        return self._context.row_maker.rows(kind, record, is_brief)

    def use_index(self, index: ListIndex) -> None:
        """Take the rows of all records for the pages that tell of many, instead of reading the records."""
        self._context.index = index

    def list_pages(self, name: str) -> Iterator[Page]:
        """The pages of a list that is too long for the Markdown page on which it begins; none in a small collection.

        `name` is one of `LIST_NAMES`. The kind of the pages is `list`, their paths are `lists/NAME/NUMBER/`, and they
        are in every language.
        """
        make, _ = _LISTS[name]
        return make(self._context)

    def block(self, name: str, page_path: str) -> Block:
        """What the line `<!-- qingguo:NAME -->` of a Markdown page becomes.

        `page_path` is the page's path below the root of its language (`figures/`, "" for the home page).
        Raises KeyError for a name that is not among `block_names`.
        """
        return self._blocks[name](self._context, page_path)

    @staticmethod
    def rows_of_block(name: str, is_brief: bool) -> tuple[RowKind, ...]:
        """The rows of which a block is made; in a large collection (`is_brief`) the timeline shows numbers alone."""
        return (RowKind.DECADES,) if name == "timeline" and is_brief else _ROWS_OF_BLOCKS[name]

    @staticmethod
    def rows_of_list(name: str) -> tuple[RowKind, ...]:
        """The rows of which a list is made."""
        return _LISTS[name][1]

    def source_mark(self, source_ids: Sequence[str], page_path: str) -> Markup:
        """The mark for a token `{source-id, …}` of a Markdown page. Raises KeyError for an unknown source."""
        for each in source_ids:
            self._context.collection.sources[each]
        note = self._context.shared_notes(page_path).mark_of(tuple(source_ids), verified=True)
        return Markup(self._context.components.marks.mark(note))  # nosec: made of Html

    def source_notes(self, page_path: str) -> Markup:
        """The numbered notes for the end of a Markdown page, once its blocks and marks are made; empty if it has none.

        The page of all sources has none: there each source has its entry already.
        """
        notes = self._context.take_shared_notes(page_path)
        if notes is None or not notes.sources or page_path == "sources/":
            return Markup()
        return Markup(self._context.components.notes_section(notes.sources))  # nosec: made of Html
