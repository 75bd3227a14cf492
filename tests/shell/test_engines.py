"""One suite for every engine of the frame: a stamped page is the page that the engine would have rendered."""

import re
import shutil
import sys
import tomllib
from pathlib import Path

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

from generator.editions.theme_assets import THEME
from generator.shell.engines import DEFAULT_ENGINE, ENGINES, MissingShell, UnknownShell, engine
from generator.shell.form import Form
from generator.shell.frame import Frame
from generator.shell.prototypes import EngineFailure
from generator.shell.zensical_engine import _SPELLINGS
from tests.support.building import REPOSITORY
from tests.support.shell import HOSTILE, PROTOTYPES, hostile_frame, shell_project

XHTML = "{http://www.w3.org/1999/xhtml}"
every_engine = pytest.mark.parametrize("name", ENGINES)


@every_engine
def test_a_stamped_page_equals_the_page_that_the_engine_renders(name: str) -> None:
    forms = engine(name)(shell_project())
    rendered = engine(name)(shell_project(), hostile_frame())
    assert list(forms) == list(rendered) == [prototype.path for prototype in PROTOTYPES]
    for path, html in rendered.items():
        assert Form.read(forms[path]).fill(hostile_frame()) == html


@every_engine
def test_texts_that_some_take_for_numbers_and_values_that_are_not_given_are_the_same_too(name: str) -> None:
    frame = Frame(title="1e3", description="0o17")
    forms, rendered = engine(name)(shell_project()), engine(name)(shell_project(), frame)
    assert {path: Form.read(html).fill(frame) for path, html in forms.items()} == rendered


@every_engine
def test_hostile_texts_are_read_by_a_browser_as_they_were_written(name: str) -> None:
    html = Form.read(engine(name)(shell_project())["lane/"]).fill(hostile_frame())
    document = html5lib.parse(html)
    links = [link for link in document.iter(f"{XHTML}a") if link.get("href") == "../lane/"]
    assert [link.text for link in links] == [HOSTILE, HOSTILE]
    assert [link.get("aria-current") for link in links] == ["true", None]
    description = document.find(f".//{XHTML}meta[@name='description']")
    assert description is not None and description.get("content") == HOSTILE
    assert not document.findall(f".//{XHTML}b")


@every_engine
def test_each_page_finds_the_root_from_where_it_lies(name: str) -> None:
    pages = engine(name)(shell_project())
    wordmarks = {path: re.findall(r'class="wordmark" href="([^"]*)"', html) for path, html in pages.items()}
    assert wordmarks == {
        "": ["./"],
        "lane/": ["../"],
        "figures/qingguo-prototype/": ["../../"],
        "404.html": ["/base&lt;&amp;/en/"],
    }


@every_engine
def test_two_runs_give_the_same_bytes(name: str) -> None:
    assert engine(name)(shell_project()) == engine(name)(shell_project())


def test_every_engine_gives_the_same_pages() -> None:
    expected = engine(DEFAULT_ENGINE)(shell_project())
    for name in ENGINES:
        assert engine(name)(shell_project()) == expected, name


@every_engine
@pytest.mark.parametrize("template", ["{% if %}", "{{ 'text'.no_such_method() }}", '{% include "no-such-part.html" %}'])
def test_a_template_that_cannot_be_rendered_is_one_line_of_a_reason(name: str, template: str, tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text(template, encoding="utf-8")
    with pytest.raises(EngineFailure) as failure:
        engine(name)(shell_project(tmp_path))
    assert re.fullmatch(r".*(main\.html|no_such_method|no-such-part\.html).*", str(failure.value))


@every_engine
def test_a_theme_that_is_not_there_is_a_failure(name: str, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(EngineFailure, match=re.escape(str(missing))):
        engine(name)(shell_project(missing))


@every_engine
def test_nothing_is_written_into_the_theme(name: str, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    before = {path: path.stat().st_mtime_ns for path in theme.rglob("*")}
    engine(name)(shell_project(theme))
    assert {path: path.stat().st_mtime_ns for path in theme.rglob("*")} == before


def test_an_unknown_engine_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UnknownShell) as failure:
        engine("hugo")
    for text in failure.value.mend:
        assert all(name in text for name in ENGINES)
    assert all("hugo" in text for text in failure.value.message)


def test_an_extra_that_is_not_installed_is_told_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zensical", None)
    with pytest.raises(MissingShell) as failure:
        engine("zensical")
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for text in failure.value.mend:
        named = re.findall(r"\[(\w+)\]", text)
        assert named == ["zensical"] and named[0] in project["optional-dependencies"]


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.html")), ids=lambda path: path.name)
def test_the_theme_has_no_spelling_that_only_an_escaped_character_may_have(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [spelling for spelling in _SPELLINGS if spelling in text] == []


def test_the_templates_ask_an_engine_for_nothing_that_is_not_documented() -> None:
    environment = Environment(loader=FileSystemLoader(THEME))
    tree = environment.parse((THEME / "main.html").read_text(encoding="utf-8"))
    asked = meta.find_undeclared_variables(tree)
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    own |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for path in (THEME / "partials").glob("*.html"):
        asked |= meta.find_undeclared_variables(environment.parse(path.read_text(encoding="utf-8"))) - own
    assert asked == set(re.findall(r"^- `(\w+)", _section("What a template may use"), re.MULTILINE))


def _section(heading: str) -> str:
    """What stands below a heading of docs/shell.md."""
    documented = (REPOSITORY / "docs/shell.md").read_text(encoding="utf-8")
    return documented.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def test_every_engine_is_documented() -> None:
    names = re.findall(r"^\| `([^`]+)` \|", _section("The engines"), re.MULTILINE)
    assert names == list(ENGINES)
