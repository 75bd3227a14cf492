"""The links of a list to the pages of records, which differ in nothing but the id."""

from collections.abc import Callable
from dataclasses import replace

from generator.shell.html import Html
from generator.views.links import Links, record_folder
from generator.views.listing.rows import ROOT

RecordLink = Callable[..., str]
"""From the id of a record, and the anchor in its page if one is meant, to the link."""


def record_links(links: Links, kind: str, root: str = "") -> RecordLink:
    """What makes the links of one page to the records of one kind. A list has thousands of them, so each is joined.

    `root` stands before each link, for lines that are put into pages of any depth.
    """
    before, _, after = f"{root}{record_pattern(links, kind)}".partition("*")
    is_sharded = links.is_sharded

    def link(record_id: str, fragment: str = "") -> str:
        folder = record_folder(record_id, is_sharded)
        return f"{before}{folder}{after}#{fragment}" if fragment else f"{before}{folder}{after}"

    return link


def record_pattern(links: Links, kind: str) -> str:
    """The link to any record of a kind, with `*` in place of `record_folder`."""
    return replace(links, is_sharded=False).to_record(kind, "*")


def at_root(lines_html: Html, links: Links) -> Html:
    """Finished lines as they stand in the page of `links`."""
    return Html(lines_html.replace(ROOT, "../" * links.page.removeprefix(links.prefix).count("/")))
