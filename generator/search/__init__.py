"""The search index: JavaScript files of each language, which the browser loads when a reader begins to search.

A small collection has two (`build_index`); of a large one the browser loads the parts that a query needs (`parts.py`).
"""

from generator.search.entry import Kind, Name, NameRole, SearchEntry
from generator.search.index import WORDS, SearchIndex, build_index
from generator.search.parts import PARTS_WORDS, SMALL_ENTRIES, named_parts, names_script, text_script
from generator.search.text_filter import GROUPS, TextFilter
from generator.search.text_parts import TextPart, text_parts

__all__ = [
    "GROUPS",
    "PARTS_WORDS",
    "SMALL_ENTRIES",
    "WORDS",
    "Kind",
    "Name",
    "NameRole",
    "SearchEntry",
    "SearchIndex",
    "TextFilter",
    "TextPart",
    "build_index",
    "named_parts",
    "names_script",
    "text_parts",
    "text_script",
]
