"""The search form of the search page and of the home page; `search.js` makes it work where scripts run."""

from markupsafe import Markup

from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.page import Block


def search_form(context: ViewContext, page_path: str) -> Markup:
    """The form. It names no data files: the index is made of finished pages, and the box in the header names it."""
    links = context.links(page_path)
    # search.js joins this to the addresses in the index, so it must stay a folder even where links name index.html.
    root = Links(context.prefix + page_path, context.prefix).to("")
    return context.render(
        "search.html",
        action=None if page_path == "search/" else links.to("search/"),
        root=root,
        explicit_index=context.explicit_index,
    )


def search_block(context: ViewContext, page_path: str) -> Block:
    """The form as a block of a page."""
    return Block(search_form(context, page_path))
