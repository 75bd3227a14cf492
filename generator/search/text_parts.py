"""The texts of a large collection, in parts: each is made of its own entries only, by whichever process has them.

A part is `window.qingguoSearchPart = {…}`: the columns of the entries as in the names of a small index, with
`readings` of its own, and `summaries` and `texts`.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.search.entry import SearchEntry
from generator.search.folding import fold_text
from generator.search.names import Row, columns, one_line, packed_names, readings_table, row_of, usual_readings
from generator.search.script import script
from generator.search.terms import text_terms

PART_BYTES = 128 * 1024
"""About how many bytes of text a part has."""


@dataclass(frozen=True)
class TextPart:
    """A part, and what the index keeps of it: the rows of its entries, the terms of its texts (unsigned integers of
    four bytes, the lowest first), and every character that it has.
    """

    content: str
    rows: tuple[Row, ...]
    terms: bytes
    characters: str


def text_parts(entries: Iterable[SearchEntry], part_bytes: int = PART_BYTES) -> Iterator[TextPart]:
    """The parts of these entries; the same entries make the same parts, in whatever order they come."""
    gathered: list[tuple[Row, SearchEntry]] = []
    size = 0
    for row, entry in sorted(((row_of(entry), entry) for entry in entries), key=lambda pair: pair[0].sort_key):
        length = len(entry.text.encode(errors="surrogatepass")) + len(entry.summary.encode(errors="surrogatepass"))
        if gathered and size + length > part_bytes:
            yield _text_part(gathered)
            gathered, size = [], 0
        gathered.append((row, entry))
        size += length
    if gathered:
        yield _text_part(gathered)


def _text_part(pairs: list[tuple[Row, SearchEntry]]) -> TextPart:
    rows = [row for row, _ in pairs]
    summaries = [one_line(entry.summary) for _, entry in pairs]
    texts = [one_line(entry.text) for _, entry in pairs]
    usual = usual_readings(rows)
    content = {
        "readings": readings_table(usual),
        **columns(rows, [packed_names(row, usual) for row in rows]),
        "summaries": summaries,
        "texts": texts,
    }
    text = "\n".join([*summaries, *texts])
    characters = set(text).union(*(row.title for row in rows), *(row.names for row in rows)) - {"\n"}
    terms = array("I", sorted(text_terms(fold_text(text))))
    return TextPart(script("qingguoSearchPart", content), tuple(rows), terms.tobytes(), "".join(sorted(characters)))
