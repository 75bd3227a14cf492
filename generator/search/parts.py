"""The index of a large collection: texts in parts, a filter that tells which of them a query needs, names in parts too
where they are too many for one file.

The two files of a small collection (`index.py`), here made by `names_script` and `text_script`, tell of the parts, by
their addresses from the folder of these files:

- `window.qingguoSearch` has `parts`, empty or with `heads` (an address and the beginnings that it serves, parted by
  blanks) and `leaves` (an address and the first beginning in it) instead of the columns. Columns, there or in the
  files of names, also have `places`: the number of the text part of each entry;
- `window.qingguoSearchText = {parts: […], filter: […]}` has the addresses of the parts, and for each file of the filter
  its address and the lowest term in it.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.search.index import WORDS, folding_text
from generator.search.name_parts import HEAD_ROWS, LEAF_ROWS, name_parts
from generator.search.names import Row, columns, packed_names, readings_table, usual_readings
from generator.search.script import script

PARTS_WORDS = (*WORDS, "search_partial", "search_deeper", "search_unfinished")
"""The words of the interface that the browser needs to search in parts."""

SMALL_ENTRIES = 250
"""Up to how many entries an index is two files (`build_index`): their texts are then about as large as two parts."""

NAMES_FILE_BYTES = 540_000
"""Up to what size the names are one file, which is then smaller than 200 KB once compressed."""


_PART = re.compile(r'"([^"/]+/(?:text|filter|names)(?:-[0-9]+)?(?:\.[0-9a-z]+)*\.js)"')


def named_parts(content: str) -> list[str]:
    """The addresses of the parts that one of the two files names, from the folder of this file."""
    return [json.loads(f'"{address}"') for address in _PART.findall(content)]


Add = Callable[[str, str], str]
"""Stores a file, given its name and content; answers its address from the folder of the two files."""


def names_script(
    rows_of_texts: Iterable[Sequence[Row]],
    characters: Iterable[str],
    words: Mapping[str, str],
    add: Add,
    names_file_bytes: int = NAMES_FILE_BYTES,
    leaf_rows: int = LEAF_ROWS,
    head_rows: int = HEAD_ROWS,
) -> str:
    """The file of the names; those that are too many for it are stored in files of their own.

    `rows_of_texts` are the rows of each text part in their order, `characters` all that occur in any. The last two
    sizes, of which `name_parts.py` tells, are counts of entries. KeyError names a word that is missing.
    """
    numbered = [(row, number) for number, rows in enumerate(rows_of_texts) for row in rows]
    numbered.sort(key=lambda pair: pair[0].sort_key)
    rows = [row for row, _ in numbered]
    usual = usual_readings(rows)
    packed = [packed_names(row, usual) for row in rows]

    def columns_of(places: Sequence[int]) -> dict[str, Any]:
        chosen = columns([rows[place] for place in places], [packed[place] for place in places])
        return {**chosen, "places": [numbered[place][1] for place in places]}

    names: dict[str, Any] = {
        "words": {key: words[key] for key in PARTS_WORDS},
        "fold": folding_text(characters),
        "readings": readings_table(usual),
        "parts": {},
    }
    # Whether one file is too large is often plain before it is made.
    if sum(len(row.url) + len(row.title) for row in rows) <= names_file_bytes:
        content = script("qingguoSearch", {**names, **columns_of(range(len(rows)))})
        if len(content.encode()) <= names_file_bytes:
            return content
    made = name_parts(rows, leaf_rows, head_rows)
    stored = [
        add(f"names-{number}.js", script("qingguoSearchPart", columns_of(places)))
        for number, (_, places) in enumerate([*made.heads, *made.leaves], 1)
    ]
    names["parts"] = {
        "heads": [(file, " ".join(keys)) for file, (keys, _) in zip(stored, made.heads, strict=False)],
        "leaves": [(file, first) for file, (first, _) in zip(stored[len(made.heads) :], made.leaves, strict=True)],
    }
    return script("qingguoSearch", names)


def text_script(texts: Sequence[str], filters: Sequence[tuple[str, int]]) -> str:
    """The file of the texts: the address of each text part, and of each file of the filter, with its lowest term."""
    return script("qingguoSearchText", {"parts": texts, "filter": filters})
