"""SVG elements as markup, every attribute and text escaped, every number as short as its precision allows."""

import re
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

Value = str | float | int | None


_STROKE = re.compile(r'<path d="(M [^"]*)" class="([^"]*)"/>')


def number(value: float) -> str:
    """A number with at most one decimal place."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(tag: str, content: Iterable[Markup | str] | Markup | str = "", **attributes: Value) -> Markup:
    """One element. Attribute names are written with `_` for `-`, and `class_`; None leaves an attribute out."""
    parts = [Markup("<{}").format(tag)]
    for name, value in attributes.items():
        if value is not None:
            shown = number(value) if isinstance(value, float | int) else value
            parts.append(Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), shown))
    inner = escape(content) if isinstance(content, str) else Markup("").join(content)
    parts.append(Markup(">{}</{}>").format(inner, tag) if inner else Markup("/>"))
    return Markup("").join(parts)


def path(class_: str, *commands: str | float | int) -> Markup:
    """A path from commands and numbers: `path("ink", "M", 0, 0, "L", 10, 0)`."""
    words = (each if isinstance(each, str) else number(each) for each in commands)
    return element("path", d=" ".join(words), class_=class_)


def line(class_: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A straight stroke."""
    return path(class_, "M", x1, y1, "L", x2, y2)


def rectangle(class_: str, x: float, y: float, width: float, height: float) -> Markup:
    """An upright rectangle with sharp corners."""
    return element("rect", x=x, y=y, width=width, height=height, class_=class_)


def group(class_: str | None, *parts: Markup) -> Markup:
    """Parts that share a class. Neighbouring paths of one kind become one path: a browser lays out each element."""
    return element("g", _joined(parts), class_=class_)


def _joined(parts: Iterable[Markup]) -> Iterable[Markup]:
    strokes = ((part, _STROKE.fullmatch(part)) for part in parts)
    for class_, run in groupby(strokes, key=lambda each: each[1] and each[1][2]):
        if class_ is None:
            yield from (part for part, _ in run)
        else:
            shapes = " ".join(match[1] for _, match in run if match)
            yield Markup('<path d="{}" class="{}"/>').format(Markup(shapes), Markup(class_))
