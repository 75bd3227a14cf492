"""What the set-up says: one clear sentence, in Chinese or English by locale.

This file and `tools/setup.py` are also read by Pythons older than the project's own, so that these get a sentence too.
"""

import sys

from generator.language.locale import interface_language


class Problem(Exception):
    """What stops the set-up; its text is the sentence for the person at the keyboard."""


def can_show(text: str) -> bool:
    """Whether the console's encoding has every character of `text`."""
    try:
        text.encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def say(zh: str, en: str) -> str:
    """The one of two wordings that fits the locale, and that the console can show."""
    return zh if interface_language() == "zh" and can_show(zh) else en


def tell(zh: str, en: str) -> None:
    """Print one line about progress to standard error, even where the console cannot show every character."""
    encoding = sys.stderr.encoding or "ascii"
    print(say(zh, en).encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)
