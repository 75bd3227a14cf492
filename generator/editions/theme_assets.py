"""The theme's own files and the browser libraries, stored under names that carry their hash."""

from pathlib import Path

from generator.records.finding import Finding, Message, Severity
from generator.release.assets import AssetStore

PACKAGE = Path(__file__).parent.parent
THEME = PACKAGE / "theme"
VENDOR = PACKAGE / "vendor"


STYLES = ("tokens", "type", "shell", "components", "records", "marks", "views", "search", "drawing", "graph")
"""The style sheets of every page, in the order of their cascade."""

SCRIPTS = (
    "site", "search-words", "search-match", "search-engine", "search-parts", "search-view", "search-data",
    "search-form", "search",
)  # fmt: skip
"""The scripts of every page, in the order in which they build on each other."""


def _joined(names: tuple[str, ...], suffix: str) -> bytes:
    return b"\n".join((THEME / "static" / f"{name}.{suffix}").read_bytes() for name in names)


def add_theme_assets(assets: AssetStore) -> None:
    """Store what every page loads: one style sheet, one for print, two scripts and the mark."""
    assets.add("site.css", _joined(STYLES, "css"))
    assets.add("site.js", _joined(SCRIPTS, "js"))
    for name in ("print.css", "theme.js", "mark.svg"):
        assets.add(name, (THEME / "static" / name).read_bytes())


def vendored(name: str) -> Path:
    """A vendored file by its path below `vendor/`."""
    return VENDOR / name


def library_findings() -> list[Finding]:
    """The finding that the browser libraries are not in their place; set-up writes their manifest last."""
    if (VENDOR / "manifest.json").is_file():
        return []
    return [
        Finding(
            Severity.ERROR,
            "libraries-missing",
            "generator/vendor",
            (),
            Message("还没有安装浏览器程序库和字体", "the browser libraries and fonts are not set up"),
            Message("运行 make build，它会安装", "run make build, which sets them up"),
        )
    ]
