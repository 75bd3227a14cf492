"""Reading a collection and reviewing it, in one step."""

import datetime
from pathlib import Path

from generator.archive.collection import Collection
from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.archive.locate import Locator
from generator.editions.options import EditionOptions
from generator.records.finding import Finding
from generator.review.rules import review
from generator.views.site_views import BLOCK_NAMES


def read_reviewed(
    root: Path, options: EditionOptions, today: datetime.date | None
) -> tuple[Collection, list[Finding]]:
    """The collection below `root`, drafts included, and all findings, sorted by place.

    `today` dates what ages, such as opening hours; a build passes None, so that its result does not depend on the day.
    """
    folder = CollectionFolder(root)
    collection, findings = load_collection(root)
    findings += review(collection, folder, options.region, today, BLOCK_NAMES, Locator(folder, collection).position)
    if options.tiles is not None:
        findings += options.tiles.findings("mkdocs.yml")
    return collection, sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)
