"""The prepared project: every value comes back as it was, and the way to the root is the page's own."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.shell.frame import Frame
from generator.shell.prototypes import Prototype, ShellProject, prepared_project

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=10,
)


@given(TEXTS, st.dictionaries(TEXTS, VALUES, max_size=4))
def test_every_text_comes_back_as_it_was(title: str, variables: dict[str, object]) -> None:
    project = ShellProject(title, "", variables, Path("theme"), (Prototype("lane/", title),))
    with prepared_project(project, Frame(title=title, description=title)) as file:
        configuration = yaml.safe_load(file.read_text(encoding="utf-8"))
        page = (file.parent / "docs" / "0.md").read_text(encoding="utf-8")
    assert configuration["extra"]["qingguo"] == variables
    assert configuration["site_name"] == title
    opening, front_matter, body = page.split("---\n")
    frame = yaml.safe_load(front_matter)["frame"]
    assert (opening, body) == ("", "")
    assert (frame["title"], frame["description"], frame["section"]) == (title, title, title)


def test_nothing_is_left_behind_and_nothing_is_written_beside_the_theme(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    with prepared_project(ShellProject("name", "", {}, theme, ())) as file:
        folder = file.parent
        assert folder.is_dir()
    assert not folder.exists()
    assert list(tmp_path.rglob("*")) == [theme]


@pytest.mark.parametrize(
    ("path", "base", "expected"),
    [
        ("", None, "."),
        ("lane/", None, ".."),
        ("figures/person-a/", None, "../.."),
        ("404.html", None, "."),
        ("404.html", "", ""),
        ("404.html", "/city/en", "/city/en"),
    ],
)
def test_the_way_to_the_root_of_the_language(path: str, base: str | None, expected: str) -> None:
    assert Prototype(path, "section", base).base_url == expected
