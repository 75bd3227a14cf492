"""What the figures were measured on and with: machine, versions, date and load."""

import datetime
import os
import platform
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

CHANGED = ", with changes"
"""What the description of the program ends in where its files are not those of the commit."""
_PACKAGES = ("hugo", "pagefind", "mkdocs", "mkdocs-material", "pydantic", "pyyaml", "jinja2", "playwright")


def _first(path: str, key: str) -> str:
    """The value of the first line of a file under `/proc` that begins with `key`."""
    lines = Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "unknown")


def _answer(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.stdout.strip() or "unknown"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def description(root: Path) -> dict[str, str]:
    """Machine and versions. The date is that of the run."""
    commit = _answer(["git", "-C", str(root), "log", "-1", "--format=%h", "--", "generator"])
    changed = _answer(["git", "-C", str(root), "status", "--porcelain", "--untracked-files=no", "generator"])
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "program": f"commit {commit} of generator/" + ("" if changed == "unknown" else CHANGED),
        "processor": f"{_first('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores",
        "memory": _first("/proc/meminfo", "MemTotal"),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load at the start": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        **{package: _version(package) for package in _PACKAGES},
    }
