"""What a map brings to a page: its HTML, and scripts and styles that are assets of the output."""

import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup


@dataclass(frozen=True)
class MapFragment:
    """A map for a page. `scripts` and `styles` are names of `shared_assets`, in the order of loading.

    After them comes the map's own script: `script_source`, to be stored as an asset under `script_name`.
    """

    html: Markup
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    script_name: str
    script_source: str


def shared_assets(vendor: Path, static: Path) -> dict[str, bytes]:
    """The files that maps share, by the name under which they are stored: Leaflet, its clusters, `maps.js`, `maps.css`.

    `vendor` is `generator/vendor`, `static` is `generator/theme/static`.
    """
    leaflet = (vendor / "leaflet/leaflet.css").read_text(encoding="utf-8")
    # Leaflet's own pictures (default pin, layers button) are not used; a link to a missing file must not remain.
    without_pictures = re.sub(r"[a-z-]+:\s*url\([^)]*\);?", "", leaflet)
    cluster = (vendor / "leaflet.markercluster/MarkerCluster.css").read_text(encoding="utf-8")
    own = (static / "maps.css").read_text(encoding="utf-8")
    return {
        "leaflet.js": _without_source_map(vendor / "leaflet/leaflet.js"),
        "leaflet.markercluster.js": _without_source_map(vendor / "leaflet.markercluster/leaflet.markercluster.js"),
        "maps.js": (static / "maps.js").read_bytes(),
        "maps.css": f"{without_pictures}\n{cluster}\n{own}".encode(),
    }


def _without_source_map(file: Path) -> bytes:
    return re.sub(rb"\n?//# sourceMappingURL=\S+\s*$", b"\n", file.read_bytes())
