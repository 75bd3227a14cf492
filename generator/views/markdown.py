"""Markdown that people wrote in a record, as HTML that can do no harm."""

import markdown
import nh3
from markupsafe import Markup

_TAGS = frozenset({"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "h3", "h4", "a", "sup", "sub"})


def render_markdown(text: str) -> Markup:
    """HTML of Markdown: only plain elements of prose survive, and links to web addresses or within the site."""
    html = markdown.Markdown(output_format="html").convert(text)
    return Markup(  # nosec: nh3 has just cleaned it
        nh3.clean(
            html,
            tags=set(_TAGS),
            attributes={"a": {"href"}},
            url_schemes={"http", "https"},
            link_rel="noopener",
            clean_content_tags={"script", "style"},
        )
    )
