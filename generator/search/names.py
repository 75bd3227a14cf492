"""The names of entries: read once, by whoever makes the entry, and packed once the usual readings are known.

A row is what an index knows of an entry beside its texts; it depends on that entry only and is small enough to be kept
for every entry of a large collection. Its names are one text, parted by tabs: each is the letter of its role, the name
(none for the title itself), `|` and its syllables, variants of one character parted by `/`.

In the files the names are packed: the syllables are left out where they follow from the usual readings (`usual`, by
character), and a capital letter and a number stand for the last so many characters of the title.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.language.romanisation import HAN, readings
from generator.search.entry import Kind, Name, NameRole, SearchEntry
from generator.search.folding import fold, fold_character

_PLACES = {kind: place for place, kind in enumerate(Kind)}


class Row(NamedTuple):
    """An entry without its texts."""

    kind: Kind
    prominence: int
    url: str
    title: str
    names: str

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """Rows stand by kind, then the most prominent first."""
        return _PLACES[self.kind], -self.prominence, self.url, self.title


def row_of(entry: SearchEntry) -> Row:
    """The row of an entry."""
    title = one_line(entry.title)
    names = "\t".join(_read_names(title, entry.names))
    return Row(entry.kind, entry.prominence, entry.url, title, names)


def one_line(text: str) -> str:
    """The text without breaks; the browser folds character by character, so a letter and its accent become one."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def name_parts(row: Row) -> list[tuple[str, str, str]]:
    """The role's letter, the text (none for the title) and the syllables of each name of a row."""
    parts = []
    for part in filter(None, row.names.split("\t")):
        head, _, syllables = part.rpartition("|")
        parts.append((head[0], head[1:], syllables))
    return parts


def usual_readings(rows: Iterable[Row]) -> dict[str, str]:
    """The reading of each character that most names have; the first by the alphabet among equals."""
    counted: dict[str, Counter[str]] = {}
    for row in rows:
        for _, text, syllables in name_parts(row):
            for character, variants in zip(HAN.findall(text or row.title), syllables.split(" "), strict=False):
                if variants:
                    counted.setdefault(fold_character(character), Counter())[variants.partition("/")[0]] += 1
    return {
        character: min(counts, key=lambda syllable: (-counts[syllable], syllable))
        for character, counts in sorted(counted.items())
    }


def readings_table(usual: Mapping[str, str]) -> list[str]:
    """The usual readings as the files have them: a syllable and the characters that are read so."""
    by_syllable: dict[str, list[str]] = {}
    for character, syllable in usual.items():
        by_syllable.setdefault(syllable, []).append(character)
    return [syllable + "".join(characters) for syllable, characters in sorted(by_syllable.items())]


def packed_names(row: Row, usual: Mapping[str, str]) -> str:
    """The names of a row as the files have them."""
    title: tuple[str, list[str]] | None = None
    packed = []
    for letter, text, syllables in name_parts(row):
        characters = HAN.findall(text or row.title)
        title = title or (text or row.title, syllables.split(" "))
        if (
            text
            and HAN.match(text)
            and title[0].endswith(text)
            and title[1][-len(characters) :] == syllables.split(" ")
        ):
            packed.append(f"{letter.upper()}{len(text)}")
            continue
        expected = " ".join(usual.get(fold_character(character), "") for character in characters)
        if syllables != expected or "|" in text:
            packed.append(f"{letter}{text}|{syllables if syllables != expected else ''}")
        elif text:
            packed.append(letter + text)
    return "\t".join(packed)


def columns(rows: Sequence[Row], packed: Sequence[str]) -> dict[str, Any]:
    """The columns of rows that stand in their order, with the packed names of each."""
    counts = Counter(row.kind for row in rows)
    return {
        "kinds": [[kind.value, counts[kind]] for kind in Kind if counts[kind]],
        "titles": [row.title for row in rows],
        "urls": [row.url for row in rows],
        "prominence": [row.prominence for row in rows],
        "names": packed,
    }


def _read_names(title: str, names: Iterable[Name]) -> list[str]:
    """The title and the other names, each once: forms that fold to the same are one name for the search."""
    given = {fold(title): Name(title, NameRole.FULL)}
    for name in names:
        text = one_line(name.text)
        key = fold(text)
        known = given.get(key)
        if known is None:
            given[key] = Name(text, name.role, name.pinyin)
        elif known.pinyin is None and name.pinyin:
            given[key] = Name(known.text, known.role, name.pinyin)
    return [
        f"{name.role.letter}{name.text if place else ''}|{_syllables(name)}"
        for place, name in enumerate(given.values())
        if name.text
    ]


def _syllables(name: Name) -> str:
    """For each Han character the syllables that it may be read as, the likeliest first."""
    ways = [reading.toneless for reading in readings(name.text, name.pinyin)]
    if len(ways) == 1:
        return " ".join(ways[0])
    return " ".join("/".join(dict.fromkeys(filter(None, variants))) for variants in zip(*ways, strict=True))
