"""Text that is HTML already, and the one way in which other text becomes it."""

import json
from collections.abc import Iterable
from typing import Any, NewType

import markupsafe
from markupsafe import _escape_inner as _escaped  # type: ignore[attr-defined]  # a test holds it to the public one

Html = NewType("Html", str)
"""Finished markup. A string of its own kind for the type checker only, since there are some hundred in each page."""

NOTHING = Html("")


def escape(text: str) -> Html:
    """Text for an element or for a quoted attribute; what is markup already (`markupsafe.Markup`) stays as it is."""
    # What `markupsafe.escape` does, without making a Markup of each of the some hundred texts in a page.
    return Html(_escaped(text) if text.__class__ is str else markupsafe.escape(text))


_encode_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_MEANS_SOMETHING = [(sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029\x7f"]


def json_html(data: Any) -> Html:
    """JSON without spaces for the inside of a script element, in which no sign means anything to a reader of HTML."""
    text = _encode_json(data)
    for sign, escaped in _MEANS_SOMETHING:
        # Outside of its texts JSON has none of these signs; to look for one is faster than to look for all at once.
        if sign in text:
            text = text.replace(sign, escaped)
    return Html(text)


def joined(pieces: Iterable[Html]) -> Html:
    """Several pieces as one."""
    return Html("".join(pieces))


def lang_html(lang: str) -> Html:
    """The attribute for a text in another language than the page; nothing for ""."""
    return Html(f' lang="{escape(lang)}"') if lang else NOTHING
