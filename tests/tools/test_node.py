import json
import re
from pathlib import Path

import pytest

from tools import node
from tools.processes import ROOT


@pytest.mark.parametrize("version", ["v18.19.0", "v18.20.8", "v20.6.0", "v22.1.0", "v24.19.0"])
def test_new_enough(version: str) -> None:
    assert node.is_new_enough(version)


@pytest.mark.parametrize("version", ["v16.20.2", "v18.18.2", "v19.9.0", "v20.5.1", "", "24.1.0", "not found"])
def test_too_old_or_no_version(version: str) -> None:
    assert not node.is_new_enough(version)


def test_the_range_is_that_of_the_package_file() -> None:
    stated = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["engines"]["node"]
    assert re.findall(r"\d+\.\d+", stated) == ["18.19", "20.6"]


def test_a_build_installs_no_checkers_and_tests_install_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(node, "MODULES", tmp_path)
    monkeypatch.setattr(node, "programs", lambda: (Path("node"), Path("npm")))
    monkeypatch.setattr(node, "run", lambda command, *_: commands.append([str(word) for word in command]))
    for tests in (False, False, True, False, True):
        node.ensure_packages(tests)
    assert [("--omit=dev" in command) for command in commands] == [True, False]
