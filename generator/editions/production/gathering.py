"""What one language makes of all its records together: lists, Markdown pages, search, fonts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.archive.files import CollectionFolder
from generator.editions.content import FilledPage, Fillers, block_names, fill_page, prose
from generator.editions.frames import LANGUAGE_NAMES
from generator.editions.language_site import LanguageSite
from generator.editions.options import CONFIGURATION, content_folder
from generator.editions.production.blueprint import FormKey
from generator.editions.production.cache import fingerprint
from generator.editions.production.parts import Part, PartKey, StoredParts
from generator.editions.production.rendering import page_form
from generator.editions.production.storage import Storage
from generator.editions.searching import EntryMaker, add_search, plain_text
from generator.editions.typography import missing_character, store_fonts
from generator.editions.written_pages import WrittenPage, copied_files
from generator.records.finding import Finding
from generator.release.assets import AssetStore
from generator.release.font_demand import FontDemand
from generator.release.font_use import FaceUse, font_use
from generator.release.page_links import PageLinks, page_links
from generator.search.entry import SearchEntry
from generator.shell.form import Form
from generator.shell.frame import Frame
from generator.views.listing.index import ListIndex
from generator.views.listing.rows import RowKind
from generator.views.site_views import LIST_NAMES

NOT_SEARCHED = frozenset({"404.html", "search/"})
"""Pages that no search should find; the search page would be found for its own examples."""


class Unit(NamedTuple):
    """A part of the site that is made at once, besides its files."""

    sizes: Mapping[str, int]
    """The length of each of its files in bytes, by the path from the root of the site."""
    links: tuple[PageLinks, ...] = ()
    paths: tuple[str, ...] = ()
    """The addresses of its pages below the root of their language."""
    uses: tuple[tuple[str, FaceUse], ...] = ()
    """The characters of each page, with the file that a finding about one would name."""
    findings: tuple[Finding, ...] = ()


@dataclass
class Writer:
    """Writes the files of a unit, one after the other, so that nobody holds all of them."""

    outputs: Storage
    sizes: dict[str, int] = field(default_factory=dict)

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the unit."""
        self.outputs.write(path, content)
        self.sizes[path] = len(content)

    def write_all(self, files: Mapping[str, bytes]) -> Unit:
        """Write the files of a unit that consists of nothing else."""
        for path, content in sorted(files.items()):
            self.write(path, content)
        return Unit(self.sizes)


class Request(NamedTuple):
    """A unit that is wanted: made of the parts that it `needs` and of `more`."""

    name: str
    needs: Sequence[PartKey]
    make: Callable[[Writer], Unit]
    more: Sequence[str] = ()
    together: str = ""
    """Units of one name here are made by one process, because they share what makes them."""


class UndeclaredRows(Exception):
    """A page asks for rows that it did not name: a change of these would leave it as it was."""


