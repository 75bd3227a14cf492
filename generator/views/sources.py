"""The register of sources, each with the facts that rest on it; and counts of facts by how well they are founded."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.archive.references import citations_of, facts_of
from generator.records.fact import Fact
from generator.records.finding import FieldPath
from generator.records.model import Record
from generator.records.source import Source, Tier
from generator.views.anchors import fact_anchors, nearest_anchor
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
    return [SourceEntry(source_note(each, context.texts, 0, None), uses.get(each.id, ())) for each in sources]


def _uses(context: ViewContext, links: Links) -> dict[str, tuple[Use, ...]]:
    """For each source the records that rest on it, in the order of kinds and ids."""
    found: dict[str, list[Use]] = defaultdict(list)
    for kind, record in context.collection.records():
        fields: dict[str, dict[str, str]] = defaultdict(dict)
        anchors = fact_anchors(record)
        for path, source_id in citations_of(record):
            href = links.to_record(kind, record.id, nearest_anchor(anchors, path))
            fields[source_id].setdefault(_field_label(context, record, path), href)
        title = context.texts.name(record.names).text
        for source_id, labels in fields.items():
            found[source_id].append(Use(title, links.to_record(kind, record.id), tuple(labels.items())))
    for title, folder, part in (
        (context.t("programme_label"), "programme/", context.collection.programme),
        (context.t("lane_label"), "lane/", context.collection.plan),
    ):
        if part is not None:
            for source_id in dict.fromkeys(source for _, source in citations_of(part)):
                found[source_id].append(Use(title, links.to(folder), ()))
    return {source_id: tuple(uses) for source_id, uses in found.items()}


def _field_label(context: ViewContext, record: Record, path: FieldPath) -> str:
    """What a reader calls the field at `path`: `Life, 1936`."""
    if not path or path[0] in ("sources", "variants"):
        return context.t("field_record")
    if path[0] == "four_parts" and len(path) > 1:
        return context.t(f"four_parts_{path[1]}")
    label = context.t(f"field_{path[0]}")
    if path[0] == "timeline" and len(path) > 1 and isinstance(path[1], int):
        event = record.timeline[path[1]]  # type: ignore[attr-defined]
        return f"{label} {context.texts.date(event.date)}"
    return label


def source_figures_block(context: ViewContext, page_path: str) -> Block:
    """How many facts there are, and how well they are founded, counted from the records at every build."""
    counts: Counter[str] = Counter()
    tiers: Counter[str] = Counter()
    for fact in _all_facts(context):
        counts["all"] += 1
        counts["sourced"] += bool(fact.sources)
        counts["verified"] += fact.verified and bool(fact.sources)
        counts["unverified"] += not fact.verified or not fact.sources
        counts["variants"] += bool(fact.variants)
        tiers[_best_tier(context, fact)] += 1
    rows = [
        (context.t(f"count_{name}"), counts[name]) for name in ("all", "sourced", "verified", "unverified", "variants")
    ]
    by_tier = [(context.t(f"tier_{tier.value}"), tiers[tier.value]) for tier in Tier]
    sources = len(context.collection.sources)
    return Block(context.render("source_figures.html", rows=rows, by_tier=by_tier, sources=sources))


def _all_facts(context: ViewContext) -> Iterator[Fact]:
    for _, record in context.collection.records():
        for _, fact in facts_of(record):
            yield fact


def _best_tier(context: ViewContext, fact: Fact) -> str:
    sources = context.collection.sources
    found = {sources[each].tier for each in fact.sources if each in sources}
    return next((tier.value for tier in Tier if tier in found), Tier.NONE.value)
