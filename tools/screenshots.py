"""Pictures of every kind of page, in each language, width and colour scheme, into `dist/screenshots/`.

Arguments choose: only pictures whose name contains every one of them are taken, as in
`make screenshots ARGS="figures 360 dark"`. The names are LANGUAGE/PAGE-WIDTH-SCHEME.png.
"""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tools import browser
from tools.messages import tell
from tools.processes import ROOT

TREE = ROOT / "dist" / "public"
PICTURES = ROOT / "dist" / "screenshots"
LANGUAGES = {"zh": "", "zh-Hant": "zh-Hant/", "en": "en/"}
RECORDS = ("figures", "sites", "bases", "routes")
WIDTHS = (360, 820, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def pages_of(home: Path, others: set[str]) -> Iterator[str]:
    """One address of each kind of page below `home`, without the folders of `others`; of the records, the first."""
    yield from ("", "404.html")
    for folder in sorted(path.parent for path in home.glob("*/index.html")):
        if folder.name not in others:
            yield f"{folder.name}/"
    for kind in RECORDS:
        for record in sorted(path.parent for path in home.glob(f"{kind}/*/index.html"))[:1]:
            yield f"{kind}/{record.name}/"


def take(chromium: Browser, address: str, wanted: list[str]) -> int:
    """Take the wanted pictures of the site at `address`; answers how many."""
    taken = 0
    for language, prefix in LANGUAGES.items():
        others = {other.rstrip("/") for other in LANGUAGES.values()}
        for page in pages_of(TREE / prefix, others):
            label = page.removesuffix(".html").strip("/").replace("/", "_") or "home"
            for width in WIDTHS:
                for scheme in SCHEMES:
                    name = f"{language}/{label}-{width}-{scheme}.png"
                    if not all(part in name for part in wanted):
                        continue
                    view = chromium.new_page(
                        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
                    )
                    view.goto(f"{address}/{prefix}{page}", wait_until="load")
                    view.evaluate("document.fonts.ready.then(() => true)")
                    view.screenshot(path=PICTURES / name, full_page=True)
                    view.close()
                    taken += 1
    return taken


def main() -> int:
    """Serve the built site on this machine alone and take its pictures; 1 when the arguments choose none."""
    handler = functools.partial(QuietHandler, directory=str(TREE))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
        with playwright.chromium.launch(executable_path=str(browser.path()), args=arguments) as chromium:
            taken = take(chromium, f"http://127.0.0.1:{server.server_port}", sys.argv[1:])
        server.shutdown()
    tell(f"{taken} 张截图在 {PICTURES}", f"{taken} pictures are in {PICTURES}")
    return 0 if taken else 1


if __name__ == "__main__":
    sys.exit(main())
