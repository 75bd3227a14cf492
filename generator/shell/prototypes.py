"""What an engine is asked for: prototype pages, which are the theme's page with blanks in place of what differs.

An engine gets a project that MkDocs and its successors understand: a folder with a `mkdocs.yml`, one Markdown file per
prototype, whose front matter holds the blanks, and the folder of the theme's templates. It answers rendered HTML.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generator.shell.frame import Frame

DOCUMENTS = "docs"
"""The folder of a prepared project that holds its Markdown files."""
OUTPUT = "site"
"""The folder into which an engine may write."""


class EngineFailure(Exception):
    """An engine refused its configuration or could not render a page; the text says why, a reason a line."""


@dataclass(frozen=True)
class Prototype:
    """One page to be rendered with blanks.

    `path` is where it lies below the root of its language: `figures/qingguo-prototype/`, `lane/`, `` for the home, or
    `404.html`. `section` is what the navigation marks. `base` is the way from the page to the root of its language,
    without a slash at its end; None stands for the relative one. A page that a server shows at any address needs an
    absolute one, which is empty where the site stands at the root of its server.
    """

    path: str
    section: str
    base: str | None = None

    @property
    def base_url(self) -> str:
        """The way from the page to the root of its language, without a slash at its end."""
        if self.base is not None:
            return self.base
        return "/".join([".."] * self.path.count("/")) or "."


@dataclass(frozen=True)
class ShellProject:
    """What an engine is given for one language.

    `variables` is what the templates read as `config.extra.qingguo`: text, numbers, truth values, and lists and maps of
    these. `theme` is the folder of the templates. Nothing else of the site's `mkdocs.yml` has a part in a page's frame.
    """

    site_name: str
    site_url: str
    variables: Mapping[str, Any]
    theme: Path
    prototypes: tuple[Prototype, ...]


@contextmanager
def prepared_project(project: ShellProject, frame: Frame | None = None) -> Iterator[Path]:
    """The project as files in a temporary folder: the path of its `mkdocs.yml`.

    The page of prototype number N is `docs/N.md`: where a page will lie is told by its front matter, since engines
    differ in what they make of `index.md` and `404.md`. With `frame` the pages hold its values in place of blanks.
    """
    with TemporaryDirectory(prefix="qingguo-shell-") as name:
        folder = Path(name).resolve()
        (folder / DOCUMENTS).mkdir()
        configuration_file = folder / "mkdocs.yml"
        configuration_file.write_text(_as_yaml(_configuration(project)), encoding="ascii")
        for number, prototype in enumerate(project.prototypes):
            page = folder / DOCUMENTS / f"{number}.md"
            page.write_text(_front_matter(prototype, frame or Frame.blanks()), encoding="ascii")
        yield configuration_file


def _configuration(project: ShellProject) -> dict[str, Any]:
    return {
        "site_name": project.site_name,
        "site_url": project.site_url,
        "docs_dir": DOCUMENTS,
        "site_dir": OUTPUT,
        # Our theme is a whole document, so no theme of the engine's lies below it.
        "theme": {"name": None, "custom_dir": str(project.theme.resolve())},
        # Bodies come from elsewhere. An engine that is told of no extension might load many.
        "markdown_extensions": [],
        "plugins": [],
        "extra": {"qingguo": dict(project.variables)},
    }


def _front_matter(prototype: Prototype, frame: Frame) -> str:
    values = {**frame.as_variables(), "section": prototype.section, "base_url": prototype.base_url}
    return f"---\n{_as_yaml({'frame': values})}---\n"


class _Dumper(yaml.CSafeDumper):
    """Writes every text in quotes: 1e3 and 0o17 are numbers to some readers of YAML and text to others."""


def _quoted(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str.__str__(text), style='"')


# Markup is written as plain text: the templates escape it like all other text, whichever engine reads it.
_Dumper.add_multi_representer(str, _quoted)
_Dumper.add_representer(str, _quoted)


def _as_yaml(value: dict[str, Any]) -> str:
    """ASCII with escapes, so that no reader of YAML can take a character for the end of a line, or refuse it."""
    text: str = yaml.dump(value, Dumper=_Dumper, width=10**9)
    # Zensical replaces some words that begin so in all of mkdocs.yml before it reads it. All text is in quotes here.
    return text.replace("material", "\\x6Daterial")
