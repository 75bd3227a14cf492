"""One production of a site: from the files of a collection to the files of a site, in one trip over all stages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from generator.archive.collection import Collection
from generator.archive.digest import Digest
from generator.archive.files import CollectionFolder
from generator.archive.load import list_records, load_registers
from generator.archive.locate import Locator
from generator.editions.checking import configuration_findings
from generator.editions.downloading import described, download_files
from generator.editions.language_site import RECORD_SECTIONS, LanguageSite
from generator.editions.options import EditionOptions
from generator.editions.production.blueprint import Blueprint, FormKey, send
from generator.editions.production.bonds import Bonds
from generator.editions.production.engine import run
from generator.editions.production.gathering import Gathered, Gathering, written_form
from generator.editions.production.reading import ReadJob, ReadResult, chunks, read_chunk
from generator.editions.production.parts import Part, all_rows
from generator.editions.production.rendering import RenderJob, RenderResult, page_form, render_chunk
from generator.editions.production.storage import Places
from generator.editions.shared_files import shared_files
from generator.editions.site import Progress, Rejected, Site, has_errors
from generator.editions.theme_assets import THEME, add_theme_assets
from generator.editions.written_pages import MarkdownOptions, PageReader, WrittenPage, page_path, written_sources
from generator.language.traditional import TraditionalConverter
from generator.language.words import Words
from generator.records.finding import Finding, Severity
from generator.release.page_links import PageLinks
from generator.review.rule import Scope
from generator.review.rules import review
from generator.shell.engines import RenderPrototypes
from generator.shell.form import Form
from generator.shell.prototypes import Prototype, ShellProject
from generator.views.site_views import SiteViews

CHUNK = 128
"""How many records a worker takes at a time."""
PROTOTYPE = "qingguo-prototype"


@dataclass(frozen=True)
class Order:
    """What is to be produced."""

    root: Path
    options: EditionOptions
    site_url: str
    markdown: MarkdownOptions
    is_preview: bool = False


@dataclass(frozen=True)
class Product:
    """What was produced. The files lie in the outputs; `links` are those of its pages."""

    sizes: Mapping[str, int]
    """The length of each file in bytes, by its path."""
    links: Sequence[PageLinks]
    findings: list[Finding]
    """What came to light while pages were made, such as a character that no font has."""
    tile_origins: tuple[str, ...]


class Production:
    """Produces the site of an order into the outputs of `places`. Raises Rejected when the content has errors."""

    def __init__(
        self,
        order: Order,
        places: Places,
        render_prototypes: RenderPrototypes,
        executor: Executor,
        workers: int,
        progress: Progress,
    ) -> None:
        self.order = order
        self.folder = CollectionFolder(order.root)
        self.inputs, self.scratch, self.outputs = places
        self.render_prototypes = render_prototypes
        self.executor, self.workers, self.progress = executor, workers, progress
        self.build = token_hex(8)
        self.findings: list[Finding] = []

    def produce(self) -> Product:
        """Take the trip."""
        self.progress("read", 0, 0)
        self.files, self.findings = list_records(self.folder)
        self.registers, findings = load_registers(self.folder, self.files)
        self.findings += findings
        read = list(self._read())
        self.bonds = Bonds(digest for result in read for digest in result.digests)
        self._review_directory()
        is_good = not has_errors(self.findings)
        self._prepare(is_good)
        rendered = self._render(is_good)
        if has_errors(self.findings):
            raise Rejected(sorted(dict.fromkeys(self.findings), key=lambda finding: finding.sort_key))
        return self._gather(rendered)

    def _read(self) -> Iterator[ReadResult]:
        jobs = (
            ReadJob(number, files, self.inputs, self.scratch) for number, files in enumerate(chunks(self.files, CHUNK))
        )
        for result in run(self.executor, self.workers, read_chunk, jobs):
            self.findings += result.findings
            yield result

    def _review_directory(self) -> None:
        """Review what is no record: registers, pages, names of files."""
        options = self.order.options
        self.findings += review(
            self.registers, self.folder, options.region, None, SiteViews.block_names,
            Locator(self.folder, self.registers).position, languages=options.written_languages, least=Severity.ERROR,
            scope=Scope.DIRECTORY, drafts={key: digest.is_draft for key, digest in self.bonds.digests.items()},
        )  # fmt: skip
        self.findings += configuration_findings(self.order.root, options)

    def _prepare(self, is_good: bool) -> None:
        """Read the Markdown pages, have the forms rendered, and send workers what they need.

        Where there are errors already, no page will be made, but the records are still to be reviewed.
        """
        options = self.order.options
        self.site = Site(
            options,
            self.order.site_url,
            self.order.is_preview,
            self.registers,
            _given_traditional_names(self.bonds.digests.values(), self.registers),
            {
                language: frozenset(page_path(source) for source in written_sources(self.folder, language))
                for language in options.languages
            },
        )
        add_theme_assets(self.site.assets)
        self.languages = {language: LanguageSite(self.site, language, described(Words(language, self.site.converter.convert))) for language in options.languages}
        self.written: dict[str, list[WrittenPage]] = {}
        self.forms: dict[str, dict[FormKey, Form]] = {}
        if is_good:
            for language, site in self.languages.items():
                self.written[language] = list(PageReader(self.folder, site, self.order.markdown).pages())
                self.forms[language] = self._forms(language)
        send(Blueprint(self.site, self.forms), self.scratch)

    def _forms(self, language: str) -> dict[FormKey, Form]:
        site, options = self.languages[language], self.order.options
        by_source = {page.source: page for page in self.written[language]}
        wanted: dict[FormKey, Prototype] = {}
        for section in RECORD_SECTIONS:
            path = f"{section}/{PROTOTYPE}/"
            key = page_form(path, section)
            wanted.setdefault(key, Prototype(path, key[0], key[1]))
        for page in by_source.values():
            key = written_form(site, page)
            wanted.setdefault(key, Prototype(page.path, key[0], key[1]))
            path = f"lists/{page.section}/{PROTOTYPE}/"
            key = page_form(path, page.section)
            wanted.setdefault(key, Prototype(path, key[0], key[1]))
        project = ShellProject(
            site.site_name,
            self.order.site_url,
            site.variables(_listed(by_source, options.navigation), _listed(by_source, options.footer)),
            THEME,
            tuple(wanted.values()),
        )
        rendered = self.render_prototypes(project)
        return {key: Form.read(rendered[prototype.path]) for key, prototype in wanted.items()}

    def _render(self, is_good: bool) -> list[RenderResult]:
        results: list[RenderResult] = []
        done = 0
        for result in run(self.executor, self.workers, render_chunk, self._render_jobs(is_good)):
            self.findings += result.findings
            results.append(result)
            done += CHUNK
            self.progress("stamp", min(done, len(self.files)), len(self.files))
        return results

    def _render_jobs(self, is_good: bool) -> Iterator[RenderJob]:
        for number, files in enumerate(chunks(self.files, CHUNK)):
            keys = [(each.kind, each.id) for each in files if (each.kind, each.id) in self.bonds.digests]
            yield RenderJob(
                self.build,
                number,
                tuple(self.bonds.around(keys)),
                {key: self.bonds.neighbours[key] for key in keys if key in self.bonds.neighbours},
                is_good,
                self.inputs,
                self.scratch,
                self.outputs,
            )

    def _gather(self, results: Sequence[RenderResult]) -> Product:
        self.progress("gather", 0, 0)
        parts = [result.parts for result in results]
        links: list[PageLinks] = list(all_rows(parts, (Part.LINKS, "")))
        files: dict[str, bytes] = {}
        sizes: dict[str, int] = {}
        paths: dict[str, list[str]] = {language: [] for language in self.languages}
        findings: list[Finding] = []
        for result in results:
            sizes |= result.assets
            for page in result.pages:
                paths[page.language].append(page.path)
                sizes[f"{self.languages[page.language].prefix}{page.path}index.html"] = page.size
        for language, site in self.languages.items():
            gathered = Gathering(
                site, self.forms[language], self.written[language], parts, self.registers.files
            ).gathered(self.folder)
            files |= gathered.files
            links += gathered.links
            paths[language] += gathered.paths
            findings += gathered.findings
        files |= self.site.assets.files
        files |= download_files(self.registers, parts)
        files |= shared_files(self.site, paths)
        for path, content in sorted(files.items()):
            self.outputs.write(path, content)
        sizes |= {path: len(content) for path, content in files.items()}
        return Product(sizes, links, findings, self.site.tile_origins)


def _listed(by_source: Mapping[str, WrittenPage], sources: Sequence[str]) -> list[dict[str, str]]:
    """Those of the named Markdown pages that a language has, as the theme lists them."""
    return [
        {"section": page.section, "title": page.navigation_title, "url": page.path}
        for source in sources
        if (page := by_source.get(source)) is not None
    ]


def _given_traditional_names(digests: Iterable[Digest], registers: Collection) -> dict[str, str]:
    """Names whose traditional form is given and is another one than a conversion by dictionary makes."""
    given = [form for digest in digests if not digest.is_draft for form in digest.given_names]
    given += [
        (person.names.zh, person.names.zh_hant)
        for person in registers.people.values()
        if person.names.zh and person.names.zh_hant
    ]
    convert = TraditionalConverter({}).convert
    return {simplified: form for simplified, form in given if convert(simplified) != form}
