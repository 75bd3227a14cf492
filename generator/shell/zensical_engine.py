"""Zensical as the engine that renders the frame. It is an optional extra and runs as a process of its own."""

import subprocess
import sys
from pathlib import Path

from generator.shell.frame import Frame
from generator.shell.prototypes import OUTPUT, EngineFailure, ShellProject, prepared_project

MODULE = "zensical"

_SPELLINGS = {"&#x27;": "&#39;", "&quot;": "&#34;", "&#x2f;": "/"}
"""How Zensical's templates escape a character, and how MkDocs' do. Both are right, but a page has one spelling.

Only an escaped character can be spelled so: the theme writes none of these itself, and in text `&` becomes `&amp;`.
"""


def render_prototypes(project: ShellProject, frame: Frame | None = None) -> dict[str, str]:
    """The HTML of each prototype by its path; with `frame`, of pages that have its values in place of blanks.

    Raises EngineFailure.
    """
    with prepared_project(project, frame) as file:
        # Zensical prints from native code and keeps what it read in the module, so it gets a process for each project.
        # -P: the project's folder is no place to import from.
        command = [sys.executable, "-P", "-m", MODULE, "build", "-f", str(file)]
        run = subprocess.run(command, cwd=file.parent, capture_output=True, encoding="utf-8", errors="replace")
        if run.returncode != 0:
            raise EngineFailure(_reason(run.stderr) or f"zensical: {run.returncode}")
        output = file.parent / OUTPUT
        return {
            prototype.path: _page(output / str(number) / "index.html", prototype.path)
            for number, prototype in enumerate(project.prototypes)
        }


def _reason(errors: str) -> str:
    """The last line: what comes before is the way through Zensical's own code."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _page(file: Path, path: str) -> str:
    try:
        html = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EngineFailure(f"zensical: {path}: {error}") from None
    for theirs, ours in _SPELLINGS.items():
        html = html.replace(theirs, ours)
    return html
