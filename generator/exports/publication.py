"""What an export must know of the site around the records: whose words it speaks, and where pages are."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.archive.collection import Collection
from generator.records.text import LocalizedText


def unchanged(text: str) -> str:
    """The conversion for every language that needs none."""
    return text


@dataclass(frozen=True)
class Publication:
    """One language of one published site.

    `address` answers the address of a record's page from kind and id (`figure`, `shi-liang`); it is absolute where the
    site has an address, and a relative link otherwise. `convert` makes traditional of simplified text; it is called for
    `zh-Hant` only.
    """

    collection: Collection
    language: str
    site_name: str
    address: Callable[[str, str], str]
    convert: Callable[[str], str] = unchanged
    works: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Sources as JSON-LD, by id, that pages of this publication have told of; the next page takes them from here."""

    def text(self, text: LocalizedText) -> str:
        """A text in this language, or in the nearest language that it has."""
        wording = text.wording(self.language)
        return self.converted(wording.text) if wording.language == "zh" else wording.text

    def converted(self, text: str) -> str:
        """Simplified text in the script of this language."""
        return self.convert(text) if self.language == "zh-Hant" else text

    def name(self, zh: str, zh_hant: str | None, en: str | None) -> str:
        """A name in this language; a given traditional form goes before a derived one."""
        if self.language == "en":
            return en or zh
        if self.language == "zh-Hant":
            return zh_hant or self.convert(zh)
        return zh
