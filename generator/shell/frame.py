"""What differs from page to page in the theme's frame. `theme/main.html` prints each of these values as it is."""

from dataclasses import asdict, dataclass, fields

from markupsafe import Markup, escape


@dataclass(frozen=True)
class Frame:
    """The values of one page. Those whose name ends in `_html` are finished markup, the others plain text."""

    title: str
    description: str
    head_html: Markup = Markup()
    language_links_html: Markup = Markup()
    breadcrumbs_html: Markup = Markup()
    body_html: Markup = Markup()
    toc_html: Markup = Markup()
    scripts_html: Markup = Markup()
    styles_html: Markup = Markup()
    source_note_html: Markup = Markup()

    def as_variables(self) -> dict[str, str]:
        """The values as the theme's template takes them: it escapes the plain ones itself."""
        return asdict(self)

    def as_markup(self) -> dict[str, str]:
        """The values as they stand in a rendered page, for stamping."""
        return {
            name: value if isinstance(value, Markup) else str(escape(value)) for name, value in vars(self).items()
        }

    @classmethod
    def blanks(cls) -> "Frame":
        """The frame of a prototype page: in place of each value a mark that no escaping touches."""
        return cls(**{each.name: Markup(blank(each.name)) for each in fields(cls)})


def blank(name: str) -> str:
    """The mark that stands for a value in a prototype page."""
    return f"QingguoBlank{name.replace('_', '')}Here"


BLANKS: dict[str, str] = {blank(each.name): each.name for each in fields(Frame)}
"""The marks of all blanks, with the value that each stands for."""
