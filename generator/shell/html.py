"""Text that is HTML already, and the one way in which other text becomes it."""

import re
from collections.abc import Iterable
from typing import NewType

import markupsafe

Html = NewType("Html", str)
"""Finished markup. A string of its own kind for the type checker only, since there are some hundred in each page."""

NOTHING = Html("")

_needs_escape = re.compile("[&<>\"']").search
_SHORT = 64


def escape(text: str) -> Html:
    """Text for an element or for a quoted attribute; what is markup already (`markupsafe.Markup`) stays as it is."""
    # A short text, as most are, is searched faster than it is copied.
    if len(text) < _SHORT and _needs_escape(text) is None:
        return Html(text)
    return Html(markupsafe.escape(text))


def joined(pieces: Iterable[Html]) -> Html:
    """Several pieces as one."""
    return Html("".join(pieces))


def lang_html(lang: str) -> Html:
    """The attribute for a text in another language than the page; nothing for ""."""
    return Html(f' lang="{escape(lang)}"') if lang else NOTHING
