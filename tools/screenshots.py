"""Screenshots of every kind of page, in each language, width and colour scheme: `python -m tools.screenshots [TREE]`.

The tree is served on this machine and nothing else can be reached. The pictures lie in `.cache/screenshots/` under
the names `KIND-LANGUAGE-WIDTH-SCHEME.png`. A page that is wider than its window is told and makes the exit status 1.
"""

import shutil
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import BrowserContext, Route, sync_playwright

from tools import browser
from tools.messages import say, tell
from tools.processes import CACHE

WIDTHS = (360, 820, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGES = ("zh", "zh-Hant", "en")
TREE = Path("dist/public")
PICTURES = CACHE / "screenshots"
_RECORDS = ("figures", "sites", "bases", "routes")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""


def kinds(tree: Path) -> Iterator[tuple[str, str]]:
    """Name and path of one page of each kind: every page of the first level, and the first record of each kind."""
    yield "home", ""
    for folder in sorted(path.parent for path in tree.glob("*/index.html")):
        if folder.name not in LANGUAGES:
            yield folder.name, f"{folder.name}/"
    for kind in _RECORDS:
        first = next(iter(sorted(path.parent.name for path in tree.glob(f"{kind}/*/index.html"))), None)
        if first:
            yield f"{kind}-{first}", f"{kind}/{first}/"


_WHOLE = """async () => {
    const whole = new CSSStyleSheet();
    whole.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [whole];
    const fonts = document.querySelector("link[data-fonts]");
    while (fonts && (fonts.media !== "all" || !fonts.sheet)) await new Promise(resolve => setTimeout(resolve, 20));
    document.body.getBoundingClientRect();
    await document.fonts.ready;
}"""
"""Waits for the fonts, and has the page drawn below the window too, where a browser would wait for the reader."""


def take(context: BrowserContext, address: str, width: int, picture: Path) -> bool:
    """Take one picture of the whole page; answers whether the page fits into the width."""
    page = context.new_page()
    page.goto(address)
    page.evaluate(_WHOLE)
    page.screenshot(path=picture, full_page=True)
    fits = bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
    page.close()
    if not fits:
        tell(f"超出 {width} 像素：{address}", f"Wider than {width} pixels: {address}")
    return fits


def _only_from(origin: str, route: Route) -> None:
    if route.request.url.startswith((origin, "data:")):
        route.continue_()
    else:
        route.abort()


def main(tree: Path) -> int:
    """Take all pictures of the edition in `tree`; answers the exit status."""
    if not (tree / "index.html").is_file():
        tell(f"{tree} 中没有网站；请先运行 make build。", f"There is no site in {tree}; run `make build` first.")
        return 2
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tree)))
    Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}/"
    fits = True
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.path(), args=["--no-sandbox"])
        for scheme in SCHEMES:
            for width in WIDTHS:
                context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                context.route("**/*", partial(_only_from, origin))
                for language in LANGUAGES:
                    prefix = "" if language == "zh" else f"{language}/"
                    for kind, path in kinds(tree):
                        if (tree / prefix / path / "index.html").is_file():
                            picture = PICTURES / f"{kind}-{language}-{width}-{scheme}.png"
                            fits = take(context, origin + prefix + path, width, picture) and fits
                context.close()
        chromium.close()
    server.shutdown()
    print(say(f"截图在 {PICTURES}", f"The screenshots are in {PICTURES}"))
    return 0 if fits else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else TREE))
