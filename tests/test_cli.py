"""The command: what it prints, where, and with which exit status."""

import json
import sys
import time
import urllib.request
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

import pytest

from tests.support.building import REPOSITORY, run_qingguo
from tests.support.collection import write_collection


def test_help_lists_every_command() -> None:
    result = run_qingguo("--help")
    assert result.returncode == 0
    for command in ("build", "serve", "check", "verify", "schema", "new"):
        assert command in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("build", "castle"),
        ("new", "figure"),
        ("new", "castle", "x"),
        ("verify", "/nowhere"),
        ("check", "--x"),
    ],
)
def test_a_wrong_call_exits_with_2(arguments: tuple[str, ...]) -> None:
    result = run_qingguo(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_a_folder_that_is_no_collection_is_named(tmp_path: Path) -> None:
    result = run_qingguo("check", "--root", tmp_path)
    assert result.returncode == 2
    assert str(tmp_path) in result.stderr


def test_the_real_content_has_no_error() -> None:
    result = run_qingguo("check", "--format", "json")
    assert result.returncode == 0, result.stdout[-2000:]
    report = json.loads(result.stdout)
    assert report["counts"]["error"] == 0
    assert all(finding["file"] and finding["message"] and finding["mend"] for finding in report["findings"])


def test_findings_speak_the_language_of_the_locale(tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    (root / "figures" / "person-c.yml").write_text("")
    assert "文件是空的" in run_qingguo("check", "--root", root, language="zh_CN.UTF-8").stdout
    assert "the file is empty" in run_qingguo("check", "--root", root, language="en_GB.UTF-8").stdout


@pytest.mark.parametrize(
    ("kind", "folder"), [("figure", "figures"), ("site", "sites_map/sites"), ("base", "sites_map/bases")]
)
def test_a_new_record_is_a_draft_that_passes_the_review(kind: str, folder: str, tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    assert run_qingguo("new", kind, "somebody-new", "--root", root).returncode == 0
    assert (root / folder / "somebody-new.yml").is_file()
    assert run_qingguo("check", "--root", root).returncode == 0
    again = run_qingguo("new", kind, "somebody-new", "--root", root)
    assert again.returncode == 1
    assert "exists already" in again.stderr


@pytest.mark.parametrize("record_id", ["../x", "A", "a b", "", "x" * 65])
def test_a_new_record_with_an_unusable_id_writes_nothing(record_id: str, tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    before = sorted(root.rglob("*"))
    assert run_qingguo("new", "figure", record_id, "--root", root).returncode == 2
    assert sorted(root.rglob("*")) == before


def test_verify_finds_a_dead_link(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="nowhere/">x</a>')
    result = run_qingguo("verify", tmp_path)
    assert result.returncode == 1
    assert "nowhere/" in result.stdout


def test_the_live_preview_shows_an_edit_without_restart(tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    port = 8951
    program = [sys.executable, "-c", "from generator.cli import main; main()"]
    command = [*program, "serve", "--root", str(root), "--port", str(port)]
    with Popen(command, cwd=REPOSITORY, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE) as server:
        try:
            assert "虚构的人物甲" in _page(port, "figures/person-a/", "虚构的人物甲")
            file = root / "figures" / "person-a.yml"
            file.write_text(file.read_text().replace("虚构的人物甲", "改过的人物甲"))
            assert "改过的人物甲" in _page(port, "figures/person-a/", "改过的人物甲")
            page = root / "content" / "zh" / "index.md"
            page.write_text(page.read_text().replace("虚构的正文", "改过的正文"))
            assert "改过的正文" in _page(port, "", "改过的正文")
        finally:
            server.terminate()


def _page(port: int, path: str, expected: str) -> str:
    """The page once it says what is expected, or as it is after a minute."""
    text = ""
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
                text = answer.read().decode()
        except OSError:
            text = ""
        if expected in text:
            break
        time.sleep(0.5)
    return text
