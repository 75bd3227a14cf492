"""The engines that can render the theme's frame, by the name that a build is told."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Protocol

from generator.shell.frame import Frame
from generator.shell.prototypes import ShellProject

DEFAULT_ENGINE = "mkdocs"

Wording = tuple[str, str]
"""A sentence in Chinese and in English."""


class RenderPrototypes(Protocol):
    """Answers the HTML of each prototype by its path; with `frame`, its values stand in place of blanks.

    Raises EngineFailure.
    """

    def __call__(self, project: ShellProject, frame: Frame | None = None) -> dict[str, str]: ...


class UnusableEngine(Exception):
    """No engine can be had by a name. `message` says why and `mend` what to do, each in Chinese and in English."""

    def __init__(self, message: Wording, mend: Wording) -> None:
        super().__init__(message[1])
        self.message, self.mend = message, mend


class UnknownShell(UnusableEngine):
    """There is no engine of that name."""


class MissingShell(UnusableEngine):
    """The engine is an optional extra that is not installed."""


def engine(name: str) -> RenderPrototypes:
    """The engine of that name. Raises UnknownShell or MissingShell."""
    if name not in ENGINES:
        names = list(ENGINES)
        raise UnknownShell(
            (f"没有名为“{name}”的外壳", f"there is no shell called {name!r}"),
            (f"选用：{'、'.join(names)}", f"choose one of: {', '.join(names)}"),
        )
    return ENGINES[name]()


def _mkdocs() -> RenderPrototypes:
    # Only here: importing MkDocs takes longer than many a build.
    from generator.shell.mkdocs_engine import render_prototypes

    return render_prototypes


def _zensical() -> RenderPrototypes:
    from generator.shell.zensical_engine import MODULE, render_prototypes

    if find_spec(MODULE) is None:
        raise MissingShell(
            ("没有安装外壳 Zensical", "the shell Zensical is not installed"),
            (
                "在项目文件夹运行：.venv/bin/python -m pip install -e '.[zensical]'",
                "in the project's folder run: .venv/bin/python -m pip install -e '.[zensical]'",
            ),
        )
    return render_prototypes


ENGINES: dict[str, Callable[[], RenderPrototypes]] = {DEFAULT_ENGINE: _mkdocs, "zensical": _zensical}
"""Every engine by its name; the value imports it."""
