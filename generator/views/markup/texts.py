"""Texts of records inside a page, each marked with its language where that is not the language of the page."""

from generator.shell.html import Html, escape
from generator.views.texts import Shown


def localized(value: Shown | str) -> Html:
    """A text as inline HTML."""
    if isinstance(value, Shown):
        if value.lang:
            return Html(f'<span lang="{escape(value.lang)}">{escape(value.text)}</span>')
        return escape(value.text)
    return escape(value)
