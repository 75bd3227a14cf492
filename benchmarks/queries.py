"""What readers type to find a person, and whom they mean: queries of seven kinds for a sample of the figures."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.people import reading, slug, toneless, traditional

KINDS = ("full", "given", "courtesy", "traditional", "pinyin", "initials", "middle")
"""Full name, given name, courtesy name, traditional form, pinyin, initials, words from the middle of the biography."""

_NEARER = {"given": ("full",), "courtesy": ("full", "given")}
"""Who asks for a given name or a courtesy name means first whoever is called so in full; a given name, which is a part
of the name that a page has for its title, is nearer than a courtesy name."""


@dataclass(frozen=True)
class Figure:
    """The parts of a figure that readers search for."""

    record_id: str
    name: str
    given: str
    pinyin: str
    courtesy: str | None
    prominence: int
    biography: str

    @property
    def spelling(self) -> str:
        """The name in letters, without tones and spaces."""
        return slug(self.pinyin).replace("-", "")

    @property
    def initials(self) -> str:
        """The first letters of the syllables, one for each character."""
        return "".join(toneless(reading(character))[0] for character in self.name)


@dataclass(frozen=True)
class Query:
    """One query. `wanted` are the figures that may come first: the only one that fits, or else the most prominent of
    those who fit best."""

    kind: str
    text: str
    wanted: frozenset[str]
    unique: bool


def read_figures(collection: Path) -> list[Figure]:
    """The figures of a collection, in the order of their files."""
    return [_figure(path) for path in sorted((collection / "figures").rglob("*.yml"), key=lambda path: path.stem)]


def _figure(path: Path) -> Figure:
    record: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    names = record["names"]
    courtesy = [other["zh"] for other in names.get("others", ()) if other["kind"] == "courtesy"]
    return Figure(
        path.stem,
        names["zh"],
        names["zh"][names.get("surname_length", 1) :],
        names["pinyin"],
        courtesy[0] if courtesy else None,
        record.get("prominence", 0),
        record["biography"]["text"]["zh"],
    )


def middle_words(biography: str) -> str | None:
    """A clause of five characters or more from the middle of a text, without digits; None where there is none."""
    clauses = re.findall("[\u4e00-\u9fff]{5,}", biography)
    return clauses[len(clauses) // 2][:8] if clauses else None


def queries(figures: Sequence[Figure], sample: int, seed: int = 1) -> Iterator[Query]:
    """The queries for a seeded sample. Among those who bear a name alike the most prominent ought to come first."""
    makers: dict[str, Callable[[Figure], str | None]] = {
        "full": lambda figure: figure.name,
        "given": lambda figure: figure.given,
        "courtesy": lambda figure: figure.courtesy,
        "traditional": lambda figure: traditional(figure.name),
        "pinyin": lambda figure: figure.spelling,
        "initials": lambda figure: figure.initials,
        "middle": lambda figure: middle_words(figure.biography),
    }
    bearers: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for kind in ("full", "given", "courtesy", "pinyin", "initials"):
        for figure in figures:
            bearers[kind, makers[kind](figure) or ""].append(figure)
    everything = "\n".join(figure.biography for figure in figures)
    chosen = random.Random(f"{seed}/queries").sample(range(len(figures)), min(sample, len(figures)))
    for figure in (figures[place] for place in sorted(chosen)):
        for kind in KINDS:
            text = makers[kind](figure)
            if not text or (kind == "traditional" and text == figure.name):
                continue
            if kind == "middle":
                if everything.count(text) == 1:
                    yield Query(kind, text, frozenset({figure.record_id}), True)
                continue
            fitting = [
                bearers[each, figure.name if kind == "traditional" else text]
                for each in (*_NEARER.get(kind, ()), "full" if kind == "traditional" else kind)
            ]
            equals = next(filter(None, fitting))
            most = max(each.prominence for each in equals)
            wanted = frozenset(each.record_id for each in equals if each.prominence == most)
            yield Query(kind, text, wanted, sum(map(len, fitting)) == 1)
