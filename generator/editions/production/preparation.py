"""What is ready before the first record is rendered: the site, its Markdown pages, the forms of its pages."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.archive.collection import Collection
from generator.archive.digest import Digest, Key
from generator.archive.files import CollectionFolder
from generator.editions.language_site import LanguageSite
from generator.editions.production.blueprint import Blueprint, FormKey
from generator.editions.production.cache import fingerprint, program_fingerprint
from generator.editions.production.engine import Pool, apart
from generator.editions.production.forms import render_forms, shell_project
from generator.editions.production.names import TraditionalNames, given_names, names_of_places, traditional_names
from generator.editions.production.order import Means, Order
from generator.editions.site import Site
from generator.editions.theme_assets import add_theme_assets
from generator.editions.written_pages import PageReader, WrittenPage, page_path, written_sources
from generator.search.parts import SMALL_ENTRIES
from generator.shell.form import Form
from generator.views.listing.index import MOST_DETAILED


@dataclass(frozen=True)
class Prepared:
    """What the pages of all records and of all lists are made with."""

    blueprint: Blueprint
    written: Mapping[str, Sequence[WrittenPage]]
    """The Markdown pages of each language."""
    ground: str
    """What stands for all that the page of any record rests on, besides records and entries of registers."""


@dataclass(frozen=True)
class Preparation:
    """Prepares a production. `digests` are those of all records; `used` takes up keys that the cache must keep."""

    order: Order
    means: Means
    folder: CollectionFolder
    registers: Collection
    digests: Mapping[Key, Digest]
    used: set[str]

    def prepared(self, is_good: bool) -> Prepared:
        """Read the Markdown pages and have the forms rendered.

        Where there are errors already (not `is_good`), no page will be made, but the records are still to be reviewed.
        """
        options = self.order.options
        names = self._traditional_names()
        site = Site(
            options,
            self.order.site_url,
            self.registers,
            names.given,
            {
                language: frozenset(page_path(source) for source in written_sources(self.folder, language))
                for language in options.languages
            },
            converted=names.converted,
        )
        add_theme_assets(site.assets)
        written: dict[str, list[WrittenPage]] = {}
        forms: dict[str, dict[FormKey, Form]] = {}
        for language in options.languages if is_good else ():
            language_site = LanguageSite(site, language)
            written[language] = self._written_pages(language_site)
            forms[language] = self._forms(language_site, written[language])
        sources = sum(len(pages) for pages in written.values()) + len(self.registers.sources)
        search_in_parts = len(self.digests) + sources > SMALL_ENTRIES
        blueprint = Blueprint(site, forms, search_in_parts, len(self.digests) > MOST_DETAILED)
        return Prepared(blueprint, written, _ground(blueprint))

    def _traditional_names(self) -> TraditionalNames:
        """The names that a dictionary converts wrongly, and the names of places, each with its traditional form.

        Every page of a place tells its name in traditional characters. Where no page tells anything else in them, the
        dictionaries are not worth their memory in each process.
        """
        digests, options = self.digests.values(), self.order.options
        given = given_names(digests, self.registers)
        is_apart = isinstance(self.means.executor, Pool) and "zh-Hant" not in options.languages
        places = names_of_places(digests) if is_apart else ()
        key = fingerprint(
            "names", program_fingerprint(), repr(given), repr(sorted(options.traditional.items())), repr(places)
        )
        self.used.add(key)
        found = self.means.cache.get(key)
        if isinstance(found, TraditionalNames):
            return found
        make = partial(traditional_names, given, options.traditional, places)
        made = apart(make) if is_apart else make()
        self.means.cache.put(key, made)
        return made

    def _written_pages(self, site: LanguageSite) -> list[WrittenPage]:
        """The Markdown pages of a language; those are read again of which the text or what it rests on has changed."""
        reader = PageReader(self.folder, site, self.order.markdown)
        rests_on = (reader.sources, site.site.traditional, self.order)
        pages = []
        for source in reader.sources:
            text = reader.text(source)
            name = "written", site.language, source
            pages.append(self.means.session.keep(name, (text, rests_on), partial(reader.read, source, text)))
        return pages

    def _forms(self, site: LanguageSite, written: Sequence[WrittenPage]) -> dict[FormKey, Form]:
        project = shell_project(site, written)
        engine = self.means.render_prototypes
        variables = json.dumps(project.variables, sort_keys=True)
        key = fingerprint("forms", program_fingerprint(), f"{engine.__module__}", repr(project.prototypes), variables,
                          project.site_name, project.site_url)  # fmt: skip
        self.used.add(key)
        forms = self.means.cache.get(key)
        if isinstance(forms, dict) and all(isinstance(form, Form) for form in forms.values()):
            return forms
        made = render_forms(project, engine)
        self.means.cache.put(key, made)
        return made


def _ground(blueprint: Blueprint) -> str:
    site, registers = blueprint.site, blueprint.site.collection
    return fingerprint(
        program_fingerprint(),
        site.options.model_dump_json(),
        site.site_url,
        repr((blueprint.search_in_parts, blueprint.is_brief)),
        repr(sorted(site.traditional.items())),
        repr(sorted((language, sorted(paths)) for language, paths in site.written.items())),
        repr(sorted(site.assets.by_name.items())),
        repr([(language, sorted((key, form.parts) for key, form in forms.items()))
              for language, forms in blueprint.forms.items()]),
        registers.plan.model_dump_json() if registers.plan else "",
        registers.programme.model_dump_json() if registers.programme else "",
    )  # fmt: skip
