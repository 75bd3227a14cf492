"""The register of sources, each with the facts that rest on it; and counts of facts by how well they are founded."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.archive.references import citations_of
from generator.records.source import Source, Tier
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.notes import SourceNote, source_note
from generator.views.page import Block, Heading


@dataclass(frozen=True)
class Use:
    """One record that rests on a source: its page, and the fields, each with the link to it."""

    title: str
    href: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SourceEntry:
    """A source with everything that rests on it."""

    source: SourceNote
    uses: tuple[Use, ...]


def sources_block(context: ViewContext, page_path: str) -> Block:
    """Every source by tier, with anchors `source-ID` and the facts that rest on it."""
    links = context.links(page_path)
    uses = _uses(context, links)
    tiers = []
    for tier in Tier:
        sources = [each for each in context.collection.sources.values() if each.tier is tier]
        if sources:
            title = context.t(f"tier_{tier.value}")
            tiers.append(
                {"id": f"tier-{tier.value.lower()}", "title": title, "entries": _entries(context, sources, uses)}
            )
    html = context.render("sources.html", tiers=tiers)
    return Block(html, headings=tuple(Heading(str(tier["title"]), str(tier["id"])) for tier in tiers))


def _entries(context: ViewContext, sources: list[Source], uses: Mapping[str, tuple[Use, ...]]) -> list[SourceEntry]:
    return [SourceEntry(source_note(each, context.texts, None), uses.get(each.id, ())) for each in sources]


def _uses(context: ViewContext, links: Links) -> dict[str, tuple[Use, ...]]:
    """For each source the records that rest on it, in the order of kinds and ids."""
    found: dict[str, list[Use]] = {}
    for source_id, records in context.index.uses.items():
        for each in records:
            fields = tuple(
                (label, links.to_record(each.kind, each.id, anchor)) for label, anchor in each.citation.fields
            )
            found.setdefault(source_id, []).append(Use(each.title, links.to_record(each.kind, each.id), fields))
    for title, folder, part in (
        (context.t("programme_label"), "programme/", context.collection.programme),
        (context.t("lane_label"), "lane/", context.collection.plan),
    ):
        if part is not None:
            for source_id in dict.fromkeys(source for _, source in citations_of(part)):
                found.setdefault(source_id, []).append(Use(title, links.to(folder), ()))
    return {source_id: tuple(uses) for source_id, uses in found.items()}


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
