"""What can be found: a page, or a part of one, with the names by which a reader may look for it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an entry is. Results are grouped by kind; among equals the groups stand in this order."""

    FIGURE = "figure"
    SITE = "site"
    BASE = "base"
    PAGE = "page"
    SOURCE = "source"
    ROUTE = "route"


class NameRole(StrEnum):
    """What kind of name a name is. Full, English and traditional names rank first, then given names, then others."""

    FULL = "full"
    GIVEN = "given"
    COURTESY = "courtesy"
    ART = "art"
    PEN = "pen"
    FORMER = "former"
    OTHER = "other"
    ENGLISH = "english"
    TRADITIONAL = "traditional"

    @property
    def letter(self) -> str:
        """The letter that stands for the role in the index."""
        return "r" if self is NameRole.FORMER else self.value[0]


@dataclass(frozen=True)
class Name:
    """A name in any language. `pinyin` has the reading where an editor gave one; else the usual one is taken."""

    text: str
    role: NameRole
    pinyin: str | None = None


@dataclass(frozen=True)
class SearchEntry:
    """A page as the search knows it; title, summary and text are plain text in the language of the index.

    `url` is relative to the root of the language: `figures/ID/`, `sources/#source-ID`, or nothing for the home page.
    `names` has the name that is also the title, too, if its reading was given. The higher `prominence` (0 to 100), the
    earlier the entry stands among entries that fit equally well.
    """

    kind: Kind
    url: str
    title: str
    names: tuple[Name, ...] = ()
    summary: str = ""
    text: str = ""
    prominence: int = 0
