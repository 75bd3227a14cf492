"""The preview's web server, for this machine only: the files of the live folder, and news for open pages."""

import html
import json
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.editions.options import HTML_LANGUAGES
from generator.editions.production.live import LiveFiles
from generator.editions.theme_assets import THEME

HOST = "127.0.0.1"
SCRIPT, NEWS = "qingguo-preview/preview.js", "qingguo-preview/news"
"""What the preview adds to the site, below its base path."""

_FONTS = tuple(f"assets/fonts-{language}.css" for language in HTML_LANGUAGES)
_PATIENCE_S = 20.0
"""So long a connection is silent; a browser that has gone is noticed when the next line is written."""
_TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""Types of what sites consist of. What a machine knows of its own depends on the machine."""


class PreviewServer(ThreadingHTTPServer):
    """Serves the live folder below `base_path`."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, files: LiveFiles, port: int) -> None:
        """Raises OSError when the port cannot be used."""
        self.files = files
        self.base_path = "/"
        self.news = Condition()
        # Whoever connects before the first production has ended waits.
        super().__init__((HOST, port), _Handler)

    def tell(self) -> None:
        """Have the open pages ask whether their file has changed."""
        with self.news:
            self.news.notify_all()

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Answer until the end."""
        thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser may hang up at any time."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with a file of the site, whole."""
        address = urlsplit(self.path)
        path = unquote(address.path, errors="replace")
        base = self.server.base_path
        if not path.startswith(base):
            if path == "/" or f"{path}/" == base:
                self._redirect(base)
            else:
                self._not_found()
        elif path == base + SCRIPT:
            self._answer(HTTPStatus.OK, SCRIPT, (THEME / "preview" / "preview.js").read_bytes())
        elif path == base + NEWS:
            self._tell_news(parse_qs(address.query))
        else:
            self._site_file(path.removeprefix(base))

    do_HEAD = do_GET

    def _site_file(self, path: str) -> None:
        """Only files that the preview has made itself are known here, so no path leads anywhere else."""
        files = self.server.files
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if name not in files and f"{name}/index.html" in files:
            self._redirect(f"{self.server.base_path}{path}/")
        elif name not in files or not self._sent(HTTPStatus.OK, name):
            self._not_found()

    def _sent(self, status: HTTPStatus, name: str) -> bool:
        try:
            # Before the content, so that a page that changes meanwhile loads again.
            version = self._newest(name)
            content = (self.server.files.folder / name).read_bytes()
        except OSError:
            return False
        if name.endswith(".html"):
            content = self._with_script(content, version)
        self._answer(status, name, content)
        return True

    def _with_script(self, content: bytes, version: int) -> bytes:
        source = html.escape(f"{self.server.base_path}{SCRIPT}")
        before, end, after = content.rpartition(b"</body>")
        return b'%s<script src="%s" data-version="%d" defer></script>\n%s%s' % (
            before, source.encode(), version, end, after
        )  # fmt: skip

    def _not_found(self) -> None:
        if "404.html" not in self.server.files or not self._sent(HTTPStatus.NOT_FOUND, "404.html"):
            self._answer(HTTPStatus.NOT_FOUND, "404.txt", b"404\n")

    def _redirect(self, path: str) -> None:
        self._answer(HTTPStatus.FOUND, "302.txt", b"", Location=quote(path))

    def _answer(self, status: HTTPStatus, name: str, content: bytes, **headers: str) -> None:
        suffix = Path(name).suffix[1:].lower()
        kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell_news(self, query: dict[str, list[str]]) -> None:
        """Server-sent events: one, once the file of a page is newer than the page."""
        name, version = query.get("path", [""])[0], query.get("version", ["0"])[0]
        since = int(version) if version.isdecimal() and len(version) < 20 else 0
        page = self._page_files(name)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        while True:
            with self.server.news:
                newest = self._newest(*page)
                if newest > since:
                    break
                if not self.server.news.wait(_PATIENCE_S):
                    self.wfile.write(b": still here\n\n")
        self.wfile.write(f"event: changed\ndata: {json.dumps(newest)}\n\n".encode())
        self.close_connection = True

    def _newest(self, *names: str) -> int:
        """The version of the newest of some files, or of the fonts: a new character shows only once they have it."""
        return max(self.server.files.version(name) for name in (*names, *_FONTS))

    def _page_files(self, address: str) -> tuple[str, ...]:
        """The files that a page at an address may come from."""
        path = unquote(address, errors="replace").removeprefix(self.server.base_path)
        name = f"{path}index.html" if path.endswith("/") or not path else path
        return (name,) if name in self.server.files else (name, "404.html")

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads who asked for what."""
