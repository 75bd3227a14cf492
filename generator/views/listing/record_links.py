"""The links of a list to the pages of records, which differ in nothing but the id."""

from collections.abc import Callable

from generator.views.links import Links

RecordLink = Callable[..., str]
"""From the id of a record, and the anchor in its page if one is meant, to the link."""


def record_links(links: Links, kind: str) -> RecordLink:
    """What makes the links of one page to the records of one kind. A list has thousands of them, so each is joined."""
    before, _, after = links.to_record(kind, "*").partition("*")

    def link(record_id: str, fragment: str = "") -> str:
        return f"{before}{record_id}{after}#{fragment}" if fragment else f"{before}{record_id}{after}"

    return link
