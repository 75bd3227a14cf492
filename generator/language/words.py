"""The words of the interface, from `words/zh.yml` and `words/en.yml`; `zh-Hant` is derived from `zh`."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "words"


class UnknownWord(KeyError):
    """A template asks for a word that the catalogue does not have."""


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    with (_FOLDER / f"{language}.yml").open(encoding="utf-8") as file:
        return {str(key): str(value) for key, value in yaml.load(file, yaml.BaseLoader).items()}


class Words:
    """The catalogue of one language: `words("search.placeholder")`, `words("count.people", count=10)`."""

    def __init__(self, language: str, convert: Callable[[str], str] | None = None) -> None:
        """`convert` makes traditional text of simplified text; it is needed for `zh-Hant` only."""
        self._convert = convert if language == "zh-Hant" else None
        catalogue = _catalogue("en" if language == "en" else "zh")
        self.language = language
        self.all: Mapping[str, str] = (
            {key: convert(text) for key, text in catalogue.items()} if language == "zh-Hant" and convert else catalogue
        )

    def __call__(self, key: str, **values: object) -> str:
        """The word for `key`, its `{blanks}` filled. Raises UnknownWord."""
        try:
            text = self.all[key]
        except KeyError:
            raise UnknownWord(key) from None
        return text.format(**values) if values else text

    def of_pair(self, zh: str, en: str) -> str:
        """The one of two given wordings that this language takes."""
        if self.language == "en":
            return en
        return self._convert(zh) if self._convert is not None else zh
