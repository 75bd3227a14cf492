"""The programme behind the collection, as one published article tells it."""

from generator.views.context import ViewContext
from generator.views.page import Block
from generator.views.rows import PageParts


def programme_block(context: ViewContext, page_path: str) -> Block:
    """Ten, hundred, thousand; the pool with its numbers; the measures; the negative list without its items."""
    programme = context.collection.programme
    if programme is None:
        return Block(context.render("programme.html", programme=None))
    parts = PageParts.of_block(context, page_path)
    html = context.render(
        "programme.html",
        programme=programme,
        # The template asks for marks in the order of the page, which is that of their numbers.
        note_of=parts.notes.mark,
    )
    return Block(html)
