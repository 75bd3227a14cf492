"""One language of a site: its words, its links, its views and the frames around its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.archive.digest import Key
from generator.archive.window import Window
from generator.editions.frames import FrameMaker
from generator.editions.options import HTML_LANGUAGES
from generator.editions.site import Site
from generator.language.words import Words
from generator.views.downloads import Download
from generator.views.links import Links, language_prefix
from generator.views.site_views import SiteViews

RECORD_SECTIONS = ("figures", "sites", "bases", "routes")
"""The folders of record pages."""


@dataclass
class LanguageSite:
    """What the pages of one language are made with. `downloads` are needed for the page that offers them."""

    site: Site
    language: str
    downloads: Sequence[Download] = field(default=())

    def __post_init__(self) -> None:
        self.prefix = language_prefix(self.language, self.site.options.languages[0])
        self.words = Words(self.language, self.site.converter.convert)

    @cached_property
    def views(self) -> SiteViews:
        """The views of this language."""
        site = self.site
        return SiteViews(
            site.collection,
            self.language,
            site.converter,
            site.assets,
            site.options.languages,
            site.options.tiles,
            downloads=self.downloads,
            site_name=self.site_name,
            site_url=site.site_url,
            is_sharded=site.options.sharded_addresses,
        )

    @cached_property
    def frames(self) -> FrameMaker:
        """What makes the frames of this language's pages."""
        return FrameMaker(
            self.site,
            self.language,
            self.site_name,
            self.words,
            self.links,
            self.site.languages_of,
            self.site.converter.convert,
        )

    def look_at(self, window: Window, neighbours: Mapping[Key, tuple[Key | None, Key | None]]) -> None:
        """Turn to a part of the collection."""
        self.views.look_at(window, neighbours)

    def look_away(self) -> None:
        """Let go of the part of the collection that was looked at."""
        self.views.look_away()

    def text(self, text: str) -> str:
        """A text of the first language as readers of this language see it."""
        return self.site.converter.convert(text) if self.language == "zh-Hant" else text

    @property
    def site_name(self) -> str:
        """The name of the site in this language."""
        return self.text(self.site.options.names.wording(self.language).text)

    def links(self, path: str) -> Links:
        """The links of the page at `path` below the root of the language."""
        base = self.site.base_path if path == "404.html" else None
        return Links(
            self.prefix + path, self.prefix, absolute_base=base, is_sharded=self.site.options.sharded_addresses
        )

    def variables(
        self, navigation: Sequence[Mapping[str, str]], footer: Sequence[Mapping[str, str]]
    ) -> dict[str, object]:
        """What the theme's template needs beside the frame of each page.

        `navigation` and `footer` list pages by section, title and address. Style sheet of the fonts and search, which
        an edit of any record may change, have names that never change: otherwise every page would change with them.
        """
        return {
            "language": self.language,
            "html_lang": HTML_LANGUAGES[self.language],
            "root": "../" * self.prefix.count("/"),
            "assets": {**self.site.assets.by_name, "fonts.css": f"assets/fonts-{self.language}.css"},
            "navigation": list(navigation),
            "footer": list(footer),
            "words": dict(self.words.all),
            "csp": self.site.content_security_policy,
            "site_name": self.site_name,
            "name_parts": list(self.site_name.partition(" · ")),
            "search": {
                "names": f"assets/search-{self.language}.js",
                "text": f"assets/search-text-{self.language}.js",
                "explicit_index": "",
            },
        }
