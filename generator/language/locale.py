"""The language in which the program speaks to the person at the keyboard."""

import locale
import os


def interface_language() -> str:
    """`zh` for a Chinese locale, else `en`. The environment goes first, as for every Unix program."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
