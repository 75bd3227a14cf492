"""The frame around each page: its head, language switch, breadcrumbs and table of contents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.editions.options import HTML_LANGUAGES
from generator.editions.site import Site
from generator.exports.json_ld import Node, collection_page, record_page, website
from generator.exports.json_ld import breadcrumbs as breadcrumb_list
from generator.exports.publication import Publication
from generator.exports.social import head_markup
from generator.language.words import Words
from generator.shell.frame import Frame
from generator.views.links import Links, language_prefix, record_path
from generator.views.markup import frame_parts
from generator.views.page import Crumb, Heading, Page

LANGUAGE_NAMES = {"zh": "简", "zh-Hant": "繁", "en": "EN"}


@dataclass(frozen=True, slots=True)
class _Framed:
    """What a frame is made for: a page with its share in the metadata."""

    path: str
    title: str
    description: str
    og_type: str
    body: Markup
    headings: Sequence[Heading]
    crumbs: Sequence[Crumb]
    scripts: Sequence[str]
    styles: Sequence[str]


@dataclass(frozen=True)
class FrameMaker:
    """Makes the frames of one language's pages."""

    site: Site
    language: str
    site_name: str
    words: Words
    links: Callable[[str], Links]
    counterparts: Callable[[str], frozenset[str]]
    """The languages that have a page at this path."""
    convert: Callable[[str], str]
    works: dict[str, Node] = field(default_factory=dict)
    """The sources that the metadata of earlier pages told of."""

    def of_record(self, page: Page) -> Frame:
        """The frame of a record page."""
        record = self.site.collection.record(page.kind, page.record_id)
        links = self.links(page.path)
        data = record_page(record, page.title, self._publication(links))
        og_type = "profile" if page.kind == "figure" else "article"
        framed = _Framed(
            page.path, page.title, page.description, og_type, page.body, page.headings, page.breadcrumbs,
            page.scripts, page.styles,
        )  # fmt: skip
        return self._frame(framed, links, data)

    def of_list(self, page: Page) -> Frame:
        """The frame of a further page of a list."""
        links = self.links(page.path)
        data = collection_page(page.title, page.description, self._address(links, page.path), self.language)
        framed = _Framed(
            page.path, page.title, page.description, "website", page.body, page.headings, page.breadcrumbs,
            page.scripts, page.styles,
        )  # fmt: skip
        return self._frame(framed, links, data)

    def of_content(
        self,
        path: str,
        title: str,
        description: str,
        body: Markup,
        headings: Sequence[Heading],
        scripts: Sequence[str],
        styles: Sequence[str],
    ) -> Frame:
        """The frame of a Markdown page."""
        links = self.links(path)
        address = self._address(links, path)
        if path == "":
            data = website(self.site_name, description, address, self.language)
        else:
            data = collection_page(title, description, address, self.language)
        crumbs = (Crumb(self.words("crumb_home"), ""), Crumb(title, path)) if path else ()
        framed = _Framed(path, title, description, "website", body, headings, crumbs, scripts, styles)
        return self._frame(framed, links, data)

    def _publication(self, links: Links) -> Publication:
        is_sharded = self.site.options.sharded_addresses
        return Publication(
            self.site.collection,
            self.language,
            self.site_name,
            lambda kind, record_id: self._address(links, record_path(kind, record_id, is_sharded)),
            self.convert,
            self.works,
        )

    def _address(self, links: Links, target: str) -> str:
        """The address of a page of this language: absolute where the site has an address, else relative."""
        # Both parts are ours: the address of the site ends in "/", and no path begins with one or climbs above it.
        return self.site.site_url + self._root_path(target) if self.site.site_url else links.to(target)

    def _frame(self, framed: _Framed, links: Links, data: Node) -> Frame:
        site, path = self.site, framed.path
        written = self.counterparts(path)
        nodes, named, switch = [data], [], []
        if framed.crumbs:
            nodes.append(breadcrumb_list([(each.title, self._address(links, each.path)) for each in framed.crumbs]))
        for language in site.options.languages:
            target = language_prefix(language, site.options.languages[0]) + (path if language in written else "")
            tag, href = HTML_LANGUAGES[language], links.to_root(target)
            switch.append((LANGUAGE_NAMES[language], tag, href, language == self.language))
            if language in written:
                named.append((tag, site.site_url + target if site.site_url else href))
        head = head_markup(
            framed.title,
            framed.description,
            self._address(links, path) if site.site_url else None,
            named,
            nodes,
            framed.og_type,
            site_name=self.site_name,
            language=self.language,
        )
        trail = [(each.title, links.to(each.path)) for each in framed.crumbs]
        contents = frame_parts.contents(self.words, [(each.title, each.anchor) for each in framed.headings])
        # nosec: every one of these is Html, which only ours is.
        return Frame(
            title=framed.title,
            description=framed.description,
            head_html=head,
            language_links_html=Markup(frame_parts.language_links(self.words, switch)),
            breadcrumbs_html=Markup(frame_parts.breadcrumbs(self.words, trail)),
            body_html=framed.body,
            toc_html=Markup(contents),
            scripts_html=Markup(frame_parts.script_tags([links.to_asset(each) for each in framed.scripts])),
            styles_html=Markup(frame_parts.style_tags([links.to_asset(each) for each in framed.styles])),
        )

    def _root_path(self, path: str) -> str:
        return language_prefix(self.language, self.site.options.languages[0]) + path
