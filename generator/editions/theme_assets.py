"""The theme's own files and the browser libraries, stored under names that carry their hash."""

from pathlib import Path

from generator.release.assets import AssetStore

PACKAGE = Path(__file__).parent.parent
THEME = PACKAGE / "theme"
VENDOR = PACKAGE / "vendor"


class MissingLibrary(Exception):
    """The browser libraries are not in their place: set-up did not run."""


def add_theme_assets(assets: AssetStore) -> None:
    """Store every file of `theme/static/`."""
    for path in sorted((THEME / "static").rglob("*")):
        if path.is_file():
            assets.add(path.relative_to(THEME / "static").as_posix(), path.read_bytes())


def vendored(name: str) -> Path:
    """A vendored file by its path below `vendor/`. Raises MissingLibrary when set-up has not put it there."""
    path = VENDOR / name
    if not path.is_file():
        raise MissingLibrary(name)
    return path
