"""The live preview: one process that keeps what it knows, makes what an edit has changed, and shows it at once."""

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from generator.editions.build import produce, read_order, tree_findings
from generator.editions.options import CONFIGURATION
from generator.editions.preview_server import HOST, PreviewServer
from generator.editions.preview_watch import Changes, Superseded
from generator.editions.production.cache import FOLDER
from generator.editions.production.live import LiveFiles, StagingStorage
from generator.editions.production.order import Order
from generator.editions.production.session import ObjectCache, Session
from generator.editions.site import Progress, Rejected, silent
from generator.records.finding import Finding
from generator.release.gate import check_tree
from generator.release.staging import staging_folder
from generator.release.tree import TreeFiles
from generator.shell.engines import DEFAULT_ENGINE, engine


class UnusablePort(Exception):
    """The port is taken, or this user may not have it; the text says which."""


class Preview:
    """The site of a collection, kept up to date in one folder."""

    def __init__(self, root: Path, folder: Path) -> None:
        """The site lies in `folder`/site; beside it lies what is being made."""
        self.root = root
        self.folder = folder
        # Pages that an earlier preview has shown load again.
        self.files = LiveFiles(folder / "site", time.time_ns() // 1_000_000)
        self._cache = ObjectCache(root / FOLDER)
        self._session = Session()
        self._render_prototypes = engine(DEFAULT_ENGINE)
        self._productions = 0

    @property
    def order(self) -> Order:
        """What the configuration asks for now. Raises Rejected."""
        try:
            text = (self.root / CONFIGURATION).read_bytes()
        except OSError:
            text = b""
        if b"INHERIT" in text or b"!ENV" in text:
            # It may have changed without a change of the file.
            self._session.forget("order")
        return self._session.keep("order", text, lambda: read_order(self.root, True))

    def refresh(self, progress: Progress = silent, on_pages: Callable[[], None] = lambda: None) -> list[Finding]:
        """Bring the site up to date. Answers what is wrong with it nevertheless, such as a dead link.

        `on_pages` is called when the pages of records are up to date, and what tells of many is not yet. Raises
        Rejected when the content has errors; then the site stays as it was.
        """
        is_first = self._productions == 0
        self._productions += 1
        staged = self.folder / f"staged-{self._productions}"
        self.files.begin(staged)
        scratch = self.folder / "scratch"
        try:
            product = produce(
                self.order, self.files.folder, scratch, self._render_prototypes, progress, self._cache, self.files,
                on_pages, session=self._session, outputs=StagingStorage(staged),
            )  # fmt: skip
        finally:
            # What is of use has gone into the live folder and into the cache.
            shutil.rmtree(staged, ignore_errors=True)
            if self._productions % _TIDY == 0:
                shutil.rmtree(scratch / "parts", ignore_errors=True)
        if is_first:
            return product.findings + tree_findings(product, self.files.folder)
        # The others have been looked at before, and a long list links to thousands of pages, but only as the program
        # makes it. A link to what is gone is found in full by the next build.
        pages = [
            path
            for path in self.files.settled
            if path.endswith(".html") and "/lists/" not in f"/{path}" and path in product.sizes
        ]
        tree = TreeFiles(self.files.folder, product.sizes)
        return product.findings + check_tree(tree, product.tile_origins, pages)


_TIDY = 50
"""After so many productions the scratch folder is tidied."""

Tell = Callable[[str, str], None]
"""Told a sentence, in Chinese and in English."""


def serve_preview(
    root: Path, port: int, tell: Tell, tell_findings: Callable[[list[Finding]], None], progress: Progress
) -> None:
    """Serve the collection below `root` on this machine until interrupted.

    Raises UnusablePort, and Rejected when the collection has errors already; errors of later edits are told, and the
    last good pages stay until they are mended.
    """
    with staging_folder(root / FOLDER.parent / "preview") as folder, _ended_cleanly():
        preview = Preview(root, folder)
        try:
            server = PreviewServer(preview.files, port)
        except OSError as error:
            # Python adds the address to the system's own words.
            raise UnusablePort(os.strerror(error.errno or 0)) from None
        with server:
            # Before any thread is started: a process with threads cannot be forked.
            tell_findings(preview.refresh(progress))
            changes = Changes(root)
            with changes.watching(), server.serving():
                server.base_path = _base_path(preview.order)
                address = f"http://{HOST}:{port}{server.base_path}"
                tell(f"预览：{address}（按 Ctrl-C 结束）", f"Preview: {address} (Ctrl-C ends it)")
                # For what was edited before anybody watched.
                while True:
                    _show(preview, server, changes, tell, tell_findings)
                    changes.wait()


def _base_path(order: Order) -> str:
    from urllib.parse import urlsplit

    return urlsplit(order.site_url).path.rstrip("/") + "/"


def _show(
    preview: Preview,
    server: PreviewServer,
    changes: Changes,
    tell: Tell,
    tell_findings: Callable[[list[Finding]], None],
) -> None:
    """Show what has changed, first the pages of records."""
    begin = time.monotonic()

    def show_pages() -> None:
        server.base_path = _base_path(preview.order)
        _tell_pages(preview, begin, tell)
        server.tell()
        changes.allow()

    try:
        with changes.breaking_off():
            findings = preview.refresh(on_pages=show_pages)
    except Superseded:
        return
    except Rejected as error:
        tell_findings(error.findings)
        tell("页面没有改动；改正后会自动继续。", "The pages stay as they were; they follow once this is mended.")
        return
    server.tell()
    tell_findings(findings)


def _tell_pages(preview: Preview, begin: float, tell: Tell) -> None:
    pages = sum(path.endswith(".html") for path in preview.files.settled)
    if pages:
        seconds = time.monotonic() - begin
        tell(f"更新了 {pages} 页，用时 {seconds:.2f} 秒", f"{pages} pages updated in {seconds:.2f} s")


@contextmanager
def _ended_cleanly() -> Iterator[None]:
    """Take a request to end for an interrupt, and end without a word."""

    def end(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)
