"""The forms of one language: the theme's page for each section and depth, as an engine renders it."""

from collections.abc import Mapping, Sequence

from generator.editions.language_site import RECORD_SECTIONS, LanguageSite
from generator.editions.production.blueprint import FormKey
from generator.editions.production.gathering import written_form
from generator.editions.production.rendering import page_form
from generator.editions.theme_assets import THEME
from generator.editions.written_pages import WrittenPage
from generator.shell.engines import RenderPrototypes
from generator.shell.form import Form
from generator.shell.prototypes import Prototype, ShellProject
from generator.views.links import record_folder

PROTOTYPE = "qingguo-prototype"


def shell_project(site: LanguageSite, written: Sequence[WrittenPage]) -> ShellProject:
    """What an engine is asked for: a prototype of each kind of page."""
    options = site.site.options
    by_source = {page.source: page for page in written}
    wanted: dict[FormKey, Prototype] = {}

    def want(key: FormKey, path: str) -> None:
        wanted.setdefault(key, Prototype(path, *key))

    for section in RECORD_SECTIONS:
        path = f"{section}/{record_folder(PROTOTYPE, options.sharded_addresses)}/"
        want(page_form(path, section), path)
    for page in written:
        want(written_form(site, page), page.path)
        # The further pages of a list belong to the section of the page on which it begins.
        path = f"lists/{page.section}/{PROTOTYPE}/"
        want(page_form(path, page.section), path)
    return ShellProject(
        site.site_name,
        site.site.site_url,
        site.variables(_listed(by_source, options.navigation), _listed(by_source, options.footer)),
        THEME,
        tuple(wanted.values()),
    )


def render_forms(project: ShellProject, render_prototypes: RenderPrototypes) -> dict[FormKey, Form]:
    """The forms of a project. Raises EngineFailure and UnusableShell."""
    rendered = render_prototypes(project)
    return {(each.section, each.base_url): Form.read(rendered[each.path]) for each in project.prototypes}


def _listed(by_source: Mapping[str, WrittenPage], sources: Sequence[str]) -> list[dict[str, str]]:
    """Those of the named Markdown pages that a language has, as the theme lists them."""
    return [
        {"section": page.section, "title": page.navigation_title, "url": page.path}
        for source in sources
        if (page := by_source.get(source)) is not None
    ]
