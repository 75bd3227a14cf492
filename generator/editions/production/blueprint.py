"""What every worker of a build needs to render records, sent once: the site without its records, and the forms."""

import gc
import pickle
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.archive.window import Window, published
from generator.editions.language_site import LanguageSite
from generator.editions.production.storage import Storage
from generator.editions.searching import EntryMaker
from generator.editions.site import Site
from generator.release.assets import AssetStore
from generator.shell.form import Form
from generator.views.links import record_path

FormKey = tuple[str, str]
"""The section of a page, and the way from it to the root of its language."""


@dataclass(frozen=True)
class Blueprint:
    """The site, and the form of each kind of page in each language."""

    site: Site
    forms: Mapping[str, Mapping[FormKey, Form]]
    search_in_parts: bool
    """Whether the collection is so large that its search index lies in parts, which the workers make."""
    is_brief: bool
    """Whether it is so large that lists tell the facts of each record briefly."""


class Workshop:
    """What one worker renders with. It keeps its templates from chunk to chunk."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.forms = blueprint.forms
        self.search_in_parts, self.is_brief = blueprint.search_in_parts, blueprint.is_brief
        # Only what is added here has to be written.
        self.site = replace(blueprint.site, assets=AssetStore(by_name=dict(blueprint.site.assets.by_name)))
        self._registers = self.site.collection
        self._stored: set[str] = set()
        self._outputs: Storage | None = None

    @cached_property
    def languages(self) -> Mapping[str, LanguageSite]:
        """The languages of the site."""
        return {language: LanguageSite(self.site, language) for language in self.site.options.languages}

    def entries(self, language: str) -> EntryMaker:
        """What makes the search entries of a language."""
        return EntryMaker(self.site.collection, language, self.site.converter, self.site.options.sharded_addresses)

    def address(self, kind: str, record_id: str) -> str:
        """The address of a record's page in the first language; its path where the site has no address."""
        return self.site.site_url + record_path(kind, record_id, self.site.options.sharded_addresses)

    def look_at(self, window: Window, neighbours: Mapping[tuple[str, str], tuple[tuple[str, str] | None, ...]]) -> None:
        """Turn to the records of a chunk, of which `window` holds the drafts, too."""
        self.site.collection = published(window)
        for language in self.languages.values():
            language.look_at(self.site.collection, neighbours)  # type: ignore[arg-type]

    def look_away(self) -> None:
        """Let go of the records of a chunk."""
        self.site.collection = self._registers
        for language in self.languages.values():
            language.look_away()
        if not gc.isenabled():
            # They hold each other. What this worker keeps for later is older, and is passed by.
            gc.collect(1)

    def store_assets(self, paths: Iterable[str], outputs: Storage) -> dict[str, int]:
        """Write those of these assets that this worker has made and not yet written.

        Answers the length of each in bytes by its path. Every worker writes the same bytes, so it may happen twice.
        """
        if outputs != self._outputs:
            self._outputs, self._stored = outputs, set()
        files = self.site.assets.files
        added = sorted(path for path in set(paths) if path in files)
        for path in added:
            if path not in self._stored:
                outputs.write(path, files[path])
                self._stored.add(path)
        return {path: len(files[path]) for path in added}


_WORKSHOPS = threading.local()
"""The workshop of each thread that works, with the name under which its blueprint was sent."""

BLUEPRINT = "blueprint.pickle"


def send(blueprint: Blueprint, scratch: Storage) -> None:
    """Put a blueprint where workers find it. Only this build reads it, so no stranger's pickle is ever opened."""
    scratch.write(BLUEPRINT, pickle.dumps(blueprint, pickle.HIGHEST_PROTOCOL))


def workshop(build: str, scratch: Storage) -> Workshop:
    """The workshop of this worker for the build of that name."""
    kept: tuple[str, Workshop] | None = getattr(_WORKSHOPS, "kept", None)
    if kept is None or kept[0] != build:
        kept = build, Workshop(pickle.loads(scratch.read(BLUEPRINT)))
        _WORKSHOPS.kept = kept
    return kept[1]
