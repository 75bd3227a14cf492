"""The documents say what the program can do: every option, command and block, and nothing that is not there."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from generator.archive.load import RECORD_FOLDERS, SINGLE_FILES
from generator.cli import application
from generator.editions.options import EditionOptions
from generator.plugin import QingguoConfig
from generator.views.maps.tiles import TileLayerOptions
from generator.views.site_views import BLOCK_NAMES
from tests.support.building import REPOSITORY
from tools.commands import COMMANDS

DOCUMENTS = [*sorted(REPOSITORY.glob("README*.md")), *sorted((REPOSITORY / "docs").glob("*.md"))]


def _text(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def _rows(text: str) -> set[str]:
    """The names in the first column of every table."""
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


def test_every_option_is_documented_and_known_to_the_plugin() -> None:
    assert _rows(_text("docs/configuration.md")) == set(EditionOptions.model_fields)
    assert {key for key, _ in QingguoConfig._schema} == set(EditionOptions.model_fields)


def test_every_key_of_a_tile_layer_is_in_the_example() -> None:
    example = _text("docs/configuration.md").partition("tiles:\n")[2].partition("```")[0]
    assert set(re.findall(r"^  (\w+):", example, re.MULTILINE)) == set(TileLayerOptions.model_fields)


def test_every_block_is_documented() -> None:
    section = _text("docs/editing.md").partition("## Pages of prose")[2]
    assert _rows(section) == set(BLOCK_NAMES)


def test_every_command_is_documented() -> None:
    command = get_command(application)
    documents = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    for name in getattr(command, "commands"):  # noqa: B009 - click's groups have it, its base class does not
        assert re.search(rf"\b(?:qingguo|make) {name}\b", documents), name


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_command_of_make_is_named_in_both_languages(name: str) -> None:
    assert set(re.findall(r"^make ([a-z]+)", _text(name), re.MULTILINE)) == set(COMMANDS)


def test_every_option_of_a_build_is_documented() -> None:
    build = getattr(get_command(application), "commands")["build"]  # noqa: B009
    options = {name for each in build.params for name in each.opts if name.startswith("--")}
    usage = _text("docs/building.md").partition("```\n")[2].partition("```")[0]
    assert set(re.findall(r"--[a-z]+", usage)) == options - {"--help"}


def test_what_imports_mkdocs_is_documented() -> None:
    found = {
        path.relative_to(REPOSITORY).as_posix()
        for path in (REPOSITORY / "generator").rglob("*.py")
        if re.search(r"^\s*(?:from|import) mkdocs\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {name for name in _rows(_text("docs/shell.md")) if name.endswith(".py")} == found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(path: Path) -> None:
    commands = getattr(get_command(application), "commands")  # noqa: B009
    text = path.read_text(encoding="utf-8")
    for name in re.findall(r"`(?:\.venv/bin/)?qingguo ([a-z]+)", text):
        assert name in commands
    for name in re.findall(r"\bmake ([a-z]+)", "".join(re.findall(r"```.*?```|`[^`]+`", text, re.DOTALL))):
        assert name in COMMANDS


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_place_of_content_is_named_in_both_languages(name: str) -> None:
    text = _text(name)
    for folder in RECORD_FOLDERS.values():
        assert f"`{folder}/" in text
    for file in SINGLE_FILES.values():
        assert f"`{file}`" in text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`]+`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose):
        assert (path.parent / target).is_file(), target
