"""The options of an edition, as `mkdocs.yml` gives them to the plugin."""

from typing import Any

from pydantic import ValidationError

from generator.records.finding import Finding, Message, Severity
from generator.records.model import Record
from generator.records.region import Region
from generator.records.text import LocalizedText
from generator.views.maps.tiles import TileLayerOptions

HTML_LANGUAGES = {"zh": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"}


class EditionOptions(Record):
    """What may differ between editions and cities."""

    names: LocalizedText
    """The name of the site, shown beside its mark."""
    languages: tuple[str, ...] = ("zh",)
    """The languages to build. The first stands at the root of the site."""
    navigation: tuple[str, ...] = ()
    """The Markdown pages of the main navigation, in order, such as `figures/index.md`."""
    footer: tuple[str, ...] = ()
    """The Markdown pages that the foot of every page lists, in order."""
    region: Region | None = None
    """The bounds within which every coordinate of a site or base must lie."""
    tiles: TileLayerOptions | None = None
    """A tile layer beneath the maps. Without one, the maps need no server at all."""


def read_options(values: dict[str, Any], file: str) -> tuple[EditionOptions | None, list[Finding]]:
    """The options, or the findings that say what is wrong with them."""
    try:
        options = EditionOptions.model_validate(values)
    except ValidationError as error:
        return None, [
            Finding(
                Severity.ERROR,
                "option",
                file,
                ("plugins", "qingguo", *details["loc"]),
                Message(f"插件选项不合要求：{details['msg']}", f"a plugin option does not fit: {details['msg']}"),
                Message("见 docs/configuration.md", "see docs/configuration.md"),
            )
            for details in error.errors(include_url=False)
        ]
    unknown = [language for language in options.languages if language not in HTML_LANGUAGES]
    return options, [
        Finding(
            Severity.ERROR,
            "option-language",
            file,
            ("plugins", "qingguo", "languages"),
            Message(f"不支持的语言 {language}", f"an unsupported language: {language}"),
            Message(f"可用：{'、'.join(HTML_LANGUAGES)}", f"possible: {', '.join(HTML_LANGUAGES)}"),
        )
        for language in unknown
    ]
