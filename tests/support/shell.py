"""A project for the engines of the frame: our theme, and texts that every layer might escape in a way of its own."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.editions.theme_assets import THEME
from generator.language.words import Words
from generator.shell.frame import Frame
from generator.shell.prototypes import Prototype, ShellProject

HOSTILE = "虚构<b>&amp;\"'/{{ 7 * 7 }}{% raw %}\\1 &#x27; 1e3 materialx \U00020000\u2028\x85\n---\n!ENV x: # "

PROTOTYPES = (
    Prototype("", "home"),
    Prototype("lane/", "lane"),
    Prototype("figures/qingguo-prototype/", "figures"),
    Prototype("404.html", "404.html", base="/base<&/en"),
)


def variables() -> dict[str, Any]:
    """What the theme reads of a site whose every name is hostile."""
    words = Words("zh", lambda text: text).all
    pages = [{"section": name, "title": HOSTILE, "url": f"{name}/"} for name in ("figures", "lane")]
    names = ("theme.js", "site.js", "fonts.css", "site.css", "print.css", "mark.svg")
    return {
        "language": "zh",
        "html_lang": "zh-Hans",
        "root": "../",
        "assets": {name: f"assets/{name}?{HOSTILE}" for name in names},
        "navigation": pages,
        "footer": pages,
        "words": {key: f"{word}{HOSTILE}" for key, word in words.items()},
        "csp": "default-src 'none'; script-src 'self'",
        "site_name": f"{HOSTILE} · {HOSTILE}",
        "name_parts": (Markup(HOSTILE), " · ", HOSTILE),
        "search": {"names": "assets/names.js", "text": "assets/text.js", "explicit_index": ""},
    }


def shell_project(theme: Path = THEME, prototypes: Sequence[Prototype] = PROTOTYPES) -> ShellProject:
    """The project of one language."""
    return ShellProject(HOSTILE, "https://example.org/base/", variables(), theme, tuple(prototypes))


def hostile_frame() -> Frame:
    """A frame with hostile text, and with markup that must come through as it is."""
    markup = {
        each.name: Markup(f'<p class="{each.name}">&amp;lt; {{{{ 7 * 7 }}}} \u2028 \U00020000</p>\n\n---\n')
        for each in fields(Frame)
        if each.name.endswith("_html")
    }
    return Frame(title=HOSTILE, description=HOSTILE, **markup)
