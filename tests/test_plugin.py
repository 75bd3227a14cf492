"""The plugin: a stamped page is the page that MkDocs would have rendered, to the byte."""

from pathlib import Path

import pytest

from generator.editions.language_site import SECTIONS
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
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    write_file(root, "figures/person-a.yml", FIGURE.replace("虚构甲", quoted).replace("Fictional Person A", quoted))
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
    target = tmp_path / "site"
    edition = run(city, target)
    expected: dict[str, str] = {}
    frames: list[Frame] = []
    for site in edition.languages.values():
        for section in SECTIONS:
            pages = [page for page in site.records if page.path.startswith(f"{section}/")]
            frames.append(site.frames.of_record(pages[0]) if pages else Frame.blanks())
            if pages:
                path = f"{site.prefix}{pages[0].path}index.html"
                expected[path] = (target / path).read_bytes().decode()
    assert len(expected) == 9

    # Now the prototypes get real frames in place of blanks: MkDocs itself renders these pages.
    remaining, rendered, read = iter(frames), [], Form.read
    form = next(iter(edition.languages["zh"].forms.values()))
    monkeypatch.setattr(Frame, "blanks", lambda: next(remaining))

    def record(html: str) -> Form:
        rendered.append(html)
        return form

    monkeypatch.setattr(Form, "read", record)
    run(city, target)
    assert read(rendered[SECTIONS.index("routes")]) is not None
    for path, stamped in expected.items():
        assert stamped in rendered, path


def test_two_builds_of_one_process_give_the_same_languages(city: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        run(city, tmp_path / name)
        for prefix in ("", "zh-Hant/", "en/"):
            assert (tmp_path / name / prefix / "figures/person-a/index.html").is_file()


def test_front_matter_is_taken_as_it_is_written_and_chooses_no_template(city: Path, tmp_path: Path) -> None:
    front = "---\ntitle: no\ndescription: 0123\ntemplate: base.html\n---\n"
    write_file(city, "content/en/figures/index.md", f"{front}\nFictional text.\n")
    run(city, tmp_path / "site")
    page = (tmp_path / "site/en/figures/index.html").read_text(encoding="utf-8")
    assert "<title>no ·" in page
    assert '<meta name="description" content="0123">' in page
