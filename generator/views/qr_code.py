"""The QR code that leads from a printed page back to the page."""

from itertools import groupby

import segno
from markupsafe import Markup

from generator.views.drawing.svg import element, number

# The standard asks for four modules of empty ground on every side.
_QUIET = 4


def qr_code(address: str, label: str) -> Markup:
    """A QR code of `address` as SVG, one unit a module, quiet zone included; `label` is its accessible name.

    Raises segno.DataOverflowError for an address longer than about 2300 characters.
    """
    code = segno.make_qr(address, error="m")
    runs = []
    for y, row in enumerate(code.matrix):
        x = 0
        for is_dark, modules in groupby(row):
            width = len(list(modules))
            if is_dark:
                runs.append(f"M{number(x + _QUIET)} {number(y + _QUIET)}h{number(width)}v1h-{number(width)}z")
            x += width
    side = code.symbol_size(border=_QUIET)[0]
    return element(
        "svg",
        [element("path", d="".join(runs))],
        viewBox=f"0 0 {side} {side}",
        class_="qr-code print-only",
        role="img",
        aria_label=label,
        shape_rendering="crispEdges",
    )
