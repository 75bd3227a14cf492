"""Building an edition from beginning to end: read, render, pass the gate, publish."""

import datetime
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.archive.files import CollectionFolder, UnreadableFile
from generator.editions.checking import read_reviewed
from generator.editions.options import CONFIGURATION, EditionOptions, read_options
from generator.editions.public import PublicEdition
from generator.editions.site import Progress, Rejected, has_errors
from generator.editions.target import check_target
from generator.records.finding import Finding, Message, Severity
from generator.release.gate import check_tree
from generator.release.staging import staging_folder
from generator.release.tree import publish, read_tree
from generator.shell.mkdocs_engine import EngineFailure, plugin_options, read_configuration, render


@dataclass(frozen=True)
class BuildResult:
    """What a build published."""

    pages: int
    bytes: int


def _engine_findings(error: EngineFailure) -> list[Finding]:
    mend = Message("按提示改正 mkdocs.yml 或所指的页面", "mend mkdocs.yml or the page that is named")
    return [
        Finding(Severity.ERROR, "engine", CONFIGURATION, (), Message(line, line), mend)
        for line in str(error).splitlines()
        if line.strip()
    ]


def build_edition(root: Path, target: Path, progress: Progress, *, clean: bool = False) -> BuildResult:
    """Build the public edition of the collection below `root` and publish it at `target`.

    Raises Rejected with the findings, or UnusableTarget; then `target` is as it was.
    """
    check_target(root, target)
    if clean:
        shutil.rmtree(root / ".cache" / "qingguo", ignore_errors=True)
    with staging_folder(target) as staging:
        staged = staging / "site"
        edition = _rendered(root, staged, progress)
        progress("check", 0, 0)
        tree = read_tree(staged)
        findings = edition.site.late_findings + check_tree(tree, edition.site.tile_origins)
        if has_errors(findings):
            raise Rejected(findings)
        # mkdtemp makes folders that only their owner may enter, which is not what a web server needs.
        staged.chmod(0o755)
        progress("publish", 0, 0)
        publish(staged, target)
    return BuildResult(sum(path.endswith(".html") for path in tree), sum(len(content) for content in tree.values()))


def _rendered(root: Path, staged: Path, progress: Progress) -> PublicEdition:
    try:
        _require_readable(root)
        configuration = read_configuration(root / CONFIGURATION, staged)
        options = plugin_options(configuration)
        edition = PublicEdition.open(root, options, configuration.site_url or "", False, progress)
        render(configuration, edition)
    except EngineFailure as error:
        raise Rejected(_engine_findings(error)) from None
    return edition


def _require_readable(root: Path) -> None:
    """Raises Rejected for a configuration of which the engine would tell neither line nor mend."""
    try:
        CollectionFolder(root).read_text(CONFIGURATION)
    except UnreadableFile as error:
        raise Rejected([error.finding]) from None


def check_collection(root: Path, today: datetime.date) -> list[Finding]:
    """Every finding about the collection below `root` as it stands today."""
    try:
        _require_readable(root)
        values = plugin_options(read_configuration(root / CONFIGURATION, root / "dist"))
    except EngineFailure as error:
        return _engine_findings(error)
    except Rejected as error:
        return error.findings
    options, findings = read_options(values)
    usable = options if options is not None else EditionOptions.model_validate({"names": {"zh": "-"}})
    return findings + read_reviewed(root, usable, today)[1]
