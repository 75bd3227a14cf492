"""Texts of records as one language's reader meets them: with the language that they are really in."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.language.traditional import TraditionalConverter
from generator.language.words import Words
from generator.records.dates import HistoricalDate
from generator.records.figure import Figure, OtherName, PersonNames
from generator.records.site import PlaceNames
from generator.records.text import LocalizedText
from generator.views.dates import date_text, life_years, span_text

_TAGS = {"zh": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"}


_MOST_DATES = 8192
"""How many dates are kept in words, about 150 bytes each."""


class Shown(NamedTuple):
    """A text for a template. `lang` is its BCP 47 tag, or "" where that is the language of the page."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


class Texts:
    """Chooses, converts and tags texts for the pages of one language."""

    def __init__(self, language: str, converter: TraditionalConverter) -> None:
        self.language = language
        self.words = Words(language, converter.convert)
        self._dates: dict[str, str] = {}
        self._convert = lru_cache(maxsize=4096)(converter.convert)

    def convert(self, simplified: str) -> str:
        """Simplified text as this language's pages show it: traditional for `zh-Hant`, unchanged for the others."""
        return self._convert(simplified) if self.language == "zh-Hant" else simplified

    def chinese(self, simplified: str, traditional: str | None = None) -> Shown:
        """A Chinese text of which only the simplified form is certain."""
        if self.language == "zh-Hant":
            return Shown(traditional if traditional is not None else self._convert(simplified))
        return Shown(simplified, "" if self.language == "zh" else _TAGS["zh"])

    def counterpart(self, names: PersonNames | PlaceNames) -> Shown:
        """The name in the other script: Chinese for English readers, English for Chinese ones."""
        return self.chinese(names.zh, names.zh_hant) if self.language == "en" else Shown(names.en, "en")

    def traditional(self, names: PersonNames | PlaceNames) -> str:
        """A Chinese name in traditional characters, as old plaques have it, for whatever page."""
        return names.zh_hant if names.zh_hant is not None else self._convert(names.zh)

    def shown(self, text: LocalizedText) -> Shown:
        """The text in the language of the page, or else in the nearest language that it exists in."""
        if self.language == "zh" and text.zh is not None:
            return Shown(text.zh)
        wording = text.wording(self.language)
        if wording.language == "zh":
            return self.chinese(wording.text)
        return Shown(wording.text, "" if wording.language == self.language else _TAGS[wording.language])

    def optional(self, text: LocalizedText | None) -> Shown | None:
        """As `shown`, for a text that may be missing."""
        return None if text is None else self.shown(text)

    def plain(self, text: LocalizedText) -> str:
        """The text alone, for a title or a description."""
        return self.shown(text).text

    def name(self, names: PersonNames | PlaceNames) -> Shown:
        """What this language's readers call a person or a place."""
        return Shown(names.en) if self.language == "en" else self.chinese(names.zh, names.zh_hant)

    def other_name(self, name: OtherName) -> Shown:
        """A further name; an English reader meets the Chinese form where no other was given."""
        if self.language == "en" and name.en is not None:
            return Shown(name.en)
        return self.chinese(name.zh, name.zh_hant)

    def date(self, date: HistoricalDate) -> str:
        """A date in words, in the script of the page."""
        words = self._dates.get(date.text)
        if words is None:
            if len(self._dates) >= _MOST_DATES:
                self._dates.clear()
            words = self._dates[date.text] = self.convert(date_text(date, self.language))
        return words

    def span(self, since: HistoricalDate | None, until: HistoricalDate | None) -> Shown | None:
        """The time between two dates, or None if neither is known."""
        words = span_text(since, until, self.language)
        return Shown(self.convert(words)) if words else None

    def life(self, figure: Figure) -> str:
        """The dates of a life in full, as they stand below a name; "" if nothing is known."""
        if figure.born is None and figure.died is None:
            return ""
        first = self.date(figure.born.date) if figure.born else "?"
        last = self.date(figure.died.date) if figure.died else ""
        return f"{first} – {last}".rstrip() if self.language == "en" else f"{first}—{last}"

    def years(self, figure: Figure) -> str:
        """The years of a life, for lists: `1900–1985`."""
        born = figure.born.date if figure.born else None
        died = figure.died.date if figure.died else None
        return self.convert(life_years(born, died, self.language))

    def joined(self, parts: Iterable[str]) -> str:
        """Several short texts as one, with the sign that lists have in this language."""
        return (", " if self.language == "en" else "、").join(parts)
