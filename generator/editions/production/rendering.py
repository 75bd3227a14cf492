"""The second stage, on workers: the records of a chunk are reviewed and become pages; what many need goes back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from generator.archive.digest import AnyRecord, Key
from generator.archive.load import RecordFile, read_record_file
from generator.archive.locate import Locator
from generator.archive.window import Window, open_window
from generator.editions.language_site import LanguageSite
from generator.editions.production.blueprint import Workshop, workshop
from generator.editions.production.cache import fingerprint
from generator.editions.production.parts import PageSize, Part, PartKey, Parts, packed, part_name
from generator.editions.production.reading import kept_records
from generator.editions.production.storage import Storage
from generator.editions.searching import store_text
from generator.exports.downloads import export_rows
from generator.records.finding import Finding, Severity
from generator.release.assets import AssetStore
from generator.release.font_demand import FontDemand
from generator.release.font_use import font_use
from generator.release.page_links import PageLinks, page_links
from generator.review.rule import Scope
from generator.review.rules import review
from generator.search.entry import SearchEntry
from generator.search.text_parts import text_parts
from generator.views.listing.rows import RecordRows, RowKind, rows_by_kind
from generator.views.page import Page
from generator.views.site_views import SiteViews

_SAMPLED = 8
"""Of how many pages of a large collection one is counted, to find out which characters are common."""


class RenderJob(NamedTuple):
    """A chunk of records to be rendered."""

    build: str
    number: int
    files: tuple[RecordFile, ...]
    is_kept: bool
    """Whether the stage before has just left the records in the scratch storage; otherwise they are read again."""
    contents: tuple[str, ...]
    """What stood for the contents of the files when they were read."""
    others: tuple[tuple[str, str], ...]
    """Kind and stub of each record that these are bound to."""
    neighbours: Mapping[Key, tuple[Key | None, Key | None]]
    is_good: bool
    """Whether pages are to be made: not where another chunk has errors already."""
    inputs: Storage
    scratch: Storage
    outputs: Storage

    @property
    def kind(self) -> str:
        """The kind of its records: no chunk has two."""
        return self.files[0].kind


class ChangedMeanwhile(Exception):
    """A file is not what it was when the stage before read it: what was found out of it holds no more."""


class RenderResult(NamedTuple):
    """What comes back of a chunk: small rows, for the pages themselves are in the outputs."""

    number: int
    pages: tuple[PageSize, ...]
    parts: Parts
    assets: Mapping[str, int]
    """The length in bytes of each asset that the pages need; they are in the outputs, too."""
    findings: tuple[Finding, ...]


def render_chunk(job: RenderJob) -> RenderResult:
    """Review and render the records of a chunk in every language, and write their pages."""
    room = workshop(job.build, job.scratch)
    window = open_window(room.site.collection, _own_records(job), job.others, job.kind)
    findings = _review(job, room, window)
    if not job.is_good or any(finding.severity is Severity.ERROR for finding in findings):
        return RenderResult(job.number, (), {}, {}, tuple(findings))
    room.look_at(window, job.neighbours)
    pages: list[PageSize] = []
    assets: set[str] = set()
    links: list[PageLinks] = []
    parts: dict[PartKey, str] = {}
    texts: dict[str, int] = {}
    for language in room.languages.values():
        rows: list[RecordRows] = []
        entries: list[SearchEntry] = []
        shown: list[Key] = []
        demand = FontDemand()
        for page in language.views.record_pages():
            html = _stamped(room, language, page)
            path = f"{language.prefix}{page.path}index.html"
            content = html.encode()
            job.outputs.write(path, content)
            assets.update(page.scripts, page.styles)
            pages.append(PageSize(language.language, page.path, len(content)))
            links.append(page_links(path, html, room.site.base_path))
            record = room.site.collection.record(page.kind, page.record_id)
            rows.append(language.views.rows(page.kind, record, room.is_brief))
            entries.append(next(room.entries(language.language).records([page])))
            is_counted = not room.is_brief or crc32(page.path.encode()) % _SAMPLED == 0
            demand.add(font_use(str(page.body), language.language), len(shown), is_counted)
            shown.append((page.kind, page.record_id))
        made: dict[Part | RowKind, Sequence[object]] = {Part.CHARACTERS: [(shown, demand)]}
        for kind, kept in rows_by_kind(rows).items():
            made[kind] = kept
        if room.search_in_parts:
            made |= _search_rows(job, language.language, entries, texts)
        else:
            made[Part.ENTRIES] = entries
        parts |= {(part, language.language): _stored(job, each) for part, each in made.items()}
    parts[Part.LINKS, ""] = _stored(job, links)
    parts[Part.EXPORTS, ""] = _stored(job, [export_rows(room.site.collection, room.address)])
    room.look_away()
    stored = room.store_assets(assets, job.outputs) | texts
    return RenderResult(job.number, tuple(pages), parts, stored, tuple(findings))


def _search_rows(
    job: RenderJob, language: str, entries: Sequence[SearchEntry], sizes: dict[str, int]
) -> dict[Part | RowKind, Sequence[object]]:
    """Write the text parts of the index of search, whose `sizes` are noted; answers what is kept of them."""
    texts, assets = list(text_parts(entries)), AssetStore()
    kept = [store_text(assets, language, each) for each in texts]
    for path, content in assets.files.items():
        job.outputs.write(path, content)
        sizes[path] = len(content)
    return {
        Part.NAMES: [each.rows for each in texts],
        Part.TEXTS: kept,
        Part.TERMS: [each.terms for each in texts],
    }


def _stored(job: RenderJob, rows: Sequence[object]) -> str:
    """Leave a part in the scratch storage; answers its name."""
    data = packed(rows)
    name = part_name(data)
    job.scratch.write(part_file(name), data)
    return name


def part_file(name: str) -> str:
    """Where a part lies in the scratch storage."""
    return f"parts/{name[:2]}/{name}"


def _own_records(job: RenderJob) -> Iterator[tuple[str, AnyRecord]]:
    if job.is_kept:
        yield from kept_records(job.scratch, job.number)
        return
    for each, content in zip(job.files, job.contents, strict=True):
        record, text, _ = read_record_file(job.inputs, each)
        if record is None or fingerprint(each.file, text) != content:
            raise ChangedMeanwhile(each.file)
        yield each.kind, record


def _stamped(room: Workshop, language: LanguageSite, page: Page) -> str:
    form = room.forms[language.language][page_form(page.path, page.section)]
    return form.fill(language.frames.of_record(page))


def _review(job: RenderJob, room: Workshop, window: Window) -> list[Finding]:
    options = room.site.options
    return review(
        window, None, options.region, None, SiteViews.block_names, Locator(job.inputs, window).position,
        languages=options.written_languages, least=Severity.ERROR, scope=Scope.RECORD,
    )  # fmt: skip


def page_form(path: str, section: str) -> tuple[str, str]:
    """The key of the form of a page: its section, and the way from it to the root of its language."""
    # The navigation has no entry for routes: they belong to the lane.
    return "lane" if section == "routes" else section, "/".join([".."] * path.count("/")) or "."
