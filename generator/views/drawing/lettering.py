"""Lettering: Han text in columns from top to bottom, Latin text in short lines, names of people as hanging plaques."""

import unicodedata
from dataclasses import dataclass

from markupsafe import Markup

from generator.views.drawing.svg import element, group, line, rectangle


@dataclass(frozen=True)
class Link:
    """A text that leads somewhere. `title` says more than the text does, for a pointer or a screen reader."""

    text: str
    href: str
    title: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.title or self.text


def is_han(text: str) -> bool:
    """Whether a text can stand in a column: more than half of its characters are full-width."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return wide * 2 > len(text)


def text_width(text: str, size: float) -> float:
    """About how long a line is, in the units of `size`."""
    return sum(1 if unicodedata.east_asian_width(character) in "WF" else 0.56 for character in text) * size


def lines_of(text: str, size: float, width: float) -> list[str]:
    """Break Latin text between words into lines of about `width`; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def column(class_: str, text: str, x: float, top: float, size: float) -> Markup:
    """A column of Han text; `x` is its middle. Each character is placed, so that every browser sets it alike."""
    characters = [
        element("tspan", character, x=x, y=top + size * 0.86 + index * size * 1.06)
        for index, character in enumerate(text)
    ]
    return element("text", characters, class_=class_, font_size=size, text_anchor="middle")


def column_height(text: str, size: float) -> float:
    """The height of such a column."""
    return len(text) * size * 1.06


def block(
    class_: str, text: str, x: float, top: float, size: float, width: float, anchor: str = "middle"
) -> tuple[Markup, float]:
    """Lines of Latin text, and the height that they take."""
    lines = lines_of(text, size, width)
    spans = [element("tspan", each, x=x, y=top + size + index * size * 1.22) for index, each in enumerate(lines)]
    # The spaces part the lines for a reader that hears them as one text.
    lettering = element("text", Markup(" ").join(spans), class_=class_, font_size=size, text_anchor=anchor)
    return lettering, len(lines) * size * 1.22


def link(target: Link, class_: str, *parts: Markup) -> Markup:
    """A link around a part of the drawing; its accessible name is spoken instead of the single characters."""
    return element(
        "a", [element("title", target.spoken), *parts], href=target.href, class_=class_, aria_label=target.spoken
    )


_PLAQUE_HAN, _PLAQUE_LATIN, _PLAQUE_LINE = 21.0, 13.0, 92.0


def plaque(target: Link, x: float, top: float) -> Markup:
    """A name on a hanging wooden plaque, vertical for Han text; `x` is its middle, `top` the nail."""
    width, height = plaque_size(target.text)
    if is_han(target.text):
        lettering = column("lane-name name", target.text, x, top + 15, _PLAQUE_HAN)
    else:
        lettering, _ = block("lane-name name", target.text, x, top + 11.5, _PLAQUE_LATIN, _PLAQUE_LINE)
    board = rectangle("lane-plaque", x - width / 2, top + 8, width, height - 8)
    string = group(None, line("lane-fine", x, top, x - 7, top + 8), line("lane-fine", x, top, x + 7, top + 8))
    return link(target, "lane-person", string, board, lettering)


def plaque_size(text: str) -> tuple[float, float]:
    """Width and height that `plaque` takes, its string included."""
    if is_han(text):
        return 32.0, column_height(text, _PLAQUE_HAN) + 22
    lines = lines_of(text, _PLAQUE_LATIN, _PLAQUE_LINE)
    return max(text_width(each, _PLAQUE_LATIN) for each in lines) + 16, len(lines) * _PLAQUE_LATIN * 1.22 + 17
