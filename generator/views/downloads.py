"""The list of files for machines, with the dictionary of their columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.views.context import ViewContext
from generator.views.page import Block, Heading


@dataclass(frozen=True)
class Download:
    """A file to download. `path` is relative to the root of the site; `columns` are names with what they mean."""

    path: str
    title: str
    description: str
    columns: Sequence[tuple[str, str]] = ()

    @property
    def anchor(self) -> str:
        """The anchor of the file's entry: its name without the dot."""
        return "file-" + self.path.rpartition("/")[2].replace(".", "-").replace("_", "-")


def downloads_block(context: ViewContext, page_path: str, downloads: Sequence[Download]) -> Block:
    """Every file with its link and its dictionary."""
    links = context.links(page_path)
    rows = [{"download": each, "href": links.to_asset(each.path)} for each in downloads]
    html = context.render("downloads.html", rows=rows)
    return Block(html, headings=tuple(Heading(each.title, each.anchor) for each in downloads))
