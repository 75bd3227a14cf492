"""Names in traditional characters: those that a dictionary gets wrong, and those that are looked up beforehand."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.archive.collection import Collection
from generator.archive.digest import Digest
from generator.language.traditional import TraditionalConverter


class TraditionalNames(NamedTuple):
    """Simplified names, each with its traditional form."""

    given: dict[str, str]
    """Those of which records give another form than a dictionary makes."""
    converted: dict[str, str]
    """Those that a dictionary has converted already."""


def given_names(digests: Iterable[Digest], registers: Collection) -> list[tuple[str, str]]:
    """The names of which the traditional form is given."""
    given = [form for digest in digests if not digest.is_draft for form in digest.given_names]
    given += [
        (person.names.zh, person.names.zh_hant)
        for person in registers.people.values()
        if person.names.zh and person.names.zh_hant
    ]
    return given


def names_of_places(digests: Iterable[Digest]) -> tuple[str, ...]:
    """The names of sites and bases of which no traditional form is given."""
    names = (json.loads(digest.card)["names"] for digest in digests if digest.kind in ("site", "base"))
    return tuple(sorted({each["zh"] for each in names if "zh_hant" not in each}))


def traditional_names(
    given: Iterable[tuple[str, str]], protected: Mapping[str, str], places: Iterable[str]
) -> TraditionalNames:
    """The `given` names that a dictionary converts wrongly, and what it makes of the names of `places`.

    `protected` are words that the configuration has with their traditional form.
    """
    wrong = {simplified: form for simplified, form in given if _by_dictionary(simplified) != form}
    converter = TraditionalConverter({**protected, **wrong})
    return TraditionalNames(wrong, {name: converter.convert(name) for name in places})


@lru_cache(maxsize=200_000)
def _by_dictionary(simplified: str) -> str:
    """The traditional form that a dictionary makes. A preview asks for the same names after each edit."""
    return TraditionalConverter({}).convert(simplified)
