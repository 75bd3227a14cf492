"""The project's own Python environment in `.venv/`, filled from lock files whose hashes pip checks."""

import importlib.util
import os
import sys
from pathlib import Path

from tools.messages import Problem, say, tell
from tools.processes import ROOT, apt_install, fingerprint, is_done, mark_done, run

VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")


def program(name: str) -> Path:
    """The path of a program that a package installed into the environment."""
    return PROGRAMS / (name + ".exe" if WINDOWS else name)


def variables() -> dict[str, str]:
    """The variables for programs that look for others of the environment on the search path."""
    return {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"}


def can_make_environments() -> bool:
    """Debian splits these two modules off from its Python."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def create() -> None:
    """Make `.venv/` unless a whole one of this Python version is there, at this very place."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    made, state = VENV / "qingguo-made", f"{version} {VENV}"
    if is_done(made, state) and PYTHON.exists():
        return
    package = f"python{version}-venv"
    belongs_to_the_system = Path(sys.base_prefix) == Path("/usr")
    if not can_make_environments() and not (belongs_to_the_system and apt_install(package) and can_make_environments()):
        raise Problem(
            say(
                f"这个 Python 缺少 venv 模块。请先运行：sudo apt-get install -y {package}",
                f"This Python lacks the module venv. Run this first: sudo apt-get install -y {package}",
            )
        )
    tell(f"正在建立 Python {version} 环境 …", f"Making the Python {version} environment …")
    # When the environment itself is active, its Python cannot replace the folder that it runs from.
    base = getattr(sys, "_base_executable", sys.executable)
    run(
        [base, "-m", "venv", "--clear", VENV],
        say(f"无法建立 {VENV}，原因见上。", f"{VENV} could not be made; the reason is above."),
    )
    mark_done(made, state)


def pip_install(*arguments: str | Path) -> list[str | Path]:
    """The command by which the environment's pip installs something, asking nothing."""
    return [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", *arguments]


def install(lock: str) -> None:
    """Install what a lock file lists, unless that is done already; each package must have its known hash."""
    stamp, state = VENV / f"qingguo-{lock}", fingerprint(ROOT / lock)
    if is_done(stamp, state):
        return
    tell(f"正在安装 Python 包（{lock}）…", f"Installing Python packages ({lock}) …")
    run(
        pip_install("--require-hashes", "-r", ROOT / lock),
        say(
            f"Python 包没有装好（{lock}），原因见上。请检查网络后再试。",
            f"The packages of {lock} could not be installed; the reason is above. Check the network and try again.",
        ),
    )
    mark_done(stamp, state)


def install_project() -> None:
    """Make the command `qingguo` and the MkDocs plugin known to the environment; needs no network."""
    stamp, state = VENV / "qingguo-project", fingerprint(ROOT / "pyproject.toml", str(ROOT))
    if is_done(stamp, state):
        return
    run(
        pip_install("--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT),
        say("无法安装命令 qingguo，原因见上。", "The command qingguo could not be installed; the reason is above."),
    )
    mark_done(stamp, state)


def ensure(tests: bool = False) -> None:
    """A complete environment; with `tests`, also what the tests and checkers need."""
    create()
    install("requirements.lock")
    if tests:
        install("requirements-dev.lock")
    install_project()
