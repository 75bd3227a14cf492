"""Reading a collection and reviewing it, in one step."""

import datetime
from pathlib import Path

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.archive.locate import Locator
from generator.editions.options import EditionOptions
from generator.records.finding import Finding, Message, Severity
from generator.review.rules import review
from generator.views.maps.tiles import tile_findings
from generator.views.site_views import SiteViews


def read_reviewed(
    root: Path, options: EditionOptions, today: datetime.date | None
) -> tuple[Collection, list[Finding]]:
    """The collection below `root`, drafts included, and all findings, sorted by place.

    `today` dates what ages, such as opening hours; a build passes None, so that its result does not depend on the day.
    """
    folder = CollectionFolder(root)
    collection, findings = load_collection(root)
    locate = Locator(folder, collection).position
    findings += review(collection, folder, options.region, today, SiteViews.block_names, locate)
    mend = Message("见 docs/configuration.md", "see docs/configuration.md")
    field = ("plugins", "qingguo", "tiles")
    findings += [
        Finding(Severity.ERROR, "tiles-without-approval", "mkdocs.yml", field, message, mend)
        for message in tile_findings(options.tiles)
    ]
    return collection, sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)
