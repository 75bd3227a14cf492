"""An index in parts, put together as a production does."""

from collections.abc import Callable, Iterable, Mapping

from generator.search import GROUPS, SearchIndex, TextFilter, TextPart, names_script, text_script


def index_in_parts(
    parts: Iterable[TextPart],
    words: Mapping[str, str],
    add: Callable[[str, str], str],
    names_file_bytes: int,
    leaf_rows: int,
    head_rows: int,
) -> SearchIndex:
    """The two files of an index of which the texts are given; all others are stored."""
    texts = list(parts)
    addresses = [add(f"text-{number}.js", part.content) for number, part in enumerate(texts)]
    made = TextFilter(part.terms for part in texts)
    filters = [
        (add(f"filter-{first}.js", content), first) for group in range(GROUPS) for first, content in made.files(group)
    ]
    characters = set().union(*(part.characters for part in texts))
    names = names_script(
        [part.rows for part in texts], characters, words, add, names_file_bytes, leaf_rows, head_rows
    )
    return SearchIndex(names, text_script(addresses, filters))
