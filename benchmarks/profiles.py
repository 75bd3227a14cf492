"""Write a fictional collection of any size: `python -m benchmarks.profiles COUNT FOLDER [--seed N] [--shards]`.

The same number and seed give the same bytes on every machine.
"""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.people import people
from benchmarks.records import RecordMaker
from benchmarks.setting import EAST, NORTH, SOUTH, WEST, Setting
from benchmarks.yaml_text import document

PAGES = Path(__file__).parent / "data" / "pages"
SHARD = 1000
"""So many figures share a folder where shards are asked for."""

_CONFIGURATION = f"""\
# A fictional collection for the benchmark: neither its people nor its places exist.
site_name: 基准测试集（虚构）
site_url: ""
docs_dir: content/zh
site_dir: dist/mkdocs
theme:
  name: material
  font: false
plugins:
  - qingguo:
      names: {{zh: 基准测试集（虚构）}}
      languages: [zh]
      navigation: [figures/index.md, sites/index.md, bases/index.md, people.md, timeline.md]
      footer: [sources.md, data.md]
      region: {{south: {SOUTH}, west: {WEST}, north: {NORTH}, east: {EAST}}}
markdown_extensions:
  - tables
  - toc:
      permalink: false
"""


def files(count: int, seed: int, shards: bool) -> Iterator[tuple[str, str]]:
    """The path of each file below the root of the collection, and its text."""
    setting = Setting(seed)
    everybody = people(count, seed)
    make = RecordMaker(everybody, setting, seed)
    yield "mkdocs.yml", _CONFIGURATION
    yield "content/sources.yml", document(setting.sources())
    yield "content/people.yml", document(setting.context_people())
    yield "sites_map/places.yml", document(setting.places())
    for page in sorted(PAGES.rglob("*.md")):
        yield f"content/zh/{page.relative_to(PAGES).as_posix()}", page.read_text(encoding="utf-8")
    for number, person in enumerate(everybody):
        folder = f"figures/{number // SHARD:03}" if shards else "figures"
        yield f"{folder}/{person.record_id}.yml", make.figure(number)
    for number in range(make.sites):
        yield f"sites_map/sites/{make.site_id(number)}.yml", make.site(number)
    for number in range(make.bases):
        yield f"sites_map/bases/base-{number}.yml", make.base(number)
    for number in range(make.routes):
        yield f"sites_map/routes/route-{number}.yml", make.route(number)


def write(count: int, root: Path, seed: int = 1, shards: bool = False) -> None:
    """Write a collection of so many figures below `root`, in the place of one that lies there."""
    for folder in ("figures", "sites_map", "content"):
        shutil.rmtree(root / folder, ignore_errors=True)
    made: set[Path] = set()
    for name, text in files(count, seed, shards):
        path = root / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_text(text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profiles", description=__doc__)
    parser.add_argument("count", type=int, help="how many figures")
    parser.add_argument("folder", type=Path, help="the root of the collection to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shards", action="store_true", help=f"figures in folders of {SHARD}")
    given = parser.parse_args(arguments)
    write(given.count, given.folder, given.seed, given.shards)


if __name__ == "__main__":
    main()
