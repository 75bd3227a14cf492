"""A Chinese font for the browser that Lighthouse drives, as every reader's device has one; this machine may have none.

Without one the text stands as boxes of another width until the site's fonts come, and all of it moves then: Lighthouse
would measure the machine. The font is another than the site's own, so that what moves for readers moves here too.
"""

from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tools.node import MODULES

SOURCE = MODULES / "@fontsource" / "lxgw-wenkai" / "files" / "lxgw-wenkai-latin-500-normal.woff"
"""Called "latin" and 500, this file is the whole Chinese font in its regular weight."""

FAMILY = "LXGW WenKai"
STANDS_FOR = ("Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Sans CJK SC", "Noto Sans CJK TC")
"""The families of common Linux systems, which the site's style sheets name among those of other systems."""


def configuration(fonts: Path, cache: Path) -> str:
    """A configuration of fontconfig: the machine's own, the folder `fonts`, and its font under the usual names."""
    matches = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{FAMILY}</string></edit></match>\n'
        for name in STANDS_FOR
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'
        f"<dir>{escape(str(fonts))}</dir>\n<cachedir>{escape(str(cache))}</cachedir>\n{matches}</fontconfig>\n"
    )


def ensure_reader_fonts(folder: Path) -> dict[str, str]:
    """Unpack the font into `folder`, once; answers the variables under which a browser on Linux finds it."""
    fonts = folder / "fonts"
    font = fonts / "LXGWWenKai-Regular.ttf"
    if not font.is_file():
        fonts.mkdir(parents=True, exist_ok=True)
        unfinished = font.with_suffix(".part")
        with TTFont(SOURCE, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as opened:
            opened.flavor = None
            opened.save(unfinished)
        unfinished.replace(font)
    file = folder / "fonts.conf"
    file.write_text(configuration(fonts, folder / "font-cache"), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(file)}
