"""All pages and blocks of one language: what the plugin and the editions ask the views for."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.archive.collection import Collection
from generator.language.traditional import TraditionalConverter
from generator.records.base import Base
from generator.records.figure import Figure
from generator.records.site import Site
from generator.release.assets import AssetStore
from generator.views.base import base_page
from generator.views.context import ViewContext
from generator.views.figure import figure_page
from generator.views.figures_list import figures_block
from generator.views.page import Block, Page
from generator.views.route import route_page
from generator.views.site import site_page

_BLOCKS: dict[str, Callable[[ViewContext, str], Block]] = {
    "figures": figures_block,
}


class SiteViews:
    """The views of one language over one collection."""

    block_names: tuple[str, ...] = tuple(_BLOCKS)

    def __init__(
        self,
        collection: Collection,
        language: str,
        converter: TraditionalConverter,
        assets: AssetStore,
        languages: tuple[str, ...],
        map_options: object,
        explicit_index: bool = False,
    ) -> None:
        self._context = ViewContext(collection, language, converter, assets, explicit_index, "", "")

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

    def block(self, name: str, page_path: str) -> Block:
        """What the line `<!-- qingguo:NAME -->` of a Markdown page becomes.

        `page_path` is the page's path below the root of its language (`figures/`, "" for the home page).
        Raises KeyError for a name that is not among `block_names`.
        """
        return _BLOCKS[name](self._context, page_path)
