"""Markdown that people wrote in a record, as HTML that can do no harm."""

import re
from functools import cache

import markdown
import nh3
from markupsafe import Markup

_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "h3", "h4", "a", "sup", "sub"}

# Neither Markdown nor HTML means anything by these characters, wherever they stand: everything but signs of markup,
# control characters, and white space other than single blanks within a line.
_PLAIN_WORD = r"[^\s\x00-\x1f\x7f-\x9f\xa0\\`*_{}\[\]<>&#+=~|^\ud800-\udfff]+"
# At the beginning of a paragraph, a dash or a number with a stop would make a list of it.
_PLAIN_PARAGRAPH = rf"(?!-|\d+\.){_PLAIN_WORD}(?: {_PLAIN_WORD})*"
_PLAIN = re.compile(rf"{_PLAIN_PARAGRAPH}(?:\n\n{_PLAIN_PARAGRAPH})*")


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(output_format="html")


def render_markdown(text: str) -> Markup:
    """HTML of Markdown: only plain elements of prose survive, and links to web addresses or within the site."""
    if _PLAIN.fullmatch(text):
        # Most biographies are nothing but paragraphs, of which a parser and a cleaner would make the same.
        return Markup("<p>" + text.replace("\n\n", "</p>\n<p>") + "</p>")  # nosec: no sign of markup is in it
    return cleaned_markdown(text)


def cleaned_markdown(text: str) -> Markup:
    """As `render_markdown`, with all that Markdown and HTML may hold."""
    return Markup(  # nosec: nh3 has just cleaned it
        nh3.clean(
            _converter().reset().convert(text),
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes={"http", "https"},
            link_rel="noopener",
            clean_content_tags={"script", "style"},
        )
    )
