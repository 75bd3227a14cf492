"""The search index: JavaScript files of each language, which the browser loads when a reader begins to search.

A small collection has two (`build_index`); of a large one the browser loads the parts that a query needs
(`IndexInParts`).
"""

from generator.search.entry import Kind, Name, NameRole, SearchEntry
from generator.search.index import WORDS, SearchIndex, build_index
from generator.search.parts import PARTS_WORDS, SMALL_ENTRIES, IndexInParts, named_parts
from generator.search.text_parts import TextPart, text_parts

__all__ = [
    "PARTS_WORDS",
    "SMALL_ENTRIES",
    "WORDS",
    "IndexInParts",
    "Kind",
    "Name",
    "NameRole",
    "SearchEntry",
    "SearchIndex",
    "TextPart",
    "build_index",
    "named_parts",
    "text_parts",
]