class Gathering:
    """Makes what tells of all records of one language, unit by unit."""

    def __init__(
        self,
        language_site: LanguageSite,
        forms: Mapping[FormKey, Form],
        written: Sequence[WrittenPage],
        parts: StoredParts,
        is_brief: bool,
    ) -> None:
        """`is_brief` says whether the collection is so large that lists tell facts briefly.

        The assets of `language_site` are nobody else's: each unit begins with those that are there now.
        """
        self._site = language_site
        self._forms = forms
        self._written = written
        self._parts = parts
        self._is_brief = is_brief
        self._assets = dict(language_site.site.assets.by_name)
        self.words = language_site.words.all

    def requests(self, folder: CollectionFolder, registers: str) -> Iterator[Request]:
        """Lists and Markdown pages, those first that take longest. `registers` stands for all entries of registers."""
        language, views = self._site.language, self._site.views
        for name in LIST_NAMES:
            kinds = views.rows_of_list(name)
            yield self._request(f"list {name}", kinds, partial(self.list_pages, name), registers)
        for page in self._written:
            blocks = block_names(page.html)
            kinds = tuple(dict.fromkeys(kind for each in blocks for kind in views.rows_of_block(each, self._is_brief)))
            yield self._request(f"page {page.path}", kinds, partial(self.written_page, page), repr(page), registers)
        copied = copied_files(folder, language)
        contents = [text for path, file in copied for text in (path, (folder.root / file).read_bytes())]
        yield self._request("copied", (), partial(self.copied, folder), fingerprint(*contents))

    def search_request(self, registers: str) -> Request:
        """The index of search, where it is not in parts."""
        return self._request("search", (Part.ENTRIES,), self.search, repr(self._written), registers)

    def _request(
        self, name: str, kinds: tuple[Part | RowKind, ...], make: Callable[[Writer], Unit], *more: str
    ) -> Request:
        language = self._site.language

        def work(writer: Writer) -> Unit:
            self._begin(kinds)
            unit = make(writer)
            return unit._replace(sizes=dict(writer.sizes))

        return Request(f"{language} {name}", tuple((kind, language) for kind in kinds), work, more)

    def _begin(self, kinds: Collection[Part | RowKind]) -> None:
        """Begin a unit that is made of rows of these kinds: without the rows and the assets of the one before."""

        def read(kind: RowKind) -> Iterator[Any]:
            if kind not in kinds:
                raise UndeclaredRows(kind)
            return self._rows(kind)

        site, assets = self._site, self._site.site.assets
        site.views.use_index(ListIndex(read, self._is_brief))
        assets.files.clear()
        assets.by_name.clear()
        assets.by_name.update(self._assets)

    def _rows(self, part: Part | RowKind) -> Iterator[Any]:
        return self._parts.rows((part, self._site.language))

    def written_page(self, page: WrittenPage, writer: Writer) -> Unit:
        """A Markdown page with its blocks."""
        site = self._site
        filled = self._filled(page)
        frame = site.frames.of_content(
            page.path, page.title, page.description, filled.html, page.headings, filled.scripts, filled.styles
        )
        links = self._write_page(writer, page.path, written_form(site, page), frame)
        self._write_assets(writer)
        file = f"content/{content_folder(site.language)}/{page.source}"
        return Unit({}, (links,), (page.path,), ((file, font_use(str(filled.html), site.language)),))

    def list_pages(self, name: str, writer: Writer) -> Unit:
        """The further pages of a list."""
        site = self._site
        links: list[PageLinks] = []
        paths: list[str] = []
        uses: list[tuple[str, FaceUse]] = []
        for listed in site.views.list_pages(name):
            form = page_form(listed.path, listed.section)
            # Where nobody wrote the page on which a list begins, nothing leads to its further pages.
            if form in self._forms:
                links.append(self._write_page(writer, listed.path, form, site.frames.of_list(listed)))
                paths.append(listed.path)
                # Whatever stands below its heading, the pages of records show in the same face.
                uses.append((CONFIGURATION, font_use(str(Markup("<h1>{}</h1>").format(listed.title)), site.language)))
        self._write_assets(writer)
        return Unit({}, tuple(links), tuple(paths), tuple(uses))

    def copied(self, folder: CollectionFolder, writer: Writer) -> Unit:
        """What lies beside the Markdown pages."""
        for path, file in copied_files(folder, self._site.language):
            writer.write(self._site.prefix + path, (folder.root / file).read_bytes())
        return Unit({})

    def _write_page(self, writer: Writer, path: str, form: FormKey, frame: Frame) -> PageLinks:
        site = self._site
        html = self._forms[form].fill(frame)
        name = site.prefix + (path if path.endswith(".html") else f"{path}index.html")
        writer.write(name, html.encode())
        return page_links(name, html, site.site.base_path)

    def _write_assets(self, writer: Writer) -> None:
        for path, content in sorted(self._site.site.assets.files.items()):
            writer.write(path, content)

    def _filled(self, page: WrittenPage) -> FilledPage:
        views = self._site.views
        fillers = Fillers(
            block=lambda name: views.block(name, page.path),
            source_mark=lambda sources: views.source_mark(sources, page.path),
            record_link=self._site.links(page.path).to_record,
            notes=lambda: views.source_notes(page.path),
        )
        return fill_page(page.html, page.title, fillers)

    def search(self, writer: Writer) -> Unit:
        """The index of search, where it is not in parts."""
        store = AssetStore()
        entries = [*self._rows(Part.ENTRIES), *self.other_entries()]
        add_search(store, self._site.language, entries, self._site.words.all)
        return writer.write_all(store.files)

    def other_entries(self) -> Iterator[SearchEntry]:
        """What search finds besides records."""
        site = self._site.site
        maker = EntryMaker(site.collection, self._site.language, site.converter)
        yield from maker.content(
            (page.path, page.title, page.description, plain_text(prose(page.html)))
            for page in self._written
            if page.path not in NOT_SEARCHED
        )
        yield from maker.sources()

    def fonts_request(self, uses: Sequence[tuple[str, FaceUse]], files: Mapping[tuple[str, str], str]) -> Request:
        """The unit of the fonts, once the uses of the other units are known."""
        told = (sorted((str(face), "".join(sorted(each))) for face, each in use.items()) for _, use in uses)
        make = partial(self.fonts, uses=uses, files=files)
        return self._request("fonts", (Part.CHARACTERS,), make, repr(self._written), fingerprint(*map(repr, told)))

    def fonts(self, writer: Writer, uses: Iterable[tuple[str, FaceUse]], files: Mapping[tuple[str, str], str]) -> Unit:
        """The fonts of the pages of records, and of pages with these uses; `files` has the file of each record."""
        demand, file_of = FontDemand(), [CONFIGURATION]
        demand.add(self._use_of_frame(), 0)
        for records, wanted in self._rows(Part.CHARACTERS):
            demand.merge(wanted, len(file_of))
            file_of += (files[kind, record_id] for kind, record_id in records)
        for file, use in uses:
            demand.add(use, len(file_of))
            file_of.append(file)
        store = AssetStore()
        _, missing = store_fonts(store, self._site.language, demand)
        first = {
            each: min(face.first[each] for face in demand.faces.values() if each in face.first)
            for each in sorted(missing)
        }
        findings = tuple(missing_character(each, file_of[number]) for each, number in first.items())
        return writer.write_all(store.files)._replace(findings=findings)

    def _use_of_frame(self) -> FaceUse:
        """What the frame of any page shows."""
        site = self._site
        titles = (page.navigation_title for page in self._written)
        frame = Markup(" ").join([*site.words.all.values(), *titles, site.site_name, *LANGUAGE_NAMES.values()])
        return font_use(f"<b>{frame}</b>", site.language)


def written_form(language_site: LanguageSite, page: WrittenPage) -> FormKey:
    """The key of the form of a Markdown page. A server shows the error page at any address, so its base is absolute."""
    if page.path == "404.html":
        return page.section, (language_site.site.base_path + language_site.prefix).rstrip("/")
    return page_form(page.path, page.section)
