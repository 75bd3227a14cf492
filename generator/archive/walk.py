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


def records_with(record: Record, field: str) -> Iterator[tuple[FieldPath, Record]]:
    """Of `records_in`, those whose class has a field; whole branches that hold none are passed by."""
    stack: list[tuple[FieldPath, Record]] = [((), record)]
    while stack:
        path, part = stack.pop()
        has_field, nested = _ways_to(type(part), field)
        if has_field:
            yield path, part
        for key, name in nested:
            value = getattr(part, name)
            if value.__class__ is tuple:
                if value:
                    stack += [((*path, key, index), value[index]) for index in range(len(value) - 1, -1, -1)]
            elif value is not None:
                stack.append(((*path, key), value))


@cache
def _ways_to(kind: type[Record], field: str) -> tuple[bool, tuple[tuple[str, str], ...]]:
    """Whether a class has a field, and those of its nested fields, last first, below which others may have it."""
    nested = tuple(
        (key, name)
        for key, name in _nested_fields(kind)
        if any(_may_lead_to(each, field, frozenset()) for each in _record_classes(kind.model_fields[name].annotation))
    )
    return field in kind.model_fields, nested


def _may_lead_to(kind: type[Record], field: str, seen: frozenset[type[Record]]) -> bool:
    if field in kind.model_fields:
        return True
    return any(
        _may_lead_to(each, field, seen | {kind})
        for _, name in _nested_fields(kind)
        for each in _record_classes(kind.model_fields[name].annotation)
        if each not in seen
    )


def _record_classes(annotation: Any) -> list[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [found for argument in get_args(annotation) for found in _record_classes(argument)]


@cache
def _nested_fields(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that hold records, last first: the key in the file, and the attribute."""
    return tuple(
        (field.alias or name, name)
        for name, field in reversed(list(kind.model_fields.items()))
        if _record_classes(field.annotation)
    )
