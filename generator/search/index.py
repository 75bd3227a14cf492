"""The index of one language as two JavaScript files: the names, for the first results, and the full texts.

Both are data in the form of an assignment, since a page opened from a folder may load scripts but not fetch files:

- `window.qingguoSearch = {…}` with the columns `titles`, `urls`, `prominence` and `names` (one place an entry),
  `kinds` (`[kind, number of entries]` in the order of the entries), `fold` (pairs of characters), `readings` (a
  syllable and the characters that are usually read so) and `words` (of the interface);
- `window.qingguoSearchText = {summaries: […], texts: […]}`, in the order of the entries.

The names of an entry are one text, parted by tabs. Each is the letter of its role, the name (none for the title
itself), and, where its reading is not the one that follows from `readings`, `|` and the syllables, variants parted by
`/`. A capital letter and a number stand for the last so many characters of the title.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.language.romanisation import HAN, readings
from generator.search.entry import Kind, Name, NameRole, SearchEntry
from generator.search.folding import fold, fold_character, folding_pairs

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


Syllables = tuple[tuple[str, ...], ...]
"""For each Han character of a name the syllables that it may be read as, the likeliest first."""


@dataclass(frozen=True)
class _ReadName:
    role: NameRole
    text: str
    is_title: bool
    syllables: Syllables


def build_index(entries: Iterable[SearchEntry], words: Mapping[str, str]) -> SearchIndex:
    """The index of one language. `words` has at least the `WORDS`; KeyError names one that is missing."""
    kinds = list(Kind)
    ordered = sorted(entries, key=lambda entry: (kinds.index(entry.kind), -entry.prominence, entry.url, entry.title))
    titles = [_one_line(entry.title) for entry in ordered]
    summaries = [_one_line(entry.summary) for entry in ordered]
    texts = [_one_line(entry.text) for entry in ordered]
    names = [_read_names(entry) for entry in ordered]
    usual = _usual_readings(name for each in names for name in each)
    characters: set[str] = set().union(*titles, *summaries, *texts)
    characters.update(*(name.text for each in names for name in each))
    counts = Counter(entry.kind for entry in ordered)
    return SearchIndex(
        names=_script(
            "qingguoSearch",
            {
                "words": {key: words[key] for key in WORDS},
                "fold": "".join(f"{character}{form}" for character, form in folding_pairs(characters).items()),
                "readings": _table(usual),
                "kinds": [[kind.value, counts[kind]] for kind in kinds if counts[kind]],
                "titles": titles,
                "urls": [entry.url for entry in ordered],
                "prominence": [entry.prominence for entry in ordered],
                "names": ["\t".join(filter(None, (_packed(name, each[0], usual) for name in each))) for each in names],
            },
        ),
        text=_script("qingguoSearchText", {"summaries": summaries, "texts": texts}),
    )


def _one_line(text: str) -> str:
    # The browser folds character by character, so a letter and its accent must be one.
    return " ".join(unicodedata.normalize("NFC", text).split())


def _read_names(entry: SearchEntry) -> list[_ReadName]:
    """The title and the other names, each once: forms that fold to the same are one name for the search."""
    title = _one_line(entry.title)
    given = {fold(title): Name(title, NameRole.FULL)}
    for name in entry.names:
        key = fold(_one_line(name.text))
        known = given.get(key)
        if known is None:
            given[key] = Name(_one_line(name.text), name.role, name.pinyin)
        elif known.pinyin is None and name.pinyin:
            given[key] = Name(known.text, known.role, name.pinyin)
    return [
        _ReadName(name.role, name.text, place == 0, _syllables(name))
        for place, name in enumerate(given.values())
        if name.text
    ]


def _syllables(name: Name) -> Syllables:
    ways = [reading.toneless for reading in readings(name.text, name.pinyin)]
    return tuple(tuple(dict.fromkeys(filter(None, variants))) for variants in zip(*ways, strict=True))


def _usual_readings(names: Iterable[_ReadName]) -> dict[str, str]:
    """The reading of each character that most names of the index have; the first by the alphabet among equals."""
    counted: dict[str, Counter[str]] = {}
    for name in names:
        for character, variants in zip(HAN.findall(name.text), name.syllables, strict=True):
            if variants:
                counted.setdefault(fold_character(character), Counter())[variants[0]] += 1
    return {
        character: min(counts, key=lambda syllable: (-counts[syllable], syllable))
        for character, counts in sorted(counted.items())
    }


def _table(usual: Mapping[str, str]) -> Sequence[str]:
    by_syllable: dict[str, list[str]] = {}
    for character, syllable in usual.items():
        by_syllable.setdefault(syllable, []).append(character)
    return [syllable + "".join(characters) for syllable, characters in sorted(by_syllable.items())]


def _packed(name: _ReadName, title: _ReadName, usual: Mapping[str, str]) -> str:
    expected = tuple(
        (usual[fold_character(each)],) if fold_character(each) in usual else () for each in HAN.findall(name.text)
    )
    exception = " ".join("/".join(variants) for variants in name.syllables) if name.syllables != expected else ""
    text = "" if name.is_title else name.text
    if HAN.match(text) and title.text.endswith(text) and title.syllables[-len(name.syllables) :] == name.syllables:
        return f"{name.role.letter.upper()}{len(text)}"
    if exception or "|" in text:
        return f"{name.role.letter}{text}|{exception}"
    return name.role.letter + text if text else ""


_UNSAFE = re.compile("[<>\u2028\u2029\ud800-\udfff]")
"""What could end a script element or a line of JavaScript, and halves of characters, which no file can hold."""


def _script(name: str, value: Mapping[str, Any]) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda found: rf"\u{ord(found.group()):04x}", data)
    return f"window.{name}={safe};\n"
