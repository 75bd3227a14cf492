"""Running the real command, as a user would."""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent.parent


def run_qingguo(
    *arguments: str | Path, language: str = "en_GB.UTF-8", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `qingguo` in a process of its own; answers what it printed and its exit status."""
    return subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *map(str, arguments)],
        cwd=REPOSITORY,
        env={**os.environ, "LC_ALL": language, "PYTHONPATH": str(REPOSITORY), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=300,
    )
