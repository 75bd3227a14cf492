"""The frame around each page: its head, language switch, breadcrumbs and table of contents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from generator.editions.options import HTML_LANGUAGES
from generator.editions.site import Site
from generator.exports.json_ld import Node, breadcrumbs, collection_page, record_page, website
from generator.exports.publication import Publication
from generator.exports.social import head_markup
from generator.language.words import Words
from generator.shell.frame import Frame
from generator.views.links import Links, language_prefix, record_path
from generator.views.page import Crumb, Heading, Page

LANGUAGE_NAMES = {"zh": "简", "zh-Hant": "繁", "en": "EN"}


@dataclass(frozen=True)
class FrameMaker:
    """Makes the frames of one language's pages."""

    site: Site
    language: str
    site_name: str
    words: Words
    components: Any
    links: Callable[[str], Links]
    counterparts: Callable[[str], frozenset[str]]
    """The languages that have a page at this path."""
    convert: Callable[[str], str]

    def of_record(self, page: Page) -> Frame:
        """The frame of a record page."""
        record = self.site.collection.record(page.kind, page.record_id)
        data: list[Node] = [record_page(record, page.title, self._publication(page.path))]
        og_type = "profile" if page.kind == "figure" else "article"
        return self._frame(
            page.path, page.title, page.description, data, og_type, page.body, page.headings, page.breadcrumbs,
            page.scripts, page.styles,
        )  # fmt: skip

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
        address = self._address(path, path)
        if path == "":
            data = [website(self.site_name, description, address, self.language)]
        else:
            data = [collection_page(title, description, address, self.language)]
        crumbs = (Crumb(self.words("crumb_home"), ""), Crumb(title, path)) if path else ()
        return self._frame(path, title, description, data, "website", body, headings, crumbs, scripts, styles)

    def _publication(self, page_path: str) -> Publication:
        return Publication(
            self.site.collection,
            self.language,
            self.site_name,
            lambda kind, record_id: self._address(page_path, record_path(kind, record_id)),
            self.convert,
        )

    def _address(self, page_path: str, target: str) -> str:
        """The address of a page of this language: absolute where the site has an address, else relative."""
        if self.site.site_url:
            return urljoin(self.site.site_url, self._root_path(target))
        return self.links(page_path).to(target)

    def _alternates(self, path: str) -> list[tuple[str, str, str]]:
        """Language, tag and address of the page's counterparts, this page among them."""
        found = []
        for language in self.site.options.languages:
            exists = language in self.counterparts(path)
            target = language_prefix(language, self.site.options.languages[0]) + (path if exists else "")
            found.append((language, HTML_LANGUAGES[language], target))
        return found

    def _frame(
        self,
        path: str,
        title: str,
        description: str,
        data: list[Node],
        og_type: str,
        body: Markup,
        headings: Sequence[Heading],
        crumbs: Sequence[Crumb],
        scripts: Sequence[str],
        styles: Sequence[str],
    ) -> Frame:
        links, site = self.links(path), self.site
        alternates = self._alternates(path)
        if crumbs:
            data = [*data, breadcrumbs([(crumb.title, self._address(path, crumb.path)) for crumb in crumbs])]
        named = [
            (tag, urljoin(site.site_url, target) if site.site_url else links.to_root(target))
            for language, tag, target in alternates
            if language in self.counterparts(path)
        ]
        head = head_markup(
            title, description, urljoin(site.site_url, self._root_path(path)) if site.site_url else None, named, data,
            og_type, site_name=self.site_name, language=self.language,
        )  # fmt: skip
        return Frame(
            title=title,
            description=description,
            head_html=head,
            language_links_html=self.components.language_links(
                [
                    {
                        "href": links.to_root(target),
                        "title": LANGUAGE_NAMES[language],
                        "lang": tag,
                        "current": language == self.language,
                    }
                    for language, tag, target in alternates
                ]
            ),
            breadcrumbs_html=self.components.breadcrumbs(
                [
                    {"href": links.to(crumb.path) if index < len(crumbs) - 1 else None, "title": crumb.title}
                    for index, crumb in enumerate(crumbs)
                ]
            )
            if crumbs
            else Markup(),
            body_html=body,
            toc_html=self.components.toc([{"id": each.anchor, "title": each.title} for each in headings]),
            scripts_html=_tags('<script src="{}" defer></script>', scripts, links),
            styles_html=_tags('<link rel="stylesheet" href="{}">', styles, links),
        )

    def _root_path(self, path: str) -> str:
        return language_prefix(self.language, self.site.options.languages[0]) + path


def _tags(pattern: str, paths: Sequence[str], links: Links) -> Markup:
    return Markup("\n").join(Markup(pattern).format(links.to_asset(path)) for path in paths)
