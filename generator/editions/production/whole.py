"""What is made of all chunks together: what each language makes of them, the downloads, and what languages share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.files import CollectionFolder
from generator.editions.downloading import described, download_files
from generator.editions.language_site import LanguageSite
from generator.editions.production.cache import fingerprint
from generator.editions.production.gathering import Gathering, Request, Unit
from generator.editions.production.parts import Part
from generator.editions.production.preparation import Prepared
from generator.editions.production.search_units import SearchInParts
from generator.editions.production.units import Units
from generator.editions.shared_files import shared_files
from generator.language.words import Words
from generator.release.assets import AssetStore


@dataclass(frozen=True)
class Whole:
    """Makes the units of a production. `registers` stands for all entries of registers."""

    prepared: Prepared
    folder: CollectionFolder
    units: Units
    registers: str

    def of_languages(self) -> list[tuple[str, Unit]]:
        """What is made of the rows of all records: each unit with its language, "" where all languages share it."""
        blueprint, parts = self.prepared.blueprint, self.units.parts
        gatherings = {language: self._gathering(language) for language in blueprint.forms}
        in_parts = {
            language: SearchInParts(language, gathering.words, parts, gathering.other_entries)
            for language, gathering in gatherings.items()
            if blueprint.search_in_parts
        }
        wanted: list[tuple[str, Request]] = []
        for language, gathering in gatherings.items():
            search = in_parts[language].requests() if in_parts else [gathering.search_request(self.registers)]
            wanted += ((language, each) for each in (*search, *gathering.requests(self.folder, self.registers)))
        collection = blueprint.site.collection
        downloads = Request(
            "downloads",
            ((Part.EXPORTS, ""),),
            lambda writer: writer.write_all(download_files(collection, parts)),
            (self.registers,),
        )
        units = self._made([*wanted, ("", downloads)])
        # Fonts need the characters of all other pages, and the file of the texts names the files of the filter.
        wanted = []
        for language, gathering in gatherings.items():
            mine = [unit for owner, unit in units if owner == language]
            uses = [use for unit in mine for use in unit.uses]
            wanted.append((language, gathering.fonts_request(uses, collection.files)))
            if in_parts:
                wanted.append((language, in_parts[language].text_request(mine)))
        return units + self._made(wanted)

    def shared(self, paths: Mapping[str, Sequence[str]]) -> Unit:
        """The assets of the theme, and what tells of all pages; `paths` are their addresses in each language."""
        site = self.prepared.blueprint.site
        shared = [f"{language}\n{path}" for language, addresses in paths.items() for path in addresses]
        request = Request(
            "shared",
            (),
            lambda writer: writer.write_all({**site.assets.files, **shared_files(site, paths)}),
            (fingerprint(*shared),),
        )
        return self.units.made([request])[0]

    def _made(self, wanted: Sequence[tuple[str, Request]]) -> list[tuple[str, Unit]]:
        units = self.units.made(request for _, request in wanted)
        return [(language, unit) for (language, _), unit in zip(wanted, units, strict=True)]

    def _gathering(self, language: str) -> Gathering:
        blueprint = self.prepared.blueprint
        # Assets of its own, so that it is known which of them a unit needs.
        site = replace(blueprint.site, assets=AssetStore(by_name=dict(blueprint.site.assets.by_name)))
        language_site = LanguageSite(site, language, described(Words(language, site.converter.convert)))
        written = self.prepared.written[language]
        return Gathering(language_site, blueprint.forms[language], written, self.units.parts, blueprint.is_brief)
