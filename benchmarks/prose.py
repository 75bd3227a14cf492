"""Prose without meaning in the shape of biographies, of words as frequent as they are in real text.

A text of few words compresses far better than people's writing does, and flatters whatever indexes or copies it. Words
are drawn by the frequency that a dictionary gives them, which leaves files that gzip makes about three times smaller.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

WORDS = Path(__file__).parent / "data" / "words.tsv"

# n noun, v verb, a adjective, d adverb, i idiom, t town, y year.
_PATTERNS = (
    "{y}年，他在{t}{v}{n}，{d}{v}{a}的{n}。",
    "他{d}{v}{n}与{n}，以为{n}之{n}在于{n}，{i}。",
    "{t}的{n}{v}之后，{n}{d}{a}，他便{v}了{n}，又{v}{n}{n}。",
    "此后{x}年间{v}{n}、{n}和{n}，{d}{v}。",
    "同人{v}他{a}{a}，{n}里至今{v}着{n}。",
    "{y}年{n}{v}，他{v}{n}，转往{t}，{d}{v}{n}。",
    "他的{n}以{n}为本，{v}{n}而不{v}{n}，{i}。",
    "在{t}{x}年，所{v}{n}凡{x}种，多{v}于{n}。",
    "晚年{v}{n}，{d}{v}旧日的{n}，{v}{a}的{n}。",
    "其间与{n}{v}{n}，{v}为{n}。",
    "{n}{a}，他{d}不{v}{n}；{n}{v}，他却{v}{n}以{v}{n}。",
    "所{v}的{n}，{v}{n}{x}余件，{y}年{v}{t}。",
)
_EVENTS = (
    "{v}{t}{n}，{v}{n}",
    "在{t}{v}{n}与{n}",
    "{v}{a}的{n}，{d}{v}{n}",
    "{n}{v}，转往{t}",
    "与同人{v}{n}，{v}{n}{n}",
    "{v}{n}，{i}",
    "所{v}{n}{v}于{t}",
)
_BLANK = re.compile(r"\{(\w)\}")
_NUMBERS = "三四五六七八九十"


@dataclass(frozen=True)
class Vocabulary:
    """Words of each part of speech, with the running sums of their frequencies."""

    words: Mapping[str, Sequence[str]]
    sums: Mapping[str, Sequence[int]]

    def draw(self, chance: random.Random, part: str) -> str:
        """A word of a part of speech, by frequency."""
        return chance.choices(self.words[part], cum_weights=self.sums[part])[0]


@cache
def vocabulary() -> Vocabulary:
    """The words of `data/words.tsv`."""
    found: dict[str, dict[str, int]] = {}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, part, frequency = line.split("\t")
            # The root keeps the order of frequency and lets rare words appear, of which a small dictionary has too few.
            found.setdefault(part, {})[word] = round(int(frequency) ** 0.7)
    return Vocabulary(
        {part: tuple(words) for part, words in found.items()},
        {part: tuple(accumulate(words.values())) for part, words in found.items()},
    )


def _filled(pattern: str, chance: random.Random, towns: Sequence[str], years: tuple[int, int]) -> str:
    def word(blank: re.Match[str]) -> str:
        part = blank[1]
        if part == "t":
            return chance.choice(towns)
        if part == "y":
            return str(chance.randint(*years))
        if part == "x":
            return chance.choice(_NUMBERS)
        return vocabulary().draw(chance, part)

    return _BLANK.sub(word, pattern)


def sentence(chance: random.Random, towns: Sequence[str], years: tuple[int, int]) -> str:
    """One sentence with its full stop; `towns` and `years` (first and last) are those that it may name."""
    return _filled(chance.choice(_PATTERNS), chance, towns, years)


def event(chance: random.Random, towns: Sequence[str]) -> str:
    """What happened on one day of a life, without a full stop."""
    return _filled(chance.choice(_EVENTS), chance, towns, (0, 0))


def phrase(chance: random.Random, parts: str) -> str:
    """Words of the parts of speech that the letters name, in one: `an` is an adjective and a noun."""
    return "".join(vocabulary().draw(chance, part) for part in parts)
