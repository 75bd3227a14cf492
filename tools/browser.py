"""Chromium for the browser tests and screenshots: the one that is there, or else one that gets installed."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import environment
from tools.messages import Problem, say, tell
from tools.processes import CACHE, answer_of, apt_install, mark_done, status_of

VARIABLE = "QINGGUO_CHROMIUM"
RECORD = CACHE / "browser-path"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PATHS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
MAC_PATHS = tuple(f"{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Chromium", "Microsoft Edge"))


def candidates() -> Iterator[Path]:
    """Where a browser of the Chromium family may be, the recorded one first."""
    if RECORD.is_file():
        yield Path(RECORD.read_text(encoding="utf-8").strip())
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    if sys.platform == "win32":
        for variable in WINDOWS_FOLDERS:
            if variable in os.environ:
                yield from (Path(os.environ[variable]) / path for path in WINDOWS_PATHS)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / path for path in MAC_PATHS)


def works(path: Path) -> bool:
    """Whether the browser starts: Ubuntu has a `chromium-browser` that only says where to get one."""
    if not path.is_file():
        return False
    # Chrome for Windows opens a window instead of telling its version.
    return sys.platform == "win32" or answer_of([path, "--version"]) is not None


def find() -> Path | None:
    """The first browser that works; raises `Problem` when the one that the variable names does not."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        if works(Path(chosen)):
            return Path(chosen)
        raise Problem(
            say(
                f"{VARIABLE} 指向的浏览器无法运行：{chosen}",
                f"The browser that {VARIABLE} names does not run: {chosen}",
            )
        )
    return next(filter(works, candidates()), None)


def from_playwright() -> Path | None:
    """Download Playwright's own Chromium; None when that fails."""
    tell("正在下载 Chromium …", "Downloading Chromium …")
    if status_of([environment.PYTHON, "-m", "playwright", "install", "chromium"]) != 0:
        return None
    question = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    path = answer_of([environment.PYTHON, "-c", question])
    return Path(path) if path and works(Path(path)) else None


def path() -> Path:
    """The browser that the set-up found or installed, for the tests; raises `Problem` when there is none."""
    found = find()
    if found is None:
        raise Problem(
            say("没有浏览器；请运行 make test，它会安装。", "There is no browser; run `make test`, which installs one.")
        )
    return found


def ensure() -> Path:
    """The path of a browser that works, installed where none is there; raises `Problem` when every way fails."""
    found = find() or (find() if apt_install("chromium") else None) or from_playwright()
    if found is None:
        raise Problem(
            say(
                f"浏览器测试需要 Chromium，自动安装失败。请安装 Chromium、Chrome 或 Edge，或用 {VARIABLE} 指明路径。",
                "The browser tests need Chromium, and installing it failed. "
                f"Install Chromium, Chrome or Edge, or name its path in {VARIABLE}.",
            )
        )
    if VARIABLE not in os.environ:
        mark_done(RECORD, str(found))
    return found
