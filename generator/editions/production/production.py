"""One production of a site: from the files of a collection to the files of a site, in one trip over all stages.

What an earlier production has made of the same is taken over: digests of files that did not change, the results of
chunks of which nothing changed that their pages tell, and whatever is made of all of these together.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from secrets import token_hex
from stat import S_ISDIR
from typing import TypeVar

from generator.archive.digest import Key
from generator.archive.files import CollectionFolder
from generator.archive.load import SINGLE_FILES, RecordFile, list_records, load_registers
from generator.archive.locate import Locator
from generator.editions.checking import configuration_findings
from generator.editions.language_site import LanguageSite
from generator.editions.production.blueprint import send
from generator.editions.production.cache import fingerprint, program_fingerprint
from generator.editions.production.chunk_keys import ChunkKeys
from generator.editions.production.engine import InProcess, Pool, apart, run
from generator.editions.production.order import Means, Order, Product
from generator.editions.production.parts import StoredParts
from generator.editions.production.preparation import Preparation, Prepared
from generator.editions.production.reading import ReadJob, ReadResult, chunks, read_chunk
from generator.editions.production.rendering import RenderJob, RenderResult, part_file, render_chunk
from generator.editions.production.session import FileState, TreeState
from generator.editions.production.units import Links, Units, file_key
from generator.editions.production.whole import Whole
from generator.editions.site import Progress, Rejected, has_errors
from generator.records.finding import Finding, Severity
from generator.review.rule import Scope
from generator.review.rules import review
from generator.views.links import language_prefix
from generator.views.site_views import SiteViews

Job = TypeVar("Job", ReadJob, RenderJob)
Result = TypeVar("Result")

_FEW_RECORDS = 400
"""Up to how many records this process takes itself: other processes take longer to start."""


@dataclass
class Production:
    """Produces the site of an order. Raises Rejected when the content has errors."""

    order: Order
    means: Means
    progress: Progress
    on_pages: Callable[[], None] = lambda: None
    """Called when the pages of records are made, and what tells of many is not yet."""
    findings: list[Finding] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """The key of what each file was made of; of files whose name tells their content, an empty one."""
    used: set[str] = field(default_factory=set)
    """The keys under which the cache holds what this production rests on."""

    def produce(self) -> Product:
        """Take the trip."""
        self.progress("read", 0, 0)
        session, root = self.means.session, self.order.root
        self.folder = CollectionFolder(root)
        self.tree = TreeState.of(root)
        self.listing = self.tree.listing
        files, found = session.keep("files", self.listing, lambda: list_records(self.folder))
        self.findings += found
        self.chunks = session.keep(
            "chunks", (self.listing, self.order.is_preview), lambda: list(chunks(files, self.order.is_preview))
        )
        single = {file: self.tree.state(file) for file in SINGLE_FILES.values()}
        self.registers_key = self._when_certain("registers", (self.listing, single), single)
        self.registers, found = session.keep(
            "registers", self.registers_key, lambda: load_registers(self.folder, files)
        )
        self.findings += found
        self.read = self._read()
        self.bonds = session.bonds(self.read)
        self.findings += self._directory_findings(frozenset(each.file for each in files))
        is_good = not has_errors(self.findings)
        self.prepared = self._prepare(is_good)
        rendered = self._render(is_good)
        if has_errors(self.findings):
            raise Rejected(sorted(dict.fromkeys(self.findings), key=lambda finding: finding.sort_key))
        self.means.kept.settle(self.keys)
        self.on_pages()
        return self._gather(rendered)

    def _when_certain(self, name: str, made_of: object, states: Mapping[str, FileState | None]) -> object:
        """What something is made of; where a file of it may have changed unseen, it is made anew next time."""
        if any(state is None and path in self.tree.entries for path, state in states.items()):
            self.means.session.forget(name)
            return object()
        return made_of

    def _run(self, task: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
        executor, workers = self.means.executor, self.means.workers
        records = sum(len(self.chunks[job.number]) for job in jobs)
        if records <= _FEW_RECORDS and workers > 1 and self.means.folder is not None:
            executor, workers = InProcess(), 1
        return run(executor, workers, task, jobs)

    def _run_warm(self, task: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
        """As `_run`; before a pool does it, this process does the first job, so that all share what that loads."""
        if isinstance(self.means.executor, Pool) and jobs:
            yield task(jobs[0])
            self.means.executor.start_anew()
            jobs = jobs[1:]
        yield from self._run(task, jobs)

    def _read(self) -> list[ReadResult]:
        """Read the files of each chunk, unless they were read as they are now."""
        results: dict[int, ReadResult] = {}
        keys = [self._signature(files) for files in self.chunks]
        for number, key in enumerate(keys):
            found = self.means.cache.get(key) if key is not None else None
            if isinstance(found, ReadResult):
                results[number] = found if found.number == number else found._replace(number=number)
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
        """What stands for the state of some files without reading them; None where it is not certain."""
        states = [(*each, self.tree.state(each.file)) for each in files]
        if any(state is None for *_, state in states):
            return None
        return fingerprint("read", program_fingerprint(), repr(states))

    def _directory_findings(self, records: frozenset[str]) -> list[Finding]:
        """Review what is no record: registers, pages, names of files."""
        options = self.order.options
        drafts = {key: digest.is_draft for key, digest in self.bonds.digests.items()}
        others = {path: self.tree.state(path) for path in self.tree.entries if path not in records}
        folders = {path for path in others if S_ISDIR(self.tree.entries[path].kind)}
        files = {path: state for path, state in others.items() if path not in folders}
        made_of = (self.registers_key, self.listing, files, options, drafts)
        found = self.means.session.keep(
            "directory",
            self._when_certain("directory", made_of, files),
            lambda: review(
                self.registers, self.folder, options.region, None, SiteViews.block_names,
                Locator(self.folder, self.registers).position, languages=options.written_languages,
                least=Severity.ERROR, scope=Scope.DIRECTORY, drafts=drafts,
            ),
        )  # fmt: skip
        return found + configuration_findings(self.order.root, options)

    def _prepare(self, is_good: bool) -> Prepared:
        digests = self.bonds.digests
        return Preparation(self.order, self.means, self.folder, self.registers, digests, self.used).prepared(is_good)

    def _render(self, is_good: bool) -> list[RenderResult]:
        """Render the chunks of which anything has changed that their pages tell."""
        results: dict[int, RenderResult] = {}
        ground = self.prepared.ground, self.registers_key
        keys = self.chunk_keys = self.means.session.chunk_keys(ground, self._chunk_key) if is_good else {}
        for number, key in keys.items():
            found = self.means.cache.get(key)
            if (
                isinstance(found, RenderResult)
                and all(self.means.cache.has_part(name) for name in found.parts.values())
                and all(self.means.kept.holds(path, file_key) for path, file_key in self._files(found, key).items())
            ):
                results[number] = found
        if isinstance(self.means.executor, Pool) and len(results) < len(self.chunks):
            self._draw_life_frames()
        self.build = self.means.session.keep("build", (*ground, is_good), self._sent)
        jobs = [self._job(number, is_good) for number in range(len(self.chunks)) if number not in results]
        done = 0
        for result in self._run_warm(render_chunk, jobs):
            self.findings += result.findings
            results[result.number] = result
            for name in result.parts.values():
                self.means.cache.take_part(name, self.means.places.scratch, part_file(name))
            if is_good and not result.findings:
                self.means.cache.put(keys[result.number], result)
            done += len(self.chunks[result.number])
            self.progress("stamp", done, sum(len(self.chunks[job.number]) for job in jobs))
        made = {job.number for job in jobs}
        for number, key in keys.items():
            paths = self._files(results[number], key)
            if number not in made:
                self.means.kept.take(paths)
            self.keys.update(paths)
        self.used.update(keys.values())
        self.used.update(name for result in results.values() for name in result.parts.values())
        return [results[number] for number in range(len(self.chunks))]

    def _draw_life_frames(self) -> None:
        """Have the maps of lives drawn where what draws them is gone afterwards; workers that are forked know them."""
        site = self.prepared.blueprint.site
        views = [LanguageSite(site, language).views for language in site.options.languages]
        frames = apart(lambda: [each.draw_life_frame() for each in views])
        for each, frame in zip(views, frames, strict=True):
            each.keep_life_frame(frame)

    def _sent(self) -> str:
        """Send workers what they need; answers the name under which they find it."""
        send(self.prepared.blueprint, self.means.places.scratch)
        return token_hex(8)

    def _chunk_key(self, number: int) -> str:
        return self._keys_of_chunks.key(self._records(number), self.read[number].contents)

    @cached_property
    def _keys_of_chunks(self) -> ChunkKeys:
        known = self.means.session.keep("mentioned", self.registers_key, dict[str, str])
        return ChunkKeys(self.prepared.ground, self.registers, self.bonds, known)

    def _records(self, number: int) -> list[Key]:
        return [each.key for each in self.read[number].digests]

    def _files(self, result: RenderResult, key: str) -> dict[str, str]:
        """The files of a chunk that has this key, pages first, each with its own key."""
        files = self._files_of.get(key)
        if files is None:
            prefixes = self._prefixes
            paths = [*(f"{prefixes[page.language]}{page.path}index.html" for page in result.pages), *result.assets]
            files = {path: file_key(path, key) for path in paths}
            self._files_of[key] = files
        return files

    @cached_property
    def _prefixes(self) -> Mapping[str, str]:
        languages = self.order.options.languages
        return {language: language_prefix(language, languages[0]) for language in languages}

    @cached_property
    def _files_of(self) -> dict[str, dict[str, str]]:
        return self.means.session.keep("files of chunks", self.order.options.languages, dict)

    def _job(self, number: int, is_good: bool) -> RenderJob:
        keys, places = self._records(number), self.means.places
        return RenderJob(
            self.build,
            number,
            self.chunks[number],
            number in self.was_read,
            self.read[number].contents,
            tuple(self.bonds.stubs(keys, self.bonds.around(keys))),
            {key: self.bonds.neighbours[key] for key in keys if key in self.bonds.neighbours},
            is_good,
            places.inputs,
            places.scratch,
            places.outputs,
        )

    def _gather(self, results: Sequence[RenderResult]) -> Product:
        self.progress("gather", 0, 0)
        if isinstance(self.means.executor, Pool):
            # No worker is needed any more, and this process needs the memory.
            self.means.executor.shutdown()
        parts = StoredParts([result.parts for result in results], self.means.cache.part)
        units = Units(self.means, self.prepared.ground, parts, self.keys, self.used)
        whole = Whole(self.prepared, self.folder, units, self._registers_fingerprint())
        sizes: dict[str, int] = {}
        paths: dict[str, list[str]] = {language: [] for language in self.prepared.blueprint.forms}
        for result, key in zip(results, self.chunk_keys.values(), strict=True):
            sizes |= result.assets
            # Its pages are the first of its files.
            sizes |= zip(self._files(result, key), (page.size for page in result.pages), strict=False)
            for page in result.pages:
                paths[page.language].append(page.path)
        of_languages = whole.of_languages()
        for language, unit in of_languages:
            if language:
                paths[language] += unit.paths
        made = [*(unit for _, unit in of_languages), whole.shared(paths)]
        for unit in made:
            sizes |= unit.sizes
        self._forget_the_past()
        self.means.kept.remove_all_but(sizes)
        return Product(
            sizes,
            Links(parts, made),
            [finding for unit in made for finding in unit.findings],
            self.prepared.blueprint.site.tile_origins,
            self.means.kept.marks(self.keys) if self.means.folder is not None else {},
        )

    def _forget_the_past(self) -> None:
        """Forget what only earlier productions rested on."""
        self.means.cache.keep_only(self.used)
        for key in self._files_of.keys() - self.used:
            del self._files_of[key]

    def _registers_fingerprint(self) -> str:
        registers = self.registers
        entries = (each for name in ("sources", "people", "places") for each in getattr(registers, name).values())
        return self.means.session.keep(
            "entries of registers",
            self.registers_key,
            lambda: fingerprint(*(each.model_dump_json() for each in entries)),
        )
