"""The register of sources, each with the facts that rest on it; and counts of facts by how well they are founded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.archive.references import citations_of
from generator.records.source import Tier
from generator.shell.html import Html, escape, joined
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.list_script import add_list_style
from generator.views.listing.paging import LongList
from generator.views.listing.record_links import record_links
from generator.views.listing.rows import KINDS
from generator.views.notes import SourceNote, source_note
from generator.views.page import Block, Crumb, Heading, Page

_FIRST_USES = 20
"""So many of the records that rest on a source stand on the page of all sources, where there are many records."""

_USES_ON_A_PAGE = 500


@dataclass(frozen=True)
class Use:
    """One record that rests on a source: its page, and the fields, each with the link to it."""

    title: str
    href: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SourceEntry:
    """A source with what rests on it: how many records, those that are shown, the link to all if there are more."""

    source: SourceNote
    count: int
    uses: tuple[Use, ...]
    all_href: str | None


def sources_block(context: ViewContext, page_path: str) -> Block:
    """Every source by tier, with anchors `source-ID` and the facts that rest on it.

    In a large collection only the first records of each source are named; all are in `sources_pages`.
    """
    links, printed = context.links(page_path), SourceUses(context)
    tiers = []
    for tier in Tier:
        sources = [each for each in context.collection.sources.values() if each.tier is tier]
        if sources:
            title = context.t(f"tier_{tier.value}")
            notes = [source_note(each, context.texts, None) for each in sources]
            entries = [printed.entry(note, links) for note in notes]
            tiers.append({"id": f"tier-{tier.value.lower()}", "title": title, "entries": entries})
    html = context.render("sources.html", tiers=tiers)
    headings = tuple(Heading(str(tier["title"]), str(tier["id"])) for tier in tiers)
    styles = (add_list_style(context.assets),) if context.index.is_brief else ()
    return Block(html, styles=styles, headings=headings)


def sources_pages(context: ViewContext) -> Iterator[Page]:
    """Of a large collection, all records that rest on each source, where the page of sources has only the first."""
    if context.index.is_brief:
        yield from SourceUses(context).pages()


class SourceUses:
    """The records that rest on each source, in the order of kinds and ids, then programme and plan."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context

    @cached_property
    def _registers(self) -> Mapping[str, list[tuple[str, str]]]:
        """Title and page of the registers that rest on a source."""
        t, found = self._context.t, dict[str, list[tuple[str, str]]]()
        for title, folder, part in (
            (t("programme_label"), "programme/", self._context.collection.programme),
            (t("lane_label"), "lane/", self._context.collection.plan),
        ):
            if part is not None:
                for source_id in dict.fromkeys(source for _, source in citations_of(part)):
                    found.setdefault(source_id, []).append((title, folder))
        return found

    def entry(self, note: SourceNote, links: Links) -> SourceEntry:
        """A source for the page of all sources."""
        records, registers = self._context.index.uses.get(note.id, ()), self._registers.get(note.id, [])
        count = len(records) + len(registers)
        is_cut = self._context.index.is_brief and count > _FIRST_USES
        uses = []
        for each, resting in records[:_FIRST_USES] if is_cut else records:
            fields = tuple((label, links.to_record(each.kind, each.id, anchor)) for label, anchor in resting)
            uses.append(Use(each.title, links.to_record(each.kind, each.id), fields))
        if is_cut:
            return SourceEntry(note, count, tuple(uses), links.to(self._list(note, count).path(1)))
        uses += [Use(title, links.to(folder), ()) for title, folder in registers]
        return SourceEntry(note, count, tuple(uses), None)

    def _list(self, note: SourceNote, count: int) -> LongList:
        context = self._context
        parents = (Crumb(context.t("list_title_sources"), "sources/"),)
        name = f"source-{note.id}"
        return LongList(context, name, note.title, "sources", [""] * count, parents, size=_USES_ON_A_PAGE)

    def pages(self) -> Iterator[Page]:
        """The records of each source that has more than the page of all sources names."""
        context = self._context
        # All these pages lie equally deep, so that the link to a record is the same on each.
        links = context.links("lists/source/1/")
        to = {kind: record_links(links, kind) for kind in KINDS}
        # A record is one object in all its uses, which is found by its identity in a third of the time of its value.
        lines: dict[int, Html] = {}
        for source in context.collection.sources.values():
            records, registers = context.index.uses.get(source.id, ()), self._registers.get(source.id, [])
            if len(records) + len(registers) <= _FIRST_USES:
                continue
            items = []
            for each, _ in records:
                line_html = lines.get(id(each))
                if line_html is None:
                    line_html = lines[id(each)] = _line(to[each.kind](each.id), each.title)
                items.append(line_html)
            items += [_line(links.to(folder), title) for title, folder in registers]
            parts = self._list(source_note(source, context.texts, None), len(items))
            for number, part in parts.own_parts(items):
                yield parts.page(number, Html(f'<ul class="records">{joined(part)}</ul>'))


def _line(href: str, title: str) -> Html:
    return Html(f'<li><a href="{escape(href)}">{escape(title)}</a></li>\n')


def source_figures_block(context: ViewContext, page_path: str) -> Block:
    """How many facts there are, and how well they are founded, counted from the records at every build."""
    facts = context.index.facts
    rows = [
        (context.t("count_all"), facts.all),
        (context.t("count_sourced"), facts.sourced),
        (context.t("count_verified"), facts.verified),
        (context.t("count_unverified"), facts.unverified),
        (context.t("count_variants"), facts.variants),
    ]
    by_tier = [(context.t(f"tier_{tier.value}"), count) for tier, count in zip(Tier, facts.tiers, strict=True)]
    sources = len(context.collection.sources)
    return Block(context.render("source_figures.html", rows=rows, by_tier=by_tier, sources=sources))
