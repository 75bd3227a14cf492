"""MkDocs as the engine that renders the frame."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig as MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from generator.shell.frame import Frame
from generator.shell.prototypes import EngineFailure as EngineFailure
from generator.shell.prototypes import ShellProject, prepared_project


class _Reasons(logging.Handler):
    """Gathers what MkDocs logs as errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # A reason of several lines is still one reason.
        self.lines.append(" ".join(record.getMessage().split()))


@contextmanager
def _speaking_failures() -> Iterator[None]:
    logger, reasons = logging.getLogger("mkdocs"), _Reasons()
    propagate = logger.propagate
    logger.addHandler(reasons)
    logger.propagate = False
    try:
        yield
    except MkDocsException as error:
        raise EngineFailure("\n".join(reasons.lines) or error.format_message()) from None
    except TemplateSyntaxError as error:
        raise EngineFailure(f"{error.message} (in {error.name}:{error.lineno})") from None
    except TemplateError as error:
        raise EngineFailure(" ".join(str(error).split())) from None
    finally:
        logger.removeHandler(reasons)
        logger.propagate = propagate


def read_configuration(file: Path, site_dir: Path) -> MkDocsConfig:
    """Read `mkdocs.yml`. Raises EngineFailure."""
    with _speaking_failures():
        return load_config(str(file), site_dir=str(site_dir))


def plugin_options(configuration: MkDocsConfig) -> dict[str, Any]:
    """The options of our plugin. Raises EngineFailure when the configuration does not name it."""
    if "qingguo" not in configuration.plugins:
        raise EngineFailure("mkdocs.yml: plugins: qingguo is missing")
    return dict(configuration.plugins["qingguo"].config)


def render_prototypes(project: ShellProject, frame: Frame | None = None) -> dict[str, str]:
    """The HTML of each prototype by its path; with `frame`, of pages that have its values in place of blanks.

    Takes the steps of MkDocs' build that make a page, without those that copy files. Raises EngineFailure.
    """
    with prepared_project(project, frame) as file, _speaking_failures():
        configuration = load_config(str(file))
        files = get_files(configuration)
        environment = configuration.theme.get_env()
        navigation = get_navigation(files, configuration)
        template = environment.get_template("main.html")
        rendered: dict[str, str] = {}
        for number, prototype in enumerate(project.prototypes):
            document = files.get_file_from_path(f"{number}.md")
            assert document is not None and document.page is not None
            document.page.read_source(configuration)
            document.page.render(configuration, files)
            rendered[prototype.path] = template.render(get_context(navigation, files, configuration, document.page))
    return rendered
