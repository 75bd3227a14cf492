"""One production of a site: from the files of a collection to the files of a site, in one trip over all stages.

What an earlier production has made of the same is taken over: digests of files that did not change, the results of
chunks of which nothing changed that their pages tell, and whatever is made of all of these together.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

from generator.archive.collection import Collection
from generator.archive.digest import Digest, Key
from generator.archive.files import CollectionFolder
from generator.archive.load import RecordFile, list_records, load_registers
from generator.archive.locate import Locator
from generator.editions.checking import configuration_findings
from generator.editions.downloading import described, download_files
from generator.editions.language_site import LanguageSite
from generator.editions.options import EditionOptions
from generator.editions.production.blueprint import Blueprint, FormKey, send
from generator.editions.production.bonds import Bonds
from generator.editions.production.cache import Cache, fingerprint, program_fingerprint
from generator.editions.production.engine import InProcess, run
from generator.editions.production.forms import render_forms, shell_project
from generator.editions.production.gathering import Gathering, Made, Unit, unit_of
from generator.editions.production.kept import KeptFiles, Mark, marked
from generator.editions.production.parts import Part, PartKey, Parts, all_rows, digest
from generator.editions.production.reading import ReadJob, ReadResult, chunks, read_chunk
from generator.editions.production.rendering import RenderJob, RenderResult, render_chunk
from generator.editions.production.storage import Places
from generator.editions.shared_files import shared_files
from generator.editions.site import Progress, Rejected, Site, has_errors
from generator.editions.theme_assets import add_theme_assets
from generator.editions.written_pages import MarkdownOptions, PageReader, WrittenPage, page_path, written_sources
from generator.language.traditional import TraditionalConverter
from generator.language.words import Words
from generator.records.finding import Finding, Severity
from generator.release.assets import AssetStore
from generator.release.page_links import PageLinks
from generator.review.rule import Scope
from generator.review.rules import review
from generator.search.parts import SMALL_ENTRIES
from generator.shell.engines import RenderPrototypes
from generator.shell.form import Form
from generator.views.site_views import SiteViews

Job = TypeVar("Job")
Result = TypeVar("Result")

_FEW_JOBS = 8
"""Up to how many chunks this process takes itself: other processes take longer to start."""
_HASHED = re.compile(r"\.[0-9a-f]{12}\.")


@dataclass(frozen=True)
class Order:
    """What is to be produced."""

    root: Path
    options: EditionOptions
    site_url: str
    markdown: MarkdownOptions
    is_preview: bool = False


@dataclass(frozen=True)
class Means:
    """What a production works with."""

    places: Places
    render_prototypes: RenderPrototypes
    executor: Executor
    workers: int
    cache: Cache
    kept: KeptFiles
    """The files of the production before."""
    folder: Path | None
    """The folder of the outputs, if it is one of this machine; else no file can be kept."""


@dataclass(frozen=True)
class Product:
    """What was produced. The files lie in the outputs; `links` are those of its pages."""

    sizes: Mapping[str, int]
    """The length of each file in bytes, by its path."""
    links: Sequence[PageLinks]
    findings: list[Finding]
    """What came to light while pages were made, such as a character that no font has."""
    tile_origins: tuple[str, ...]
    marks: Mapping[str, Mark]
    """How each file was left."""


@dataclass
class Production:
    """Produces the site of an order. Raises Rejected when the content has errors."""

    order: Order
    means: Means
    progress: Progress
    on_pages: Callable[[], None] = lambda: None
    """Called when the pages of records are made, and what tells of many is not yet."""
    build: str = field(default_factory=lambda: token_hex(8))
    findings: list[Finding] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """The key of what each file was made of; of files whose name tells their content, an empty one."""
    used: set[str] = field(default_factory=set)
    """The keys under which the cache holds what this production rests on."""

    def produce(self) -> Product:
        """Take the trip."""
        self.progress("read", 0, 0)
        self.folder = CollectionFolder(self.order.root)
        files, self.findings = list_records(self.folder)
        self.chunks = list(chunks(files))
        self.registers, findings = load_registers(self.folder, files)
        self.findings += findings
        self.read = self._read()
        self.bonds = Bonds(digest for result in self.read for digest in result.digests)
        self._review_directory()
        is_good = not has_errors(self.findings)
        self._prepare(is_good)
        rendered = self._render(is_good)
        if has_errors(self.findings):
            raise Rejected(sorted(dict.fromkeys(self.findings), key=lambda finding: finding.sort_key))
        self.on_pages()
        return self._gather(rendered)

    def _run(self, task: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
        executor, workers = self.means.executor, self.means.workers
        if len(jobs) <= _FEW_JOBS and workers > 1 and self.means.folder is not None:
            executor, workers = InProcess(), 1
        return run(executor, workers, task, jobs)

    def _read(self) -> list[ReadResult]:
        """Read the files of each chunk, unless they were read as they are now."""
        results: dict[int, ReadResult] = {}
        keys = [self._signature(files) for files in self.chunks]
        for number, key in enumerate(keys):
            found = self.means.cache.get(key) if key is not None else None
            if isinstance(found, ReadResult):
                results[number] = found._replace(number=number)
        self.was_read = frozenset(range(len(self.chunks))) - results.keys()
        places = self.means.places
        jobs = [ReadJob(number, self.chunks[number], places.inputs, places.scratch) for number in sorted(self.was_read)]
        for result in self._run(read_chunk, jobs):
            self.findings += result.findings
            results[result.number] = result
            key = keys[result.number]
            if key is not None and not result.findings:
                self.means.cache.put(key, result)
        self.used.update(key for key in keys if key is not None)
        return [results[number] for number in range(len(self.chunks))]

    def _signature(self, files: Sequence[RecordFile]) -> str | None:
        """What stands for the state of some files without reading them; None where they cannot be looked at."""
        states = []
        try:
            for each in files:
                status = os.stat(f"{self.order.root}/{each.file}", follow_symlinks=False)
                states.append((*each, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
        except OSError:
            return None
        return fingerprint("read", program_fingerprint(), repr(states))

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
        self.written: dict[str, list[WrittenPage]] = {}
        self.forms: dict[str, dict[FormKey, Form]] = {}
        if is_good:
            for language in options.languages:
                site = LanguageSite(self.site, language)
                self.written[language] = list(PageReader(self.folder, site, self.order.markdown).pages())
                self.forms[language] = self._forms(site)
        sources = sum(len(pages) for pages in self.written.values()) + len(self.registers.sources)
        self.search_in_parts = len(self.bonds.digests) + sources > SMALL_ENTRIES
        self.ground = self._ground()

    def _forms(self, site: LanguageSite) -> dict[FormKey, Form]:
        project = shell_project(site, self.written[site.language])
        engine = self.means.render_prototypes
        key = fingerprint("forms", program_fingerprint(), f"{engine.__module__}", repr(project.prototypes),
                          json.dumps(project.variables, sort_keys=True), project.site_name, project.site_url)  # fmt: skip
        self.used.add(key)
        forms = self.means.cache.get(key)
        if isinstance(forms, dict):
            return forms
        made = render_forms(project, engine)
        self.means.cache.put(key, made)
        return made

    def _ground(self) -> str:
        """What stands for all that the page of any record rests on, besides records and entries of registers."""
        plan, programme = self.registers.plan, self.registers.programme
        return fingerprint(
            program_fingerprint(),
            self.order.options.model_dump_json(),
            self.order.site_url,
            repr((self.order.is_preview, self.search_in_parts)),
            repr(sorted(self.site.traditional.items())),
            repr(sorted((language, sorted(paths)) for language, paths in self.site.written.items())),
            repr(sorted(self.site.assets.by_name.items())),
            repr([(language, sorted((key, form.parts) for key, form in forms.items()))
                  for language, forms in self.forms.items()]),
            plan.model_dump_json() if plan else "",
            programme.model_dump_json() if programme else "",
        )  # fmt: skip

    def _render(self, is_good: bool) -> list[RenderResult]:
        """Render the chunks of which anything has changed that their pages tell."""
        results: dict[int, RenderResult] = {}
        keys = {number: self._chunk_key(number) for number in range(len(self.chunks))} if is_good else {}
        for number, key in keys.items():
            found = self.means.cache.get(key)
            if isinstance(found, RenderResult) and all(
                self.means.kept.holds(path, self._file_key(path, key)) for path in self._files(found)
            ):
                results[number] = found._replace(number=number)
        jobs = [self._job(number, is_good) for number in range(len(self.chunks)) if number not in results]
        if jobs:
            send(Blueprint(self.site, self.forms, self.search_in_parts), self.means.places.scratch)
        done = 0
        for result in self._run(render_chunk, jobs):
            self.findings += result.findings
            results[result.number] = result
            if is_good and not result.findings:
                self.means.cache.put(keys[result.number], result)
            done += len(self.chunks[result.number])
            self.progress("stamp", done, sum(len(self.chunks[job.number]) for job in jobs))
        made = {job.number for job in jobs}
        for number, key in keys.items():
            paths = self._files(results[number])
            if number not in made:
                self.means.kept.take(paths)
            self.keys.update((path, self._file_key(path, key)) for path in paths)
        self.used.update(keys.values())
        return [results[number] for number in range(len(self.chunks))]

    def _chunk_keys(self, number: int) -> list[Key]:
        return [each.key for each in self.read[number].digests]

    def _chunk_key(self, number: int) -> str:
        """What stands for all that the pages of a chunk tell."""
        read, keys = self.read[number], self._chunk_keys(number)
        others = self.bonds.around(keys)
        mentions = {each for key in (*keys, *others) for each in self.bonds.digests[key].mentions}
        return fingerprint(
            "chunk",
            self.ground,
            *read.contents,
            *(f"{key}{self.bonds.digests[key].fingerprint}" for key in others),
            repr([self.bonds.neighbours.get(key) for key in keys]),
            *(self._entry(*each) for each in sorted(mentions)),
        )

    def _entry(self, register: str, entry_id: str) -> str:
        """What stands for an entry of a register."""
        key = (register, entry_id)
        if key not in self._entries:
            entry = getattr(self.registers, register).get(entry_id)
            self._entries[key] = fingerprint(register, entry_id, entry.model_dump_json() if entry is not None else "")
        return self._entries[key]

    _entries: dict[tuple[str, str], str] = field(default_factory=dict)

    def _files(self, result: RenderResult) -> list[str]:
        prefixes = {language: LanguageSite(self.site, language).prefix for language in self.order.options.languages}
        return [*(f"{prefixes[page.language]}{page.path}index.html" for page in result.pages), *result.assets]

    @staticmethod
    def _file_key(path: str, key: str) -> str:
        return "" if _HASHED.search(path) else key

    def _job(self, number: int, is_good: bool) -> RenderJob:
        keys, places = self._chunk_keys(number), self.means.places
        return RenderJob(
            self.build,
            number,
            self.chunks[number],
            number in self.was_read,
            tuple(self.bonds.stubs(keys, self.bonds.around(keys))),
            {key: self.bonds.neighbours[key] for key in keys if key in self.bonds.neighbours},
            is_good,
            places.inputs,
            places.scratch,
            places.outputs,
        )

    def _gather(self, results: Sequence[RenderResult]) -> Product:
        self.progress("gather", 0, 0)
        parts = [result.parts for result in results]
        sizes: dict[str, int] = {}
        paths: dict[str, list[str]] = {language: [] for language in self.forms}
        for result in results:
            sizes |= result.assets
            sizes |= zip(self._files(result), (page.size for page in result.pages), strict=False)
            for page in result.pages:
                paths[page.language].append(page.path)
        units: list[Unit] = []
        for language in self.forms:
            pages, search, fonts = self._language_units(language, parts)
            paths[language] += pages.paths
            units += (pages, search, fonts)
        units.append(
            self._unit("downloads", [(Part.EXPORTS, "")], parts, lambda: unit_of(download_files(self.registers, parts)))
        )
        shared = {**self.site.assets.files, **shared_files(self.site, paths)}
        for path, content in sorted(shared.items()):
            self.means.places.outputs.write(path, content)
            self.keys[path] = ""
            sizes[path] = len(content)
        for unit in units:
            sizes |= unit.sizes
        self.means.cache.keep_only(self.used)
        self.means.kept.remove_all_but(sizes)
        links: list[PageLinks] = list(all_rows(parts, (Part.LINKS, "")))
        folder = self.means.folder
        return Product(
            sizes,
            [*links, *(each for unit in units for each in unit.links)],
            [finding for unit in units for finding in unit.findings],
            self.site.tile_origins,
            {path: marked(folder, path, self.keys[path]) for path in sizes} if folder is not None else {},
        )

    def _language_units(self, language: str, parts: Sequence[Parts]) -> tuple[Unit, Unit, Unit]:
        # Assets of its own, so that it is known which of them a unit needs.
        site = replace(self.site, assets=AssetStore(by_name=dict(self.site.assets.by_name)))
        words = Words(language, site.converter.convert)
        gathering = Gathering(
            LanguageSite(site, language, described(words)), self.forms[language], self.written[language], parts
        )
        written = repr(self.written[language])
        registers = self._registers_fingerprint()
        copied = self._copied_fingerprint(language)
        pages = self._unit(
            "pages",
            [(Part.ROWS, language)],
            parts,
            lambda: gathering.pages(self.folder),
            language,
            written,
            registers,
            copied,
        )
        search = self._unit("search", [(Part.ENTRIES, language)], parts, gathering.search, language, written, registers)
        files = self.registers.files
        fonts = self._unit(
            "fonts", [(Part.CHARACTERS, language)], parts, lambda: gathering.fonts(pages.uses, files), language,
            written, fingerprint(*(repr(sorted((str(face), "".join(sorted(each))) for face, each in use.items())) for _, use in pages.uses)),
        )  # fmt: skip
        return pages, search, fonts

    def _registers_fingerprint(self) -> str:
        registers = self.registers
        entries = (each for name in ("sources", "people", "places") for each in getattr(registers, name).values())
        return fingerprint(*(each.model_dump_json() for each in entries))

    def _copied_fingerprint(self, language: str) -> str:
        from generator.editions.written_pages import copied_files

        return fingerprint(
            *(
                text
                for path, file in copied_files(self.folder, language)
                for text in (path, (self.folder.root / file).read_bytes())
            )
        )

    def _unit(
        self, name: str, needs: Sequence[PartKey], parts: Sequence[Parts], make: Callable[[], Made], *more: str
    ) -> Unit:
        """A unit of the site, made only if anything has changed that it is made of."""
        key = fingerprint(name, self.ground, digest(parts, needs, *more))
        unit = self.means.cache.get(key)
        if isinstance(unit, Unit) and all(
            self.means.kept.holds(path, self._file_key(path, key)) for path in unit.sizes
        ):
            self.means.kept.take(unit.sizes)
        else:
            files, unit = make()
            for path, content in sorted(files.items()):
                self.means.places.outputs.write(path, content)
            if not unit.findings:
                self.means.cache.put(key, unit)
        self.keys.update((path, self._file_key(path, key)) for path in unit.sizes)
        self.used.add(key)
        return unit


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
