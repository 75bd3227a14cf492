"""The search form of the search page and of the home page; `search.js` makes it work where scripts run."""

from collections.abc import Mapping

from markupsafe import Markup

from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.page import Block


def search_form(context: ViewContext, page_path: str, files: Mapping[str, str]) -> Markup:
    """The form. `files` has the paths of the index from the root of the site: `names` and `text`."""
    links = context.links(page_path)
    # search.js joins this to the addresses in the index, so it must stay a folder even where links name index.html.
    root = Links(context.prefix + page_path, context.prefix).to("")
    return context.render(
        "search.html",
        action=None if page_path == "search/" else links.to("search/"),
        root=root,
        names=links.to_asset(files["names"]) if "names" in files else "",
        text=links.to_asset(files["text"]) if "text" in files else "",
        explicit_index=context.explicit_index,
    )


def search_block(context: ViewContext, page_path: str, files: Mapping[str, str]) -> Block:
    """The form as a block of a page."""
    return Block(search_form(context, page_path, files))
