"""What a browser would make of a piece of HTML: its elements with their attributes, its ids, its text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass
class Element:
    """One element, with its attributes and the text inside it and inside its descendants."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Outline(HTMLParser):
    """The elements of a piece of HTML in their order; `unbalanced` has the end tags that fit no open element."""

    html: str
    elements: list[Element] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []
        self.feed(self.html)
        self.close()
        self.unbalanced += [each.tag for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    @property
    def ids(self) -> list[str]:
        """The ids in their order; each should be there once."""
        return [each.attributes["id"] for each in self.elements if "id" in each.attributes]

    def by_id(self, wanted: str) -> Element:
        """The element with an id. Raises StopIteration if there is none."""
        return next(each for each in self.elements if each.attributes.get("id") == wanted)

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """Every element of a kind, or those of them with a class."""
        return [
            each
            for each in self.elements
            if each.tag == tag and (not class_ or class_ in each.attributes.get("class", "").split())
        ]

    @property
    def links(self) -> list[str]:
        """Where the links lead."""
        return [each.attributes["href"] for each in self.elements if each.tag == "a" and "href" in each.attributes]
