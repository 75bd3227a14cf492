"""The search index: two JavaScript files a language, which the browser loads when a reader begins to search."""

from generator.search.entry import Kind, Name, NameRole, SearchEntry
from generator.search.index import WORDS, SearchIndex, build_index

__all__ = ["WORDS", "Kind", "Name", "NameRole", "SearchEntry", "SearchIndex", "build_index"]
