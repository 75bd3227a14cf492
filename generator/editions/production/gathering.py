"""What one language makes of all its records together: lists, Markdown pages, search, fonts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from generator.archive.files import CollectionFolder
from generator.editions.content import FilledPage, Fillers, fill_page, prose
from generator.editions.frames import LANGUAGE_NAMES
from generator.editions.language_site import LanguageSite
from generator.editions.options import CONFIGURATION, content_folder
from generator.editions.production.blueprint import FormKey
from generator.editions.production.parts import Part, Parts, all_rows
from generator.editions.production.rendering import page_form
from generator.editions.searching import EntryMaker, plain_text
from generator.editions.typography import missing_character, store_fonts
from generator.editions.written_pages import WrittenPage, copied_files
from generator.records.finding import Finding
from generator.release.font_demand import FontDemand
from generator.release.font_use import FaceUse, font_use
from generator.release.page_links import PageLinks, page_links
from generator.search.index import build_index
from generator.shell.form import Form
from generator.views.listing.index import ListIndex

NOT_SEARCHED = frozenset({"404.html", "search/"})
"""Pages that no search should find; the search page would be found for its own examples."""


@dataclass
class Gathered:
    """The files that a language makes of all its records, by their paths from the root of the site."""

    files: dict[str, bytes] = field(default_factory=dict)
    links: list[PageLinks] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    """The addresses of its pages below the root of the language."""
    findings: list[Finding] = field(default_factory=list)


class Gathering:
    """Makes what tells of all records of one language. `parts` are those of all chunks, in their order.

    `files` has the file of each record by kind and id.
    """

    def __init__(
        self,
        language_site: LanguageSite,
        forms: Mapping[FormKey, Form],
        written: Sequence[WrittenPage],
        parts: Sequence[Parts],
        files: Mapping[tuple[str, str], str],
    ) -> None:
        self._site = language_site
        self._forms = forms
        self._written = written
        self._parts = parts
        self._files = files
        self._made = Gathered()
        self._uses: list[tuple[str, FaceUse]] = []

    def _rows(self, part: Part) -> Iterator[Any]:
        return all_rows(self._parts, (part, self._site.language))

    def gathered(self, folder: CollectionFolder) -> Gathered:
        """Everything."""
        site = self._site
        site.views.use_index(ListIndex.merge(self._rows(Part.ROWS)))
        for page in self._written:
            self._add_written(page)
        for listed in site.views.list_pages():
            frame = site.frames.of_list(listed)
            self._add_page(listed.path, self._forms[page_form(listed.path, listed.section)].fill(frame))
            self._uses.append((CONFIGURATION, font_use(str(listed.body), site.language)))
        for path, file in copied_files(folder, site.language):
            self._made.files[site.prefix + path] = (folder.root / file).read_bytes()
        self._add_search()
        self._add_fonts()
        return self._made

    def _add_page(self, path: str, html: str) -> None:
        name = self._site.prefix + (path if path.endswith(".html") else f"{path}index.html")
        self._made.files[name] = html.encode()
        self._made.links.append(page_links(name, html, self._site.site.base_path))
        self._made.paths.append(path)

    def _add_written(self, page: WrittenPage) -> None:
        filled = self._filled(page)
        frame = self._site.frames.of_content(
            page.path, page.title, page.description, filled.html, page.headings, filled.scripts, filled.styles
        )
        self._add_page(page.path, self._forms[written_form(self._site, page)].fill(frame))
        file = f"content/{content_folder(self._site.language)}/{page.source}"
        self._uses.append((file, font_use(str(filled.html), self._site.language)))

    def _filled(self, page: WrittenPage) -> FilledPage:
        views = self._site.views
        fillers = Fillers(
            block=lambda name: views.block(name, page.path),
            source_mark=lambda sources: views.source_mark(sources, page.path),
            record_link=self._site.links(page.path).to_record,
            notes=lambda: views.source_notes(page.path),
        )
        return fill_page(page.html, page.title, fillers)

    def _add_search(self) -> None:
        site, language = self._site.site, self._site.language
        maker = EntryMaker(site.collection, language, site.converter)
        content = [
            (page.path, page.title, page.description, plain_text(prose(page.html)))
            for page in self._written
            if page.path not in NOT_SEARCHED
        ]
        entries = [*self._rows(Part.ENTRIES), *maker.content(content), *maker.sources()]
        index = build_index(entries, self._site.words.all)
        self._made.files |= {
            f"assets/search-{language}.js": index.names.encode(),
            f"assets/search-text-{language}.js": index.text.encode(),
        }

    def _add_fonts(self) -> None:
        site = self._site
        titles = (page.navigation_title for page in self._written)
        frame = Markup(" ").join([*site.words.all.values(), *titles, site.site_name, *LANGUAGE_NAMES.values()])
        demand, missing_in = FontDemand(), {}
        for number, (file, use) in enumerate(self._all_uses(f"<b>{frame}</b>")):
            demand.add(use, number)
            missing_in[number] = file
        _, missing = store_fonts(site.site.assets, site.language, demand)
        for character in sorted(missing):
            first = min(face.first[character] for face in demand.faces.values() if character in face.first)
            self._made.findings.append(missing_character(character, missing_in[first]))

    def _all_uses(self, frame: str) -> Iterator[tuple[str, FaceUse]]:
        """The use of every page, with its file: first what the frame of any page shows, which the configuration names."""
        yield CONFIGURATION, font_use(frame, self._site.language)
        for kind, record_id, use in self._rows(Part.CHARACTERS):
            yield self._files[kind, record_id], use
        yield from self._uses


def written_form(language_site: LanguageSite, page: WrittenPage) -> FormKey:
    """The key of the form of a Markdown page. A server shows the error page at any address, so its base is absolute."""
    if page.path == "404.html":
        return page.section, (language_site.site.base_path + language_site.prefix).rstrip("/")
    return page_form(page.path, page.section)
