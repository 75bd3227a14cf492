"""Where a value of a record stands in its file. No position is kept while loading; a file is read again when asked."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.archive.collection import Collection
from generator.archive.files import MAXIMUM_REGISTER_BYTES, ReadsText, UnreadableFile
from generator.archive.load import SINGLE_FILES
from generator.archive.validation import nearest_position
from generator.archive.yaml_reader import ParsedYaml, UnreadableYaml, parse_yaml
from generator.records.finding import FieldPath

REGISTERS: dict[str, str] = {"source": "sources", "person": "people", "place": "places"}
"""The kinds of records that stand in one file together, and the key under which they stand there."""

_KEPT_FILES = 8
"""How many parsed files are kept: one record is asked about many times in a row, and registers in between."""


class Place(NamedTuple):
    """A place in a file. Line and column count from 1; they are 0 if the file cannot be read any more."""

    file: str
    line: int
    column: int


class Locator:
    """Answers where a field stands, for findings. It reads only the files that it is asked about."""

    def __init__(self, folder: ReadsText, collection: Collection) -> None:
        self._folder = folder
        self._collection = collection
        self._parsed = lru_cache(maxsize=_KEPT_FILES)(self._parse)

    def position(self, kind: str, record_id: str, path: FieldPath) -> Place:
        """The place of a field, or of the nearest thing around it that is written in the file.

        `kind` is one of `figure`, `site`, `base`, `route`, of the registers `source`, `person`, `place` (whose `path`
        begins below the entry), or of the single files `plan` and `programme` (whose `record_id` does not matter).
        """
        if kind in REGISTERS:
            file = SINGLE_FILES[REGISTERS[kind]]
        elif kind in SINGLE_FILES:
            file = SINGLE_FILES[kind]
        else:
            file = self._collection.file_of(kind, record_id)
        parsed = self._parsed(file)
        if parsed is None:
            return Place(file, 0, 0)
        if kind in REGISTERS:
            path = (*_entry_path(parsed, REGISTERS[kind], record_id), *path)
        position = nearest_position(parsed.positions, path)
        return Place(file, position.line, position.column)

    def _parse(self, file: str) -> ParsedYaml | None:
        try:
            return parse_yaml(self._folder.read_text(file, MAXIMUM_REGISTER_BYTES))
        except (UnreadableFile, UnreadableYaml):
            # An editor may be saving the file at this moment.
            return None


def _entry_path(parsed: ParsedYaml, key: str, record_id: str) -> FieldPath:
    """The way to the entry of a register that has this id; the way to the list if none has it any more."""
    entries: object = parsed.data.get(key) if isinstance(parsed.data, dict) else None
    if isinstance(entries, Sequence):
        for index, entry in enumerate(entries):
            if isinstance(entry, dict) and entry.get("id") == record_id:
                return (key, index)
    return (key,)
