"""Whichever engine renders the frame, the site is the same; a shell that cannot be had is told in one sentence."""

from pathlib import Path

import pytest

from generator.release.tree import read_tree
from generator.shell.engines import ENGINES
from tests.support.building import run_qingguo
from tests.support.collection import write_collection


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_collection(tmp_path_factory.mktemp("city"))


def test_every_shell_gives_the_same_site(city: Path, tmp_path: Path) -> None:
    trees = []
    for name in ENGINES:
        result = run_qingguo("build", "--root", city, "--out", tmp_path / name, "--clean", "--shell", name)
        assert result.returncode == 0, result.stdout + result.stderr
        trees.append(read_tree(tmp_path / name))
    assert len(trees) > 1
    assert all(tree == trees[0] for tree in trees)


def test_an_unknown_shell_is_named_with_those_that_there_are(city: Path, tmp_path: Path) -> None:
    result = run_qingguo("build", "--root", city, "--out", tmp_path / "site", "--shell", "nothing")
    assert result.returncode == 2
    assert "there is no shell called 'nothing'; choose one of: mkdocs, zensical" in result.stderr
    assert not (tmp_path / "site").exists()
