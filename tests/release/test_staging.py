"""Staging folders: a living build's is left alone, a killed build's is removed."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.release.staging import staging_folder
from tests.support.building import REPOSITORY


def left_by_a_killed_build(target: Path) -> Path:
    """The folder that a process leaves which is killed while it stages."""
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom generator.release.staging import staging_folder\n"
        "with staging_folder(Path(sys.argv[1])) as staging:\n    (staging / 'site').mkdir()\n"
        "    print(staging, flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(target)], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        left = Path(process.stdout.readline().strip())
        with staging_folder(target):
            assert (left / "site").is_dir(), "the folder of a process that still runs"
        process.send_signal(signal.SIGKILL)
    return left


def test_nothing_is_left(tmp_path: Path) -> None:
    with staging_folder(tmp_path / "new" / "public") as staging:
        (staging / "site").mkdir()
        assert staging.parent == tmp_path / "new"
    assert list((tmp_path / "new").iterdir()) == []


def test_what_a_killed_build_left_goes_with_the_next_one(tmp_path: Path) -> None:
    left = left_by_a_killed_build(tmp_path / "public")
    assert left.is_dir()
    with staging_folder(tmp_path / "public"):
        assert not left.exists()


@pytest.mark.parametrize("other", ["public2", "kiosk", "p?blic", "*"])
def test_what_another_target_or_another_program_left_stays(tmp_path: Path, other: str) -> None:
    foreign = tmp_path / ".public-staging-mine"
    foreign.mkdir()
    left = left_by_a_killed_build(tmp_path / "public")
    with staging_folder(tmp_path / other), staging_folder(tmp_path / other):
        assert left.is_dir()
    with staging_folder(tmp_path / "public"):
        assert foreign.is_dir()
