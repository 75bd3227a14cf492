"""The command: what it prints, where, and with which exit status."""

import json
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from subprocess import DEVNULL, PIPE, CompletedProcess, Popen

import pytest

from generator.editions import theme_assets
from generator.editions.build import build_edition
from generator.editions.site import Rejected, silent
from generator.release.tree import read_tree
from tests.support.building import REPOSITORY, run_qingguo
from tests.support.collection import write_collection, write_file


def test_help_lists_every_command() -> None:
    result = run_qingguo("--help")
    assert result.returncode == 0
    for command in ("build", "serve", "check", "verify", "schema", "new"):
        assert command in result.stdout


def test_help_loads_nothing_that_only_a_build_needs() -> None:
    program = """
import sys
from generator.cli import main
sys.argv = ["qingguo", "--help"]
try:
    main()
finally:
    print("loaded", *sorted({name.partition(".")[0] for name in sys.modules}))
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(result.stdout.splitlines()[-1].split())
    assert {"loaded", "typer", "generator"} <= loaded
    assert loaded.isdisjoint({"rich", "pydantic", "yaml", "jinja2", "mkdocs", "folium", "fontTools", "opencc"})


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
    ("kind", "folder"),
    [
        ("figure", "figures"),
        ("site", "sites_map/sites"),
        ("base", "sites_map/bases"),
        ("route", "sites_map/routes"),
    ],
)
def test_a_new_record_is_a_draft_that_passes_the_review(kind: str, folder: str, tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    assert run_qingguo("new", kind, "somebody-new", "--root", root).returncode == 0
    assert (root / folder / "somebody-new.yml").is_file()
    assert run_qingguo("check", "--root", root).returncode == 0
    again = run_qingguo("new", kind, "somebody-new", "--root", root)
    assert again.returncode == 1
    assert "exists already" in again.stderr


@pytest.mark.parametrize("record_id", ["../x", "A", "a b", "", "x" * 65, "con", "lpt1"])
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


def _published(root: Path, *more: str | Path) -> CompletedProcess[str]:
    result = run_qingguo("build", "--root", root, *more)
    assert "Traceback" not in result.stderr
    return result


def test_a_result_that_cannot_be_put_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    file = write_file(tmp_path, "file", "kept")
    before = read_tree(tmp_path)
    for target, status in ((file, 2), (root, 2), (root / "figures", 2), (root / "content/zh/x", 2), (file / "x", 1)):
        result = _published(root, "--out", target)
        assert result.returncode == status, target
        assert str(target if status == 2 else file) in result.stderr
        assert read_tree(tmp_path) == before


def test_folders_may_have_any_name(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "虚构 城's")
    result = _published(root)
    assert result.returncode == 0, result.stdout
    assert (root / "dist/public/index.html").is_file()
    command = next(line for line in result.stderr.splitlines() if "http.server" in line)
    assert str(root / "dist/public") in shlex.split(command)


def test_every_wrong_option_is_a_finding(tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    configuration = root / "mkdocs.yml"
    written = configuration.read_text(encoding="utf-8")
    configuration.write_text(written.replace("[zh, zh-Hant, en]", "[]").replace("31.0", "south"), encoding="utf-8")
    for command in ("check", "build"):
        result = run_qingguo(command, "--root", root)
        assert result.returncode == 1
        assert "Traceback" not in result.stderr
        assert "option plugins.qingguo.region.south" in result.stdout


def test_a_configuration_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    configuration = root / "mkdocs.yml"
    configuration.write_bytes(configuration.read_text(encoding="utf-8").encode("gb18030"))
    for command in ("check", "build"):
        result = run_qingguo(command, "--root", root)
        assert result.returncode == 1
        assert "mkdocs.yml:7:1 error file-encoding" in result.stdout


def test_a_language_without_its_folder_is_found_by_check_too(tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    shutil.rmtree(root / "content" / "en")
    for command in ("check", "build"):
        result = run_qingguo(command, "--root", root)
        assert result.returncode == 1
        assert "content/en error content-folder-missing" in result.stdout


def test_a_preview_that_cannot_start_says_why(tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run_qingguo("serve", "--root", root, "--port", str(port))
    assert result.returncode == 1
    assert str(port) in result.stderr
    assert "Traceback" not in result.stderr
    write_file(root, "figures/person-c.yml", "[")
    result = run_qingguo("serve", "--root", root, "--port", str(port))
    assert result.returncode == 1
    assert "figures/person-c.yml:1" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_build_without_libraries_says_how_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_collection(tmp_path)
    monkeypatch.setattr(theme_assets, "VENDOR", tmp_path / "nowhere")
    with pytest.raises(Rejected) as caught:
        build_edition(root, root / "dist", silent)
    assert [finding.code for finding in caught.value.findings] == ["libraries-missing"]
    assert "make build" in caught.value.findings[0].mend.en
    assert not (root / "dist").exists()


def test_the_live_preview_shows_an_edit_without_restart(tmp_path: Path) -> None:
    root = write_collection(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
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
            # A slip of the pen stops nothing: the last good page is shown until the file is mended.
            good = file.read_text()
            file.write_text(good.replace("改过的人物甲", "又改的人物甲") + "nonsense: 1\n")
            time.sleep(5)
            assert "改过的人物甲" in _page(port, "figures/person-a/", "改过的人物甲")
            file.write_text(good.replace("改过的人物甲", "又改的人物甲"))
            assert "又改的人物甲" in _page(port, "figures/person-a/", "又改的人物甲")
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
