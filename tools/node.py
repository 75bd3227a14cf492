"""Node and npm: the system's where they are new enough, else those of a Python package; and the npm packages."""

import re
import shutil
from pathlib import Path

from tools import environment
from tools.messages import say, tell
from tools.processes import CACHE, ROOT, answer_of, fingerprint, is_done, mark_done, run

MODULES = ROOT / "node_modules"


def is_new_enough(version: str) -> bool:
    """Whether a version such as `v20.11.1` is in the range that `package.json` states."""
    found = re.match(r"v(\d+)\.(\d+)\.", version)
    if not found:
        return False
    number = (int(found[1]), int(found[2]))
    return number >= (20, 6) or (18, 19) <= number < (19, 0)


def system_programs() -> tuple[Path, Path] | None:
    """The system's node and npm when both are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    if not is_new_enough(answer_of([node, "--version"]) or "") or not answer_of([npm, "--version"]):
        return None
    return Path(node), Path(npm)


def programs() -> tuple[Path, Path]:
    """Paths of a node and an npm that work; installs the Python package that holds them where the system has none."""
    found = system_programs()
    if found:
        return found
    environment.install("requirements-node.lock")
    return environment.program("node"), environment.program("npm")


def ensure_packages(tests: bool = False) -> None:
    """Fill `node_modules/` with exactly what `package-lock.json` lists; the checkers of pages only for `tests`."""
    stamp, state = MODULES / ".qingguo", fingerprint(ROOT / "package.json", ROOT / "package-lock.json")
    without_checkers = f"{state} without checkers"
    if is_done(stamp, state) or (not tests and is_done(stamp, without_checkers)):
        return
    _, npm = programs()
    tell("正在安装浏览器程序库和字体 …", "Installing browser libraries and fonts …")
    run(
        [npm, "ci", "--silent", *([] if tests else ["--omit=dev"])],
        say(
            "npm 包没有装好，原因见上。请检查网络后再试。",
            "npm's packages could not be installed; the reason is above. Check the network and try again.",
        ),
        environment.variables(),
    )
    mark_done(stamp, state if tests else without_checkers)


def ensure_vendor() -> None:
    """Fill `generator/vendor/` with the browser libraries and fonts that a site carries."""
    makers = (
        "package-lock.json",
        "requirements.lock",
        "tools/vendor.py",
        "tools/prepared_fonts.py",
        "tools/prepared_language.py",
        "generator/release/font_glyphs.py",
    )
    state = fingerprint(*(ROOT / name for name in makers))
    stamp = CACHE / "vendor"
    if is_done(stamp, state) and (ROOT / "generator" / "vendor" / "manifest.json").is_file():
        return
    ensure_packages()
    tell("正在准备字体（约半分钟，只此一次）…", "Preparing fonts (about half a minute, only once) …")
    run(
        [environment.PYTHON, "-m", "tools.vendor"],
        say("无法复制程序库和字体，原因见上。", "Libraries and fonts could not be copied; the reason is above."),
    )
    mark_done(stamp, state)
