"""Building an edition from beginning to end: read, render, pass the gate, publish."""

import datetime
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.archive.files import CollectionFolder, UnreadableFile
from generator.editions.checking import read_reviewed
from generator.editions.options import CONFIGURATION, EditionOptions, read_options
from generator.editions.production.cache import FOLDER, Cache, LostPart, fingerprint, program_fingerprint
from generator.editions.production.cluster import LOCAL, cluster_address, cluster_executor
from generator.editions.production.engine import local_executor
from generator.editions.production.kept import KeptFiles
from generator.editions.production.order import Means, Order, Product
from generator.editions.production.parts import ForeignPart
from generator.editions.production.production import Production
from generator.editions.production.rendering import ChangedMeanwhile
from generator.editions.production.session import Session
from generator.editions.production.storage import Storage, local_places, shared_places
from generator.editions.site import Progress, Rejected, has_errors
from generator.editions.target import check_target
from generator.editions.theme_assets import library_findings
from generator.editions.written_pages import MarkdownOptions
from generator.records.finding import Finding, Message, Severity
from generator.release.gate import check_tree
from generator.release.page_links import pages_in_doubt
from generator.release.renewal import completed
from generator.release.staging import staging_folder
from generator.release.tree import TreeFiles, publish, retired_release
from generator.shell.engines import DEFAULT_ENGINE, RenderPrototypes, engine
from generator.shell.form import UnusableShell
from generator.shell.mkdocs_engine import MkDocsConfig, plugin_options, read_configuration
from generator.shell.prototypes import EngineFailure


@dataclass(frozen=True)
class BuildResult:
    """What a build published."""

    pages: int
    bytes: int


def _engine_findings(error: Exception) -> list[Finding]:
    mend = Message("按提示改正 mkdocs.yml 或所指的页面", "mend mkdocs.yml or the page that is named")
    return [
        Finding(Severity.ERROR, "engine", CONFIGURATION, (), Message(line, line), mend)
        for line in str(error).splitlines()
        if line.strip()
    ]


def build_edition(
    root: Path,
    target: Path,
    progress: Progress,
    *,
    clean: bool = False,
    shell: str = DEFAULT_ENGINE,
    machines: str = LOCAL,
) -> BuildResult:
    """Build the public edition of the collection below `root` and publish it at `target`.

    `machines` are `local` or the `dask://HOST:PORT` of a cluster. Raises Rejected with the findings, UnusableTarget or
    UnusableCluster; then `target` is as it was.
    """
    check_target(root, target)
    cluster = cluster_address(machines)
    render_prototypes = engine(shell)
    order = read_order(root)
    if clean:
        shutil.rmtree(root / FOLDER, ignore_errors=True)
    cache = Cache(root / FOLDER)
    marks_key = fingerprint("marks", program_fingerprint(), str(target))
    marks = cache.get(marks_key)
    with staging_folder(target) as staging:
        staged = staging / "site"
        kept = KeptFiles(target, marks if isinstance(marks, dict) else {}, staged)
        product = produce(order, staged, staging / "scratch", render_prototypes, progress, cache, kept, cluster=cluster)
        progress("check", 0, 0)
        findings = product.findings + tree_findings(product, staged, kept.taken)
        if has_errors(findings):
            raise Rejected(findings)
        progress("publish", 0, 0)
        whole = completed(staged, target, kept.taken, retired_release(target), staging / "renewed")
        # mkdtemp makes folders that only their owner may enter, which is not what a web server needs.
        whole.chmod(0o755)
        publish(whole, target)
        cache.put(marks_key, dict(product.marks))
    return BuildResult(sum(path.endswith(".html") for path in product.sizes), sum(product.sizes.values()))


def read_order(root: Path, is_preview: bool = False) -> Order:
    """What the configuration of the collection below `root` asks for. Raises Rejected."""
    try:
        _require_readable(root)
        return order_of(read_configuration(root / CONFIGURATION, root / "dist"), root, is_preview)
    except EngineFailure as error:
        raise Rejected(_engine_findings(error)) from None


def order_of(configuration: MkDocsConfig, root: Path, is_preview: bool) -> Order:
    """What a configuration that MkDocs has read asks for. Raises Rejected and EngineFailure."""
    options, findings = read_options(plugin_options(configuration))
    findings += library_findings()
    if options is None or findings:
        raise Rejected(findings)
    markdown = MarkdownOptions(tuple(configuration.markdown_extensions), dict(configuration.mdx_configs))
    return Order(root, options, configuration.site_url or "", markdown, is_preview)


def produce(
    order: Order,
    output: Path,
    scratch: Path,
    render_prototypes: RenderPrototypes,
    progress: Progress,
    cache: Cache,
    kept: KeptFiles,
    on_pages: Callable[[], None] = lambda: None,
    cluster: str | None = None,
    session: Session | None = None,
    outputs: Storage | None = None,
) -> Product:
    """Produce the site of an order into the folder `output`, on this machine or on a cluster. Raises Rejected.

    `kept` are the files of the production before, and `session` is what is known from it; `on_pages` is called when the
    pages of records are made. `outputs` is where files are written, if `kept` takes them into `output` from there.
    """
    places = (local_places if cluster is None else shared_places)(order.root, scratch, output)
    if outputs is not None:
        places = places._replace(outputs=outputs)
    crew = local_executor(_is_large(order.root)) if cluster is None else cluster_executor(cluster, places)
    with crew as (executor, workers):
        means = Means(places, render_prototypes, executor, workers, cache, kept, output, session or Session())
        try:
            return _produced(Production(order, means, progress, on_pages))
        except (EngineFailure, UnusableShell) as error:
            raise Rejected(_engine_findings(error)) from None


def _produced(production: Production) -> Product:
    """The product, of a second trip if the files or the cache were changed by others during the first."""
    try:
        return production.produce()
    except (LostPart, ForeignPart):
        production.means.cache.forget()
    except ChangedMeanwhile:
        # An editor has saved a file between the two stages; the second trip reads it as it is now.
        pass
    return Production(production.order, production.means, production.progress, production.on_pages).produce()


def _is_large(root: Path) -> bool:
    """Whether a collection has so many records that more processes pay for their start."""
    return len(CollectionFolder(root).list("figures", ".yml")) > _ONE_PROCESS


_ONE_PROCESS = 150


def tree_findings(product: Product, folder: Path, elsewhere: Mapping[str, Path] | None = None) -> list[Finding]:
    """What keeps the files of a product from being published. Some lie `elsewhere` and not yet in `folder`."""
    try:
        doubtful = list(pages_in_doubt(product.links, product.sizes))
    except (LostPart, ForeignPart):
        # The cache has been damaged: nothing is known of the links, so every page is looked at.
        doubtful = [path for path in product.sizes if path.endswith(".html")]
    return check_tree(TreeFiles(folder, product.sizes, elsewhere), product.tile_origins, doubtful)


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
