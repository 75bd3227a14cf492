"""Human-readable text as a map by language, `{zh: …, en: …}`, in which `zh` is the authority."""

from typing import NamedTuple, Self

from pydantic import Field, model_validator

from generator.records.model import PlainText, Record, bad_value


class Wording(NamedTuple):
    """Text as it will be shown, with the language that it is really in."""

    text: str
    language: str


class LocalizedText(Record):
    """One text in several languages. `zh-Hant` is derived at build time unless it is given."""

    zh: PlainText | None = None
    zh_hant: PlainText | None = Field(default=None, alias="zh-Hant")
    en: PlainText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.zh is None and self.en is None:
            raise bad_value("至少要有 zh 或 en 一种文字", "text in at least one of zh and en")
        return self

    def wording(self, language: str) -> Wording:
        """The text for a reader of `language`, or else the nearest one that exists.

        For `zh-Hant` without a given text the answer is in `zh`, for the caller to convert.
        """
        if language == "en":
            order = (("en", self.en), ("zh", self.zh))
        elif language == "zh-Hant":
            order = (("zh-Hant", self.zh_hant), ("zh", self.zh), ("en", self.en))  # type: ignore[assignment]
        else:
            order = (("zh", self.zh), ("en", self.en))
        return next(Wording(text, given) for given, text in order if text is not None)
