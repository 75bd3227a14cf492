"""Copies the browser libraries and fonts of `node_modules/` that a site needs into `generator/vendor/`.

Beside them lie their licences and `manifest.json`, which says of every file where it comes from. The folder is made
anew each time and replaced as a whole, so that nothing stale stays in it. Fonts are taken to pieces on the way, in
several processes, and dictionaries of languages become tables, so that a build is quick. Run as
`python -m tools.vendor`, inside the environment (for fontTools, pypinyin and OpenCC).
"""

import hashlib
import json
import multiprocessing
import os
import shutil
import tempfile
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tools import prepared_language
from tools.prepared_fonts import prepare_font

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "generator" / "vendor"


@dataclass(frozen=True)
class Package:
    """What is taken from one npm package, and under which licence (SPDX).

    `files` maps the path below `vendor/FOLDER/` to the path in the package. `fonts` maps the folder of a prepared
    font, below the same, to the path in the package and the name that the font is to have.
    """

    name: str
    folder: str
    licence: str
    files: dict[str, str]
    fonts: dict[str, tuple[str, str]] = field(default_factory=dict)


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
            "NotoSerifSC-LICENSE": "LICENSE_FONT",
        },
        {
            "NotoSerifSC-Regular": ("400Regular/NotoSerifSC_400Regular.ttf", "Qingguo Song 400"),
            "NotoSerifSC-SemiBold": ("600SemiBold/NotoSerifSC_600SemiBold.ttf", "Qingguo Song 600"),
        },
    ),
    Package(
        "@expo-google-fonts/noto-serif-tc",
        "fonts",
        "OFL-1.1",
        {
            "NotoSerifTC-LICENSE": "LICENSE_FONT",
        },
        {
            "NotoSerifTC-Regular": ("400Regular/NotoSerifTC_400Regular.ttf", "Qingguo Song TC 400"),
            "NotoSerifTC-SemiBold": ("600SemiBold/NotoSerifTC_600SemiBold.ttf", "Qingguo Song TC 600"),
        },
    ),
    Package(
        "@fontsource/lxgw-wenkai",
        "fonts",
        "OFL-1.1",
        {"LXGWWenKai-LICENSE": "LICENSE"},
        # Called "latin" and 500, this file is the whole Chinese font in its regular weight.
        {"LXGWWenKai-Regular": ("files/lxgw-wenkai-latin-500-normal.woff", "Qingguo Kai 400")},
    ),
)


def fill(package: Package, vendor: Path) -> None:
    """Copy the files that `package` gives into `vendor`."""
    for name, path in package.files.items():
        target = vendor / package.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MODULES / package.name / path, target)


def prepare_fonts(vendor: Path) -> None:
    """Prepare the fonts of all packages in `vendor`, as many at a time as the machine has cores."""
    workers = min(os.cpu_count() or 1, sum(len(package.fonts) for package in PACKAGES))
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        started: list[Future[None]] = []
        for package in PACKAGES:
            for name, (path, family) in package.fonts.items():
                source, target = MODULES / package.name / path, vendor / package.folder / name
                started.append(pool.submit(prepare_font, source, target, family))
        for each in started:
            each.result()


def manifest_lines(package: Package, vendor: Path) -> list[dict[str, str | int]]:
    """What the manifest says of the files that came from `package`."""
    manifest = json.loads((MODULES / package.name / "package.json").read_text(encoding="utf-8"))
    home = vendor / package.folder
    files = [
        *(home / name for name in package.files),
        *(file for name in package.fonts for file in (home / name).iterdir()),
    ]
    return [
        {
            "file": file.relative_to(vendor).as_posix(),
            "package": package.name,
            "version": str(manifest["version"]),
            "licence": package.licence,
            "bytes": file.stat().st_size,
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        }
        for file in files
    ]


def main() -> None:
    """Make `generator/vendor/` anew from `node_modules/`."""
    fresh = Path(tempfile.mkdtemp(prefix=".vendor-", dir=VENDOR.parent))
    try:
        for package in PACKAGES:
            fill(package, fresh)
        prepare_fonts(fresh)
        prepared_language.prepare_language(fresh / "language")
        lines = [line for package in PACKAGES for line in manifest_lines(package, fresh)]
        lines += prepared_language.manifest_lines(fresh / "language")
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
