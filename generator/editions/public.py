"""The public edition: a searchable, multilingual site for any static host."""

from pathlib import Path
from typing import Any

from generator.editions.checking import read_reviewed
from generator.editions.language_site import LanguageSite
from generator.editions.options import content_folder, read_options
from generator.editions.shared_files import shared_files
from generator.editions.site import Progress, Rejected, Site, has_errors
from generator.editions.theme_assets import library_findings
from generator.records.finding import Severity


class PublicEdition:
    """One build of the public edition: a language site for each language, and the files that all share."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.languages = {
            language: LanguageSite(site, language, self.languages_of) for language in site.options.languages
        }

    @classmethod
    def open(
        cls, root: Path, values: dict[str, Any], site_url: str, is_preview: bool, progress: Progress
    ) -> "PublicEdition":
        """Read and review the collection below `root`. Raises Rejected when there are errors."""
        progress("read", 0, 0)
        options, findings = read_options(values)
        findings += library_findings()
        if options is None or findings:
            raise Rejected(findings)
        collection, findings = read_reviewed(root, options, today=None, least=Severity.ERROR)
        if has_errors(findings):
            raise Rejected(findings)
        return cls(Site(root, options, site_url, is_preview, collection.published(), progress))

    @property
    def default_language(self) -> str:
        """The language at the root of the site."""
        return self.site.options.languages[0]

    def languages_of(self, path: str) -> frozenset[str]:
        """The languages that have a page at this path below their root."""
        if path.count("/") == 2:  # a record's page, figures/ID/, exists in every language
            return frozenset(self.languages)
        return frozenset(language for language in self.languages if self._is_written(language, path))

    def _is_written(self, language: str, path: str) -> bool:
        folder = self.site.root / "content" / content_folder(language)
        stem = path.rstrip("/").removesuffix(".html") or "index"
        return (folder / f"{stem}.md").is_file() or (folder / stem / "index.md").is_file()

    def shared_files(self) -> dict[str, bytes]:
        """What belongs to the site as a whole: assets, downloads, sitemap."""
        return shared_files(self.site, self.languages)
