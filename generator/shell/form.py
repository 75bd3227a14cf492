"""A rendered prototype page as a form: split once at its blanks, then filled for every record.

The form is read from HTML, not from an engine's inside, so that whatever renders the prototype can be exchanged.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.shell.frame import BLANKS, Frame

_BLANK = re.compile("|".join(sorted(BLANKS, key=len, reverse=True)))


class UnusableShell(Exception):
    """The rendered prototype lacks a blank without which a page would say nothing of its record."""


@dataclass(frozen=True)
class Form:
    """The literal parts of a prototype page, and the name of the value that belongs between each two of them."""

    parts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def read(cls, html: str) -> "Form":
        """Find the blanks in a rendered prototype. Raises UnusableShell when title or body is not among them."""
        names = tuple(BLANKS[mark] for mark in _BLANK.findall(html))
        missing = {"title", "body_html"} - set(names)
        if missing:
            raise UnusableShell(", ".join(sorted(missing)))
        return cls(tuple(_BLANK.split(html)), names)

    def fill(self, frame: Frame) -> str:
        """The page of one record, the same to the byte as if the engine had rendered it."""
        return self._join(frame.as_markup())

    def _join(self, values: Mapping[str, str]) -> str:
        pieces = [self.parts[0]]
        for name, part in zip(self.names, self.parts[1:], strict=True):
            pieces += (values[name], part)
        return "".join(pieces)
