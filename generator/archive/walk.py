"""Every record inside a record. Large collections hold a million parts, so what a class can hold is found once."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.records.finding import FieldPath
from generator.records.model import Record


def records_in(record: Record) -> Iterator[tuple[FieldPath, Record]]:
    """The record itself and every record inside it, in the order of fields, each with the way to it."""
    stack: list[tuple[FieldPath, Record]] = [((), record)]
    while stack:
        path, part = stack.pop()
        yield path, part
        for key, name in _nested_fields(type(part)):
            value = getattr(part, name)
            if value.__class__ is tuple:
                if value:
                    stack += [((*path, key, index), value[index]) for index in range(len(value) - 1, -1, -1)]
            elif value is not None:
                stack.append(((*path, key), value))


@cache
def _nested_fields(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that hold records, last first: the key in the file, and the attribute."""
    return tuple(
        (field.alias or name, name)
        for name, field in reversed(list(kind.model_fields.items()))
        if _holds_records(field.annotation)
    )


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(_holds_records(argument) for argument in get_args(annotation))
