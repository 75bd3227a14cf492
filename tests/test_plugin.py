"""The plugin: a plain `mkdocs build` makes the site of the command, and keeps its folder while the content is bad."""

import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.editions.build import build_edition
from generator.editions.site import silent
from generator.release.tree import read_tree
from tests.support.building import REPOSITORY
from tests.support.collection import FIGURE, write_collection, write_file

HOSTILE = "虚构<b>&amp;\"'{{ 7 * 7 }}{% raw %}\\1"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A fictional city with a name that every layer might escape in a way of its own."""
    root = write_collection(tmp_path / "city")
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    write_file(root, "figures/person-a.yml", FIGURE.replace("虚构甲", quoted).replace("Fictional Person A", quoted))
    return root


def mkdocs_build(root: Path, target: Path) -> None:
    """Build as MkDocs does, in this process."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def test_mkdocs_makes_what_the_command_makes(city: Path, tmp_path: Path) -> None:
    build_edition(city, tmp_path / "public", silent)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", city / "mkdocs.yml", "-d", tmp_path / "site"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, ""), result.stdout + result.stderr
    assert read_tree(tmp_path / "site") == read_tree(tmp_path / "public")


def test_what_mkdocs_kept_serves_the_command_and_the_other_way_round(city: Path, tmp_path: Path) -> None:
    """Both share a cache, but not the folder of which the cache knows the files."""
    build_edition(city, tmp_path / "public", silent)
    for text in ("其一", "其二"):
        write_file(city, "figures/person-a.yml", FIGURE.replace("虚构的小传", f"虚构的小传{text}"))
        mkdocs_build(city, tmp_path / "site")
        build_edition(city, tmp_path / "public", silent)
        page = (tmp_path / "public/figures/person-a/index.html").read_text(encoding="utf-8")
        assert f"虚构的小传{text}" in page
        assert read_tree(tmp_path / "site") == read_tree(tmp_path / "public")


def test_two_builds_of_one_process_give_the_same_bytes(city: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        mkdocs_build(city, tmp_path / name)
    first = read_tree(tmp_path / "first")
    assert first == read_tree(tmp_path / "second")
    for prefix in ("", "zh-Hant/", "en/"):
        assert f"{prefix}figures/person-a/index.html" in first


def test_front_matter_is_taken_as_it_is_written_and_chooses_no_template(city: Path, tmp_path: Path) -> None:
    front = "---\ntitle: no\ndescription: 0123\ntemplate: base.html\n---\n"
    write_file(city, "content/en/figures/index.md", f"{front}\nFictional text.\n")
    mkdocs_build(city, tmp_path / "site")
    page = (tmp_path / "site/en/figures/index.html").read_text(encoding="utf-8")
    assert "<title>no ·" in page
    assert '<meta name="description" content="0123">' in page


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("figures/person-c.yml", "names: ["),
        ("figures/person-c.yml", FIGURE.replace("虚构甲", "虚构\U0002ebf0")),
        ("content/en/index.md", "---\ntitle: t\ndescription: d\n---\n\n<!-- qingguo:nothing -->\n"),
    ],
)
def test_the_folder_of_mkdocs_stays_while_the_content_is_bad(
    city: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str, content: str
) -> None:
    mkdocs_build(city, tmp_path / "site")
    before = read_tree(tmp_path / "site")
    write_file(city, file, content)
    with pytest.raises(Abort):
        mkdocs_build(city, tmp_path / "site")
    assert file in caplog.text
    assert read_tree(tmp_path / "site") == before
