"""Maps as a reader gets them: in a page opened from a folder, under the strictest policy, without a network."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.views.maps.assets import MapFragment, shared_assets
from generator.views.maps.points import MapWords

PACKAGE = Path(__file__).parents[3] / "generator"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'"


@pytest.fixture(scope="session")
def words() -> MapWords:
    """Words of a map, in English."""
    return MapWords(
        zoom_in="Zoom in",
        zoom_out="Zoom out",
        close="Close",
        north="N",
        precision="known to about {metres} m",
        number="{count} places",
        credit="Names: GeoNames (CC BY 4.0)",
        schematic="Lines show the order, not the way",
        no_script="The list says the same.",
    )


@dataclass
class OpenMap:
    """A page with one map, and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def open_map(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., OpenMap]]:
    """Open a map in a fresh page; at the end of the test it must have been quiet and have asked for nothing foreign."""
    opened: list[OpenMap] = []

    def show(fragment: MapFragment, width: int = 1200, before: str = "") -> OpenMap:
        files = shared_assets(PACKAGE / "vendor", PACKAGE / "theme/static")
        for name, content in {**files, fragment.script_name: fragment.script_source.encode()}.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(content)
        styles = "".join(f'<link rel="stylesheet" href="{name}">' for name in fragment.styles)
        scripts = "".join(f'<script src="{name}" defer></script>' for name in (*fragment.scripts, fragment.script_name))
        (tmp_path / "index.html").write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>map</title>'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">{styles}'
            f"<body>{before}{fragment.html}{scripts}</body></html>",
            encoding="utf-8",
        )
        context = chromium.new_context(viewport={"width": width, "height": 800}, offline=True)
        result = OpenMap(context.new_page())
        result.page.on("request", lambda request: result.requests.append(request.url))
        result.page.on("console", lambda message: result.complaints.append(message.text))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        opened.append(result)
        result.page.goto((tmp_path / "index.html").as_uri())
        return result

    yield show
    for each in opened:
        assert each.complaints == []
        assert [url for url in each.requests if not url.startswith("file:")] == []
        each.page.context.close()
