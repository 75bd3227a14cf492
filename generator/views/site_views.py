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
from generator.views.listing.rows import RecordRows
from generator.views.maps.tiles import TileLayerOptions
from generator.views.page import Block, Page
from generator.views.place_lists import base_list, bases_block, places_block, site_list
from generator.views.place_maps import bases_map_block, places_map_block
from generator.views.programme import programme_block
from generator.views.relations import relations_block, relations_pages
from generator.views.route import route_page
from generator.views.search_form import search_block
from generator.views.site import site_page
from generator.views.sources import source_figures_block, sources_block, sources_pages
from generator.views.timeline import timeline_block, timeline_pages

BLOCK_NAMES: tuple[str, ...] = (
    "home",
    "figures",
    "lane-plan",
    "lane-sites",
    "places-map",
    "places",
    "bases-map",
    "bases",
    "relations",
    "timeline",
    "programme",
    "sources",
    "source-figures",
    "search",
    "downloads",
)
"""What may stand in a line `<!-- qingguo:NAME -->` of a Markdown page."""

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
        """Take the merged rows of all records for the pages that tell of many, instead of reading the records."""
        self._context.index = index

    def list_pages(self) -> Iterator[Page]:
        """The pages of lists that are too long for the Markdown page on which they begin; none in a small collection.

        Their kind is `list`, their paths are `lists/NAME/NUMBER/`, and they are in every language.
        """
        context = self._context
        yield from figures_pages(context)
        yield from site_list(context).pages()
        yield from base_list(context).pages()
        yield from relations_pages(context)
        yield from timeline_pages(context)
        yield from sources_pages(context)

    def block(self, name: str, page_path: str) -> Block:
        """What the line `<!-- qingguo:NAME -->` of a Markdown page becomes.

        `page_path` is the page's path below the root of its language (`figures/`, "" for the home page).
        Raises KeyError for a name that is not among `block_names`.
        """
        return self._blocks[name](self._context, page_path)

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
