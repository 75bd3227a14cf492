"""Copies the browser libraries and fonts of `node_modules/` that a site needs into `generator/vendor/`.

Beside them lie their licences and `manifest.json`, which says of every file where it comes from. The folder is made
anew each time and replaced as a whole, so that nothing stale stays in it. Run as `python -m tools.vendor`, inside the
environment (fontTools unpacks the font that npm has only in compressed form).
"""

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "generator" / "vendor"


@dataclass(frozen=True)
class Package:
    """What is taken from one npm package, and under which licence (SPDX).

    `files` maps the path below `vendor/FOLDER/` to the path in the package.
    """

    name: str
    folder: str
    licence: str
    files: dict[str, str]


LEAFLET_IMAGES = ("layers.png", "layers-2x.png", "marker-icon.png", "marker-icon-2x.png", "marker-shadow.png")

PACKAGES = (
    Package(
        "leaflet",
        "leaflet",
        "BSD-2-Clause",
        {
            "leaflet.js": "dist/leaflet.js",
            "leaflet.css": "dist/leaflet.css",
            **{f"images/{name}": f"dist/images/{name}" for name in LEAFLET_IMAGES},
            "LICENSE": "LICENSE",
        },
    ),
    Package(
        "leaflet.markercluster",
        "leaflet.markercluster",
        "MIT",
        {
            "leaflet.markercluster.js": "dist/leaflet.markercluster.js",
            "MarkerCluster.css": "dist/MarkerCluster.css",
            "LICENSE": "MIT-LICENCE.txt",
        },
    ),
    Package(
        "@expo-google-fonts/noto-serif-sc",
        "fonts",
        "OFL-1.1",
        {
            "NotoSerifSC-Regular.ttf": "400Regular/NotoSerifSC_400Regular.ttf",
            "NotoSerifSC-SemiBold.ttf": "600SemiBold/NotoSerifSC_600SemiBold.ttf",
            "NotoSerifSC-LICENSE": "LICENSE_FONT",
        },
    ),
    Package(
        "@expo-google-fonts/noto-serif-tc",
        "fonts",
        "OFL-1.1",
        {
            "NotoSerifTC-Regular.ttf": "400Regular/NotoSerifTC_400Regular.ttf",
            "NotoSerifTC-SemiBold.ttf": "600SemiBold/NotoSerifTC_600SemiBold.ttf",
            "NotoSerifTC-LICENSE": "LICENSE_FONT",
        },
    ),
    Package(
        "@fontsource/lxgw-wenkai",
        "fonts",
        "OFL-1.1",
        {
            # Called "latin" and 500, this file is the whole Chinese font in its regular weight.
            "LXGWWenKai-Regular.ttf": "files/lxgw-wenkai-latin-500-normal.woff",
            "LXGWWenKai-LICENSE": "LICENSE",
        },
    ),
)


def copy_file(source: Path, target: Path) -> None:
    """Copy one file; a WOFF font that is to be a TTF is unpacked, its tables as they are."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix == ".woff" and target.suffix == ".ttf":
        with TTFont(source, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
            font.flavor = None
            font.save(target)
    else:
        shutil.copyfile(source, target)


def fill(package: Package, vendor: Path) -> list[dict[str, str | int]]:
    """Copy what `package` gives into `vendor`; answers the manifest's lines on these files."""
    home = MODULES / package.name
    version: str = json.loads((home / "package.json").read_text(encoding="utf-8"))["version"]
    lines: list[dict[str, str | int]] = []
    for name, path in package.files.items():
        target = vendor / package.folder / name
        copy_file(home / path, target)
        data = target.read_bytes()
        lines.append(
            {
                "file": f"{package.folder}/{name}",
                "package": package.name,
                "version": version,
                "licence": package.licence,
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
    return lines


def main() -> None:
    """Make `generator/vendor/` anew from `node_modules/`."""
    fresh = Path(tempfile.mkdtemp(prefix=".vendor-", dir=VENDOR.parent))
    try:
        lines = [line for package in PACKAGES for line in fill(package, fresh)]
        manifest = {"files": sorted(lines, key=lambda line: str(line["file"]))}
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        (fresh / "manifest.json").write_text(text, encoding="utf-8", newline="\n")
        fresh.chmod(0o755)
        shutil.rmtree(VENDOR, ignore_errors=True)
        fresh.replace(VENDOR)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


if __name__ == "__main__":
    main()
