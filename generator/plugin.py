"""The MkDocs plugin, so that a plain `mkdocs build` and `mkdocs serve` make the same site as the command `qingguo`.

Life cycle of one run:
  on_config      read the options; the pages that people write are ours to render
  on_files       leave MkDocs no file: its theme's and the Markdown pages are not its business here
  on_post_build  produce the site into MkDocs' folder
  on_serve       watch all of the collection; keep the last good pages while it is bad
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.editions.build import order_of, produce, tree_findings
from generator.editions.production.cache import FOLDER, Cache
from generator.editions.production.kept import KeptFiles
from generator.editions.production.order import Order
from generator.editions.site import Rejected, silent
from generator.language.locale import interface_language
from generator.review.report import text_report
from generator.shell.engines import DEFAULT_ENGINE, engine


class QingguoConfig(Config):  # type: ignore[no-untyped-call]
    """The options in `mkdocs.yml` as they are given; generator/editions/options.py says what each is and checks it."""

    names = options.Optional(options.Type(object))
    languages = options.Optional(options.Type(object))
    navigation = options.Optional(options.Type(object))
    footer = options.Optional(options.Type(object))
    traditional = options.Optional(options.Type(object))
    region = options.Optional(options.Type(object))
    sharded_addresses = options.Type(bool, default=False)
    tiles = options.Optional(options.Type(object))


class QingguoPlugin(BasePlugin[QingguoConfig]):  # type: ignore[no-untyped-call]
    """Produces the whole site in one run of MkDocs, which renders nothing itself."""

    is_preview: bool = False
    """Whether the pages are shown by MkDocs' live preview."""
    made: tempfile.TemporaryDirectory[str] | None = None
    """Where the site of this run lies until MkDocs has emptied its own folder."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether this is the live preview."""
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Produce the site, before MkDocs cleans its folder: where the content is bad, the last good pages stay."""
        config.theme.static_templates = set()
        self.made = tempfile.TemporaryDirectory(prefix="qingguo-")
        try:
            self._produce(order_of(config, Path(config.config_file_path).parent, self.is_preview), Path(self.made.name))
        except Rejected as error:
            raise PluginError("\n" + text_report(error.findings, interface_language())) from None
        return config

    def _produce(self, order: Order, folder: Path) -> None:
        site = folder / "site"
        nothing_kept = KeptFiles(site, {}, site)
        product = produce(
            order, site, folder / "scratch", engine(DEFAULT_ENGINE), silent, Cache(order.root / FOLDER), nothing_kept
        )
        findings = product.findings + tree_findings(product, site)
        if findings:
            raise Rejected(findings)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave MkDocs nothing to do."""
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site where MkDocs would have."""
        assert self.made is not None
        shutil.copytree(Path(self.made.name) / "site", config.site_dir, dirs_exist_ok=True)
        self.made.cleanup()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind."""
        if self.made is not None:
            self.made.cleanup()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch all of the collection, not only the Markdown pages; keep the last good pages while it is bad."""
        root = Path(config.config_file_path).parent
        for folder in ("figures", "sites_map", "content"):
            server.watch(str(root / folder))

        def build_or_keep() -> None:
            # MkDocs has told the findings; without this it would hold every request until they are mended.
            with suppress(Abort):
                builder()

        server.builder = build_or_keep
        return server
