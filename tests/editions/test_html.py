"""The whole output is valid HTML, by html-validate, and has no dead end, by the gate."""

import json
import subprocess
from pathlib import Path

from generator.release.gate import check_tree
from generator.release.tree import read_tree
from tests.support.building import REPOSITORY
from tools import node

RULES = {"extends": ["html-validate:standard"], "rules": {"no-trailing-whitespace": "off"}}


def test_every_page_is_valid(public_tree: Path, tmp_path: Path) -> None:
    configuration = tmp_path / "htmlvalidate.json"
    configuration.write_text(json.dumps({"root": True, **RULES}), encoding="utf-8")
    result = subprocess.run(
        [
            str(node.programs()[0]),
            str(node.MODULES / "html-validate" / "bin" / "html-validate.mjs"),
            "--config",
            str(configuration),
            "--formatter",
            "text",
            f"{public_tree}/**/*.html",
        ],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout[-5000:] + result.stderr[-2000:]


def test_no_dead_end(public_tree: Path) -> None:
    assert check_tree(read_tree(public_tree)) == []
