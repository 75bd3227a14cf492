"""Reading a collection and reviewing it, in one step."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.archive.locate import Locator
from generator.editions.options import CONFIGURATION, EditionOptions
from generator.records.finding import Finding, Message, Severity
from generator.review.rules import review
from generator.views.maps.tiles import tile_findings
from generator.views.site_views import SiteViews


def read_reviewed(root: Path, options: EditionOptions, today: datetime.date) -> tuple[Collection, list[Finding]]:
    """The collection below `root`, drafts included, and all findings, sorted by place.

    `today` dates what ages, such as opening hours.
    """
    folder = CollectionFolder(root)
    collection, findings = load_collection(root)
    locate = Locator(folder, collection).position
    findings += review(
        collection, folder, options.region, today, SiteViews.block_names, locate,
        languages=options.written_languages,
    )  # fmt: skip
    findings += configuration_findings(root, options)
    return collection, sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)


def configuration_findings(root: Path, options: EditionOptions) -> list[Finding]:
    """What the configuration names and is not there, or may not be used."""
    return [*_tile_problems(options), *_missing_folders(root, options), *_missing_pages(root, options)]


_MEND = Message("见 docs/configuration.md", "see docs/configuration.md")


def _option(code: str, option: str, message: Message, mend: Message = _MEND) -> Finding:
    return Finding(Severity.ERROR, code, CONFIGURATION, ("plugins", "qingguo", option), message, mend)


def _tile_problems(options: EditionOptions) -> Iterator[Finding]:
    for message in tile_findings(options.tiles):
        yield _option("tiles-without-approval", "tiles", message)


def _missing_folders(root: Path, options: EditionOptions) -> Iterator[Finding]:
    for language in options.written_languages:
        if not (root / "content" / language).is_dir():
            message = Message(
                "没有这个文件夹，而 mkdocs.yml 的 languages 要用它",
                "no such folder, and languages in mkdocs.yml asks for it",
            )
            mend = Message(
                "写这种语言的页面，或从 languages 中去掉", "write pages in this language, or take it out of languages"
            )
            yield Finding(Severity.ERROR, "content-folder-missing", f"content/{language}", (), message, mend)


def _missing_pages(root: Path, options: EditionOptions) -> Iterator[Finding]:
    """Pages that navigation or foot name; another language may lack one, the first may not."""
    folder = root / "content" / options.written_languages[0]
    for option, pages in (("navigation", options.navigation), ("footer", options.footer)):
        for page in pages:
            if not (folder / page).is_file():
                message = Message(f"没有页面 {page}", f"there is no page {page}")
                mend = Message(f"写这一页，或从 {option} 中去掉", f"write it, or take it out of {option}")
                yield _option("listed-page-missing", option, message, mend)
