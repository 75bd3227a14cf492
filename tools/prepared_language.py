"""Makes small tables of the dictionaries of pypinyin and OpenCC, at set-up (see `generator/language/tables.py`)."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from opencc import OpenCC
from pypinyin import phrases_dict, pinyin_dict

from generator.language.tables import FIRST_NUMBER

_HAN_BLOCKS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
"""The first and last code point of the blocks in which Unicode has Han characters."""

SOURCES = {"readings.txt": "pypinyin", "phrases.txt": "pypinyin", "simplified.txt": "OpenCC"}
"""The package of which each table is made."""

_LICENCES = {"pypinyin": "MIT", "OpenCC": "Apache-2.0"}


def prepare_language(folder: Path) -> None:
    """Make the tables in the new `folder`."""
    folder.mkdir(parents=True)
    for name, text in (
        ("readings.txt", _readings()),
        ("phrases.txt", _phrases()),
        ("simplified.txt", _simplified()),
    ):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def manifest_lines(folder: Path) -> list[dict[str, str | int]]:
    """What the manifest of vendored files says of the tables in `folder`."""
    return [
        {
            "file": f"{folder.name}/{name}",
            "package": package,
            "version": version(package),
            "licence": _LICENCES[package],
            "bytes": (folder / name).stat().st_size,
            "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest(),
        }
        for name, package in SOURCES.items()
    ]


def _readings() -> str:
    """Lines: all characters, the number of each one's readings as a character, the readings by their number."""
    readings = {chr(code): listed for code, listed in pinyin_dict.pinyin_dict.items()}
    different = sorted(set(readings.values()))
    numbers = {listed: chr(FIRST_NUMBER + number) for number, listed in enumerate(different)}
    characters = sorted(readings)
    return "".join(
        f"{line}\n"
        for line in ("".join(characters), "".join(numbers[readings[each]] for each in characters), *different)
    )


def _phrases() -> str:
    """Lines `重庆 chóng qìng`, with an empty line wherever the first character changes; shorter phrases come first."""
    phrases = sorted(phrases_dict.phrases_dict, key=lambda phrase: (phrase[0], len(phrase), phrase))
    return "\n".join(
        "".join(f"{phrase} {_syllables(phrases_dict.phrases_dict[phrase])}\n" for phrase in block)
        for _, block in groupby(phrases, key=lambda phrase: phrase[0])
    )


def _syllables(readings: Iterable[list[str]]) -> str:
    return " ".join(usual for usual, *_ in readings)


def _simplified() -> str:
    """Two lines: the characters that have a simplified form of their own, and these forms."""
    characters = [chr(code) for first, last in _HAN_BLOCKS for code in range(first, last + 1)]
    forms = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = [
        (character, form)
        for character, form in zip(characters, forms, strict=True)
        if form != character and len(form) == 1
    ]
    return "".join(f"{''.join(line)}\n" for line in zip(*pairs, strict=True))
