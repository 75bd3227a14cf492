"""A static server on this machine that sends files as a good host does: compressed, and with a time to keep them."""

import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}
"""The kinds of files that are text, which gzip makes smaller; any other file goes as it is."""

_HASHED = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]+$")


@functools.lru_cache(maxsize=512)
def compressed(path: Path, modified: int) -> bytes:
    """The file's content in gzip; `modified` is its time in nanoseconds, so that a changed file is read again."""
    return gzip.compress(path.read_bytes(), mtime=0)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else the end of an answer waits, on a connection that stays open, for the browser to acknowledge its beginning.
    disable_nagle_algorithm = True

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""

    def do_GET(self) -> None:
        """Answer with the file, a folder's `index.html`, a redirect to the folder's slash, or the site's 404 page."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            super().do_GET()
            return
        status, file = 200, path / "index.html" if path.is_dir() else path
        if not file.is_file():
            status, file = 404, Path(self.directory) / "404.html"
        if not file.is_file():
            self.send_error(404)
            return
        self._send(status, file)

    def _send(self, status: int, file: Path) -> None:
        kind = TYPES.get(file.suffix)
        packed = kind is not None and "gzip" in self.headers.get("Accept-Encoding", "")
        content = compressed(file, file.stat().st_mtime_ns) if packed else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", kind or self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        # The name of an asset carries its hash, so what lies under that name never changes.
        kept = "max-age=31536000, immutable" if _HASHED.search(file.name) else "no-cache"
        self.send_header("Cache-Control", kept)
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on the loopback; gives the address of its root, with a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
