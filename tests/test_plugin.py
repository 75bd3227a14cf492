"""The plugin: a stamped page is the page that MkDocs would have rendered, to the byte."""

from pathlib import Path

import pytest

import generator.plugin as plugin
from generator.editions.public import PublicEdition
from generator.editions.site import silent
from generator.shell.form import Form
from generator.shell.frame import Frame
from generator.shell.mkdocs_engine import plugin_options, read_configuration, render
from tests.support.collection import FIGURE, write_collection, write_file

HOSTILE = "虚构<b>&amp;\"'{{ 7 * 7 }}{% raw %}\\1"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A fictional city with a name that every layer might escape in a way of its own."""
    root = write_collection(tmp_path / "city")
    quoted = HOSTILE.replace("'", "''")
    write_file(root, "figures/person-a.yml", FIGURE.replace("虚构甲", f"'{quoted}'").replace("Fictional Person A", f"'{quoted}'"))
    return root


def run(root: Path, target: Path) -> PublicEdition:
    """Build the city with MkDocs into `target`."""
    configuration = read_configuration(root / "mkdocs.yml", target)
    edition = PublicEdition.open(root, plugin_options(configuration), "", False, silent)
    render(configuration, edition)
    return edition


def test_a_stamped_page_equals_the_page_that_mkdocs_renders(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = run(city, tmp_path / "stamped")
    for language, site in edition.languages.items():
        for page in site.records:
            frame, section = site.frames.of_record(page), page.path.partition("/")[0]
            rendered = _rendered_by_mkdocs(city, tmp_path / "rendered", monkeypatch, language, section, frame, site.forms)
            stamped = (tmp_path / "stamped" / site.prefix / page.path / "index.html").read_bytes().decode()
            assert rendered == stamped
            break


def _rendered_by_mkdocs(
    root: Path,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    section: str,
    frame: Frame,
    forms: dict[str, Form],
) -> str:
    """What MkDocs makes of a page of `section` with this frame: its prototype gets the frame in place of blanks."""
    outputs: list[str] = []

    def read(html: str) -> Form:
        outputs.append(html)
        return next(iter(forms.values()))

    with monkeypatch.context() as patch:
        patch.setattr(plugin.Frame, "blanks", classmethod(lambda cls: frame))
        patch.setattr(plugin.Form, "read", read)
        run(root, target)
    # The first language's prototypes come first, then those of each other language, in the order of the options.
    position = ["zh", "zh-Hant", "en"].index(language) * len(plugin.SECTIONS) + plugin.SECTIONS.index(section)
    return outputs[position]
