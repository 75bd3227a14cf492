"""What the set-up says: one clear sentence, in Chinese or English by locale.

This file and `tools/setup.py` are also read by Pythons older than the project's own, so that these get a sentence too.
"""

import sys

from generator.language.locale import interface_language


class Problem(Exception):
    """What stops the set-up; its text is the sentence for the person at the keyboard."""


def say(zh: str, en: str) -> str:
    """The one of two wordings that fits the locale."""
    return zh if interface_language() == "zh" else en


def tell(zh: str, en: str) -> None:
    """Print one line about progress to standard error, even where the console cannot show every character."""
    encoding = sys.stderr.encoding or "ascii"
    line = say(zh, en).encode(encoding, "replace").decode(encoding)
    print(line, file=sys.stderr, flush=True)
