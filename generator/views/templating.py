"""The Jinja environment of the views: everything is escaped, a missing value is an error, templates compile once."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.records.dates import HistoricalDate
from generator.records.text import LocalizedText
from generator.views.dates import date_text, machine_date
from generator.views.markup.components import Components
from generator.views.texts import Shown, Texts


def make_environment(texts: Texts, components: Components) -> Environment:
    """An environment for the pages of one language.

    Filters: `shown` (LocalizedText to text with language), `date` (words), `machine_date` (for `<time>`).
    Globals: `t`, the words of the interface; `markup`, the components that are functions.
    """
    environment = Environment(
        loader=PackageLoader("generator.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )

    def shown(text: LocalizedText | None) -> Shown | None:
        return texts.optional(text)

    def date(value: HistoricalDate) -> str:
        return texts.convert(date_text(value, texts.language))

    environment.filters.update(shown=shown, date=date, machine_date=machine_date)
    environment.globals.update(
        t=texts.words,
        page_language={"zh": "zh-Hans"}.get(texts.language, texts.language),
        markup=components.for_templates(),
    )
    return environment
