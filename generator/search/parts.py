"""The index of a large collection: texts in parts, a filter that tells which of them a query needs, names in parts too
where they are too many for one file.

The two files of a small collection (`index.py`) tell of the parts, by their addresses from the folder of these files:

- `window.qingguoSearch` has `parts`, empty or with `heads` (an address and the beginnings that it serves, parted by
  blanks) and `leaves` (an address and the first beginning in it) instead of the columns. Columns, there or in the
  files of names, also have `places`: the number of the text part of each entry;
- `window.qingguoSearchText = {parts: […], filter: […]}` has the addresses of the parts, and for each file of the filter
  its address and the lowest term in it.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.search.index import WORDS, SearchIndex, folding_text
from generator.search.name_parts import HEAD_ROWS, LEAF_ROWS, name_parts
from generator.search.names import Row, columns, packed_names, readings_table, usual_readings
from generator.search.script import script
from generator.search.text_filter import TextFilter
from generator.search.text_parts import TextPart

PARTS_WORDS = (*WORDS, "search_partial", "search_deeper", "search_unfinished")
"""The words of the interface that the browser needs to search in parts."""

SMALL_ENTRIES = 250
"""Up to how many entries an index is two files (`build_index`): their texts are then about as large as two parts."""

NAMES_FILE_BYTES = 540_000
"""Up to what size the names are one file, which is then smaller than 200 KB once compressed."""


_PART = re.compile(r'"([^"/]+/(?:text|filter|names)-[0-9]+(?:\.[0-9a-z]+)*\.js)"')


def named_parts(content: str) -> list[str]:
    """The addresses of the parts that one of the two files names, from the folder of this file."""
    return [json.loads(f'"{address}"') for address in _PART.findall(content)]


class IndexInParts:
    """Gathers the parts of an index in their order."""

    def __init__(self, words: Mapping[str, str], name: str, add: Callable[[str, str], str]) -> None:
        """`add` stores a file, given its name and content, and answers the path under which it lies. `name` is the
        folder of the parts: `search-zh` makes `search-zh/text-0.js`. KeyError names a word that is missing.
        """
        self._words = {key: words[key] for key in PARTS_WORDS}
        self._name = name
        self._add = add
        self._filter = TextFilter()
        self._characters: set[str] = set()
        self._rows: list[tuple[Row, int]] = []
        self._texts: list[str] = []
        self._count_of_names = 0

    def add_text(self, part: TextPart) -> None:
        """Take the next part of the texts, and store its file."""
        self._rows += [(row, len(self._texts)) for row in part.rows]
        self._texts.append(self._store(f"text-{len(self._texts)}", part.content))
        self._characters.update(part.characters)
        self._filter.add(part.terms)

    def finish(
        self,
        names_file_bytes: int = NAMES_FILE_BYTES,
        leaf_rows: int = LEAF_ROWS,
        head_rows: int = HEAD_ROWS,
    ) -> SearchIndex:
        """Store the filter and the names, and answer the two files, which the caller stores beside the folder of the
        parts. `name_parts.py` tells of the last two sizes, which are counts of entries.
        """
        self._rows.sort(key=lambda pair: pair[0].sort_key)
        rows = [row for row, _ in self._rows]
        usual = usual_readings(rows)
        packed = [packed_names(row, usual) for row in rows]
        names: dict[str, Any] = {
            "words": self._words,
            "fold": folding_text(self._characters),
            "readings": readings_table(usual),
            "parts": {},
        }
        # Whether one file is too large is often plain before it is made.
        if sum(len(row.url) + len(row.title) for row in rows) <= names_file_bytes:
            content = script("qingguoSearch", {**names, **self._columns(range(len(rows)), rows, packed)})
        else:
            content = ""
        if not content or len(content.encode()) > names_file_bytes:
            made = name_parts(rows, leaf_rows, head_rows)
            names["parts"] = {
                "heads": [(self._names(rows, packed, places), " ".join(keys)) for keys, places in made.heads],
                "leaves": [(self._names(rows, packed, places), first) for first, places in made.leaves],
            }
            content = script("qingguoSearch", names)
        filters = [
            (self._store(f"filter-{number}", content), first)
            for number, (first, content) in enumerate(self._filter.contents())
        ]
        return SearchIndex(content, script("qingguoSearchText", {"parts": self._texts, "filter": filters}))

    def _names(self, rows: list[Row], packed: list[str], places: list[int]) -> str:
        self._count_of_names += 1
        content = script("qingguoSearchPart", self._columns(places, rows, packed))
        return self._store(f"names-{self._count_of_names}", content)

    def _columns(self, places: Sequence[int], rows: list[Row], packed: list[str]) -> dict[str, Any]:
        chosen = columns([rows[place] for place in places], [packed[place] for place in places])
        return {**chosen, "places": [self._rows[place][1] for place in places]}

    def _store(self, name: str, content: str) -> str:
        """Store a part; answers its address from the folder of the two files."""
        path = self._add(f"{self._name}/{name}.js", content)
        return f"{self._name}/{path.rpartition('/')[2]}"
