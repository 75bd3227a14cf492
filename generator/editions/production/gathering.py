"""What one language makes of all its records together: lists, Markdown pages, search, fonts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.archive.files import CollectionFolder
from generator.editions.content import FilledPage, Fillers, fill_page, prose
from generator.editions.frames import LANGUAGE_NAMES
from generator.editions.language_site import LanguageSite
from generator.editions.options import CONFIGURATION, content_folder
from generator.editions.production.blueprint import FormKey
from generator.editions.production.parts import Part, StoredParts
from generator.editions.production.rendering import page_form
from generator.editions.searching import EntryMaker, add_search, plain_text
from generator.editions.typography import missing_character, store_fonts
from generator.editions.written_pages import WrittenPage, copied_files
from generator.records.finding import Finding
from generator.release.assets import AssetStore
from generator.release.font_demand import FontDemand
from generator.release.font_use import FaceUse, font_use
from generator.release.page_links import PageLinks, page_links
from generator.shell.form import Form
from generator.views.listing.index import ListIndex

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


Made = tuple[Mapping[str, bytes], Unit]
"""The files of a unit, and what else is known of it."""


def unit_of(files: Mapping[str, bytes], **known: Any) -> Made:
    """A unit with its files."""
    return files, Unit({path: len(content) for path, content in files.items()}, **known)


class Gathering:
    """Makes what tells of all records of one language."""

    def __init__(
        self,
        language_site: LanguageSite,
        forms: Mapping[FormKey, Form],
        written: Sequence[WrittenPage],
        parts: StoredParts,
    ) -> None:
        self._site = language_site
        self._forms = forms
        self._written = written
        self._parts = parts

    def _rows(self, part: Part) -> Iterator[Any]:
        return self._parts.rows((part, self._site.language))

    def pages(self, folder: CollectionFolder) -> Made:
        """The Markdown pages, the further pages of lists, and what lies beside the Markdown pages."""
        site = self._site
        site.views.use_index(ListIndex.merge(self._rows(Part.ROWS)))
        pages: dict[str, str] = {}
        uses: list[tuple[str, FaceUse]] = []
        for page in self._written:
            filled = self._filled(page)
            frame = site.frames.of_content(
                page.path, page.title, page.description, filled.html, page.headings, filled.scripts, filled.styles
            )
            pages[page.path] = self._forms[written_form(site, page)].fill(frame)
            file = f"content/{content_folder(site.language)}/{page.source}"
            uses.append((file, font_use(str(filled.html), site.language)))
        for listed in site.views.list_pages():
            form = self._forms.get(page_form(listed.path, listed.section))
            if form is None:
                # Nobody wrote the page on which this list begins.
                continue
            pages[listed.path] = form.fill(site.frames.of_list(listed))
            uses.append((CONFIGURATION, font_use(str(listed.body), site.language)))
        files = {
            site.prefix + path: (folder.root / file).read_bytes() for path, file in copied_files(folder, site.language)
        }
        files |= site.site.assets.files
        named = {site.prefix + (path if path.endswith(".html") else f"{path}index.html"): path for path in pages}
        files |= {name: pages[path].encode() for name, path in named.items()}
        links = (page_links(name, pages[path], site.site.base_path) for name, path in named.items())
        return unit_of(files, links=tuple(links), paths=tuple(pages), uses=tuple(uses))

    def _filled(self, page: WrittenPage) -> FilledPage:
        views = self._site.views
        fillers = Fillers(
            block=lambda name: views.block(name, page.path),
            source_mark=lambda sources: views.source_mark(sources, page.path),
            record_link=self._site.links(page.path).to_record,
            notes=lambda: views.source_notes(page.path),
        )
        return fill_page(page.html, page.title, fillers)

    def search(self) -> Made:
        """The index of search."""
        site, language = self._site.site, self._site.language
        maker = EntryMaker(site.collection, language, site.converter)
        content = [
            (page.path, page.title, page.description, plain_text(prose(page.html)))
            for page in self._written
            if page.path not in NOT_SEARCHED
        ]
        store = AssetStore()
        add_search(
            store, language, self._rows(Part.ENTRIES), [*maker.content(content), *maker.sources()], self._site.words.all
        )
        return unit_of(store.files)

    def fonts(self, uses: Iterable[tuple[str, FaceUse]], files: Mapping[tuple[str, str], str]) -> Made:
        """The fonts of the pages of records, and of pages with these uses; `files` has the file of each record."""
        demand, file_of = FontDemand(), []
        for number, (file, use) in enumerate(chain(self._uses_of_records(files), uses)):
            demand.add(use, number)
            file_of.append(file)
        store = AssetStore()
        _, missing = store_fonts(store, self._site.language, demand)
        first = {
            each: min(face.first[each] for face in demand.faces.values() if each in face.first)
            for each in sorted(missing)
        }
        findings = tuple(missing_character(each, file_of[number]) for each, number in first.items())
        return unit_of(store.files, findings=findings)

    def _uses_of_records(self, files: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, FaceUse]]:
        """First what the frame of any page shows, which the configuration names; then the page of each record."""
        site = self._site
        titles = (page.navigation_title for page in self._written)
        frame = Markup(" ").join([*site.words.all.values(), *titles, site.site_name, *LANGUAGE_NAMES.values()])
        yield CONFIGURATION, font_use(f"<b>{frame}</b>", site.language)
        for kind, record_id, use in self._rows(Part.CHARACTERS):
            yield files[kind, record_id], use


def written_form(language_site: LanguageSite, page: WrittenPage) -> FormKey:
    """The key of the form of a Markdown page. A server shows the error page at any address, so its base is absolute."""
    if page.path == "404.html":
        return page.section, (language_site.site.base_path + language_site.prefix).rstrip("/")
    return page_form(page.path, page.section)
