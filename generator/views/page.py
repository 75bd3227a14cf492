"""A page as the views hand it to the shell: what it says, not how the frame around it looks."""

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True)
class Heading:
    """An entry of the page's table of contents."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Crumb:
    """A step of the breadcrumb trail; `path` is relative to the root of the language."""

    title: str
    path: str


@dataclass(frozen=True)
class Page:
    """A page that a record becomes, in one language.

    `kind` and `record_id` name the record; `path` is relative to the root of the language and ends in `/`; `title`
    and `description` are plain text; `scripts` and `styles` are paths of assets from the root of the site.
    """

    kind: str
    record_id: str
    section: str
    path: str
    title: str
    description: str
    body: Markup
    headings: tuple[Heading, ...] = ()
    breadcrumbs: tuple[Crumb, ...] = ()
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """What a block line in a Markdown page becomes, with the assets that it needs."""

    html: Markup
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = field(default=())
