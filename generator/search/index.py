"""The index of one language as two JavaScript files: the names, for the first results, and the full texts.

- `window.qingguoSearch = {…}` with the columns `titles`, `urls`, `prominence` and `names` (one place an entry),
  `kinds` (`[kind, number of entries]` in the order of the entries), `fold` (pairs of characters), `readings` (a
  syllable and the characters that are usually read so) and `words` (of the interface);
- `window.qingguoSearchText = {summaries: […], texts: […]}`, in the order of the entries.

`names.py` tells how names are packed. A large collection has an index in parts (`parts.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.search.entry import Kind, NameRole, SearchEntry
from generator.search.folding import folding_pairs
from generator.search.names import columns, one_line, packed_names, readings_table, row_of, usual_readings
from generator.search.script import script

WORDS = (
    *(
        "search_results",
        "search_count_one",
        "search_count_many",
        "search_none",
        "search_advice",
        "search_all",
        "search_more",
    ),
    *(f"search_kind_{kind.value}" for kind in Kind),
    *(f"search_role_{role.value}" for role in NameRole),
)
"""The words of the interface that the browser needs once it searches."""


@dataclass(frozen=True)
class SearchIndex:
    """The two files of an index."""

    names: str
    text: str


def build_index(entries: Iterable[SearchEntry], words: Mapping[str, str]) -> SearchIndex:
    """The index of one language. `words` has at least the `WORDS`; KeyError names one that is missing."""
    ordered = sorted(((row_of(entry), entry) for entry in entries), key=lambda pair: pair[0].sort_key)
    rows = [row for row, _ in ordered]
    summaries = [one_line(entry.summary) for _, entry in ordered]
    texts = [one_line(entry.text) for _, entry in ordered]
    usual = usual_readings(rows)
    characters: set[str] = set().union(*summaries, *texts)
    characters.update(*(row.title for row in rows), *(row.names for row in rows))
    return SearchIndex(
        names=script(
            "qingguoSearch",
            {
                "words": {key: words[key] for key in WORDS},
                "fold": folding_text(characters),
                "readings": readings_table(usual),
                **columns(rows, [packed_names(row, usual) for row in rows]),
            },
        ),
        text=script("qingguoSearchText", {"summaries": summaries, "texts": texts}),
    )


def folding_text(characters: Iterable[str]) -> str:
    """The pairs of characters by which the browser folds, one after the other."""
    return "".join(f"{character}{form}" for character, form in folding_pairs(characters).items())
