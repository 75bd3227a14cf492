"""The stages of a build, and the functions of the program of which each consists: what `profiled_build` times."""

from collections.abc import Callable
from typing import Any

Label = str | Callable[..., str]
"""The name of a stage, or what tells it from the arguments of a call."""

P = "generator.editions.production."
START, IMPORTS, REST = "start of Python", "imports", "everything else"
SITE, LATER = "files of the site", "records and parts for the next stage"


def _written(storage: Any, *rest: object) -> str:
    return LATER if storage.root.name == "scratch" else SITE


STAGES: dict[str, tuple[tuple[Label, tuple[str, ...]], ...]] = {
    "before the records": (
        ("configuration, read by MkDocs", ("generator.editions.build:read_order",)),
        ("Markdown pages", (P + "preparation:Preparation._written_pages",)),
        ("prototypes, rendered by MkDocs", (P + "preparation:Preparation._forms",)),
        ("theme", (P + "preparation:add_theme_assets",)),
        ("what workers get", (P + "production:send", P + "rendering:workshop")),
    ),
    "reading records": (
        ("listing", (P + "production:list_records", P + "session:TreeState.of", P + "production:chunks")),
        ("registers", (P + "production:load_registers",)),
        ("review of registers and pages", (P + "production:Production._directory_findings",)),
        ("reading files", (P + "storage:LocalStorage.read_text",)),
        ("parsing YAML", ("generator.archive.validation:parse_data",)),
        ("validating", ("generator.archive.validation:_validated",)),
        ("digesting", (P + "reading:digest_of",)),
        ("condensing for the second stage", (P + "reading:condense", P + "reading:fingerprint")),
    ),
    "rendering records": (
        ("bonds, keys of chunks", tuple(P + each for each in (
            "session:Session.bonds", "chunk_keys:ChunkKeys.key", "production:Production._job"))),
        ("taking up records", (P + "rendering:_own_records",)),
        ("windows", (P + "rendering:open_window", P + "blueprint:Workshop.look_at",
                     "generator.archive.references:References.resolve")),
        ("collecting what chunks leave", (P + "blueprint:Workshop.look_away",)),
        ("review", (P + "rendering:_review",)),
        ("page body", ("generator.views.site_views:SiteViews.record_pages",)),
        ("frame and metadata", ("generator.editions.frames:FrameMaker.of_record",)),
        ("stamping", ("generator.shell.form:Form.fill",)),
        ("links", (P + "rendering:page_links",)),
        ("rows of lists", ("generator.views.site_views:SiteViews.rows",)),
        ("search entries", ("generator.editions.searching:EntryMaker.records", P + "rendering:_search_rows")),
        ("demand of fonts", (P + "rendering:font_use", "generator.release.font_demand:FontDemand.add")),
        ("rows of exports", (P + "rendering:export_rows",)),
        ("packing parts", (P + "rendering:packed", P + "rendering:part_name")),
        ("assets of pages", (P + "blueprint:Workshop.store_assets",)),
    ),
    "gathering": (
        ("unpacking parts", (P + "parts:StoredParts.rows", P + "parts:StoredParts.digest")),
        ("lists, maps, graph, timeline", tuple(
            P + f"gathering:Gathering.{each}" for each in ("written_page", "list_pages", "copied"))),
        ("search index", (P + "gathering:Gathering.search", *(
            P + f"search_units:SearchInParts.{each}"
            for each in ("requests", "_filter_files", "_names_files", "_text_files")))),
        ("fonts", (P + "gathering:Gathering.fonts",)),
        ("downloads", (P + "whole:download_files",)),
        ("sitemap and what languages share", (P + "whole:shared_files",)),
    ),
    "writing": ((_written, (P + "storage:LocalStorage.write",)),),
    "between builds": (
        ("cache", tuple(P + f"cache:Cache.{each}" for each in ("get", "put", "take_part", "keep_only"))),
        ("signatures of files", (P + "production:Production._signature",)),
        ("files of the build before", ("generator.editions.build:completed", *(
            P + f"kept:KeptFiles.{each}" for each in ("holds", "take", "settle", "marks", "remove_all_but")))),
    ),
    "checking and publishing": (
        ("gate", ("generator.editions.build:tree_findings",)),
        ("publishing", ("generator.editions.build:publish",)),
    ),
}  # fmt: skip
"""Groups of stages; each stage with the functions that it consists of, under the names by which they are called."""

GROUPS: dict[str, list[str]] = {
    "start-up": [START, IMPORTS],
    **{
        group: [name for label, _ in stages for name in ([label] if isinstance(label, str) else [SITE, LATER])]
        for group, stages in STAGES.items()
    },
    "what is in no stage": [REST],
}
"""Every name that a time is counted under, by group."""

STEPS = {
    "reading": P + "production:Production._read",
    "bonds": P + "session:Session.bonds",
    "frame and Markdown pages": P + "production:Production._prepare",
    "rendering": P + "production:Production._render",
    "lists, maps, graph, timeline, search index, fonts, downloads": P + "whole:Whole.of_languages",
    "gate": "generator.editions.build:tree_findings",
    "publishing": "generator.editions.build:publish",
}
"""What comes one after the other, so that it can be asked after each how much memory is taken."""
