"""A build that is killed at any moment leaves what was published; the next build clears away what it left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.release.tree import read_tree
from tests.support.building import REPOSITORY, run_qingguo
from tests.support.collection import FIGURE, write_collection, write_file

OLD = {"index.html": b"the release before", "figures/index.html": b"the figures before"}

# What the build has just said on standard error when it is killed.
MOMENTS = ("Reading", "Writing", "Gathering", "Checking", "Publishing")


def killed_build(root: Path, target: Path, step: str) -> list[str]:
    """Start a build and kill it once it has begun a step; answers what it had said."""
    said: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-c", "from generator.cli import main; main()", "build", "--root", root, "--out", target],
        cwd=REPOSITORY,
        env={**os.environ, "LC_ALL": "en_GB.UTF-8", "PYTHONPATH": str(REPOSITORY)},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line)
            if line.startswith(step):
                process.kill()
                break
    return said


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A fictional city and its site."""
    root = write_collection(tmp_path_factory.mktemp("city"))
    result = run_qingguo("build", "--root", root)
    assert result.returncode == 0, result.stdout + result.stderr
    return root, read_tree(root / "dist" / "public")


def test_a_kill_leaves_the_release_whole(complete: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    root, new = complete
    target = tmp_path / "public"
    for name, content in OLD.items():
        write_file(target, name, content)
    for step in MOMENTS:
        said = killed_build(root, target, step)
        assert said[-1].startswith(step), said
        assert read_tree(target) in ([OLD, new] if step == "Publishing" else [OLD]), step
        # The folder of the build before this one is gone, so at most one is there.
        assert len(list(tmp_path.glob(".public-staging-*"))) <= 1, step

    result = run_qingguo("build", "--root", root, "--out", target)
    assert result.returncode == 0, result.stdout + result.stderr
    assert read_tree(target) == new
    beside = {path.name for path in tmp_path.iterdir()} - {".public-retired"}
    assert beside == {"public", ".public-previous"}
    assert read_tree(tmp_path / ".public-previous") in (OLD, new)


def test_a_kill_in_a_build_that_keeps_files_leaves_them_whole(
    complete: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    """The new release shares files with the old one, so nothing may be written into one that is there."""
    root, target = write_collection(tmp_path / "city"), tmp_path / "public"
    result = run_qingguo("build", "--root", root, "--out", target)
    assert result.returncode == 0, result.stdout + result.stderr
    for number, step in enumerate(MOMENTS):
        before = read_tree(target)
        write_file(root, "figures/person-a.yml", FIGURE.replace("虚构的小传", f"虚构的小传{number}"))
        killed_build(root, target, step)
        after = read_tree(target)
        assert after == before or step == "Publishing", step
        clean = run_qingguo("build", "--root", root, "--out", tmp_path / "clean", "--clean")
        assert clean.returncode == 0, clean.stdout + clean.stderr
        assert after in (before, read_tree(tmp_path / "clean")), step
        result = run_qingguo("build", "--root", root, "--out", target)
        assert result.returncode == 0, result.stdout + result.stderr
        assert read_tree(target) == read_tree(tmp_path / "clean"), step
