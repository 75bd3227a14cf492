"""The options of an edition, as `mkdocs.yml` gives them to the plugin."""

from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from generator.archive.validation import explained
from generator.records.finding import Finding, Severity
from generator.records.model import PlainText, Record, bad_value
from generator.records.region import Region
from generator.records.text import LocalizedText
from generator.views.maps.tiles import TileLayerOptions

CONFIGURATION = "mkdocs.yml"
"""The one configuration file of a collection, in its root."""

HTML_LANGUAGES = {"zh": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"}


LanguageCode = Annotated[str, StringConstraints(pattern=f"^({'|'.join(HTML_LANGUAGES)})$")]


class EditionOptions(Record):
    """What may differ between editions and cities."""

    names: LocalizedText
    """The name of the site, shown beside its mark."""
    languages: tuple[LanguageCode, ...] = ("zh",)
    """The languages to build. The first stands at the root of the site."""
    navigation: tuple[str, ...] = ()
    """The Markdown pages of the main navigation, in order, such as `figures/index.md`."""
    footer: tuple[str, ...] = ()
    """The Markdown pages that the foot of every page lists, in order."""
    traditional: dict[PlainText, PlainText] = Field(default_factory=dict)
    """Words whose traditional form a dictionary gets wrong, such as the name of a village, with the right form."""
    region: Region | None = None
    """The bounds within which every coordinate of a site or base must lie."""
    sharded_addresses: bool = False
    """Whether addresses of records have a folder more, `/figures/5e/shi-liang/`, for collections of so many records
    that no folder should hold all of them. Chosen once: addresses are promises."""
    tiles: TileLayerOptions | None = None
    """A tile layer beneath the maps. Without one, the maps need no server at all."""

    @model_validator(mode="after")
    def _names_each_language_once(self) -> Self:
        if not self.languages or len(set(self.languages)) < len(self.languages):
            raise bad_value("languages 中至少一种语言，每种只写一次", "at least one language in languages, each once")
        return self

    @property
    def written_languages(self) -> tuple[str, ...]:
        """The languages in which people write the pages that are built, each a folder of `content/`."""
        return tuple(dict.fromkeys(content_folder(language) for language in self.languages))


def content_folder(language: str) -> str:
    """The folder of Markdown pages from which a language is made: traditional pages derive from `zh`."""
    return "zh" if language == "zh-Hant" else language


def read_options(values: dict[str, Any]) -> tuple[EditionOptions | None, list[Finding]]:
    """The options, or the findings that say what is wrong with them. A key whose value is None counts as not given."""
    try:
        return EditionOptions.model_validate({key: each for key, each in values.items() if each is not None}), []
    except ValidationError as error:
        plugin = ("plugins", "qingguo")
        return None, [
            Finding(Severity.ERROR, "option", CONFIGURATION, (*plugin, *details["loc"]), *explained(details))
            for details in error.errors(include_url=False)
        ]
