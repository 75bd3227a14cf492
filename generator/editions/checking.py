"""Reading a collection and reviewing it, in one step."""

import datetime
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


def read_reviewed(
    root: Path, options: EditionOptions, today: datetime.date | None, least: Severity = Severity.NOTE
) -> tuple[Collection, list[Finding]]:
    """The collection below `root`, drafts included, and all findings, sorted by place.

    `today` dates what ages, such as opening hours; a build passes None, so that its result does not depend on the day.
    Rules of the review below the severity `least` are left out.
    """
    folder = CollectionFolder(root)
    collection, findings = load_collection(root)
    locate = Locator(folder, collection).position
    findings += review(
        collection, folder, options.region, today, SiteViews.block_names, locate,
        languages=options.written_languages, least=least,
    )  # fmt: skip
    mend = Message("见 docs/configuration.md", "see docs/configuration.md")
    field = ("plugins", "qingguo", "tiles")
    findings += [
        Finding(Severity.ERROR, "tiles-without-approval", CONFIGURATION, field, message, mend)
        for message in tile_findings(options.tiles)
    ]
    findings += [
        Finding(
            Severity.ERROR,
            "content-folder-missing",
            f"content/{language}",
            (),
            Message(
                "没有这个文件夹，而 mkdocs.yml 的 languages 要用它",
                "no such folder, and languages in mkdocs.yml asks for it",
            ),
            Message(
                "写这种语言的页面，或从 languages 中去掉", "write pages in this language, or take it out of languages"
            ),
        )
        for language in options.written_languages
        if not (root / "content" / language).is_dir()
    ]
    return collection, sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)
