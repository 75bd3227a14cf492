"""Records as plain JSON data and back, much faster than by validation, which they have passed already.

`restore(kind, condense(record)) == record`. A restored stub, of which some fields were left out, has no such fields:
reading one is an AttributeError, never a silent default.
"""

from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from generator.records.dates import HistoricalDate
from generator.records.model import Record

Model = TypeVar("Model", bound=Record)
Encoder = Callable[[Any], Any] | None
"""Makes JSON data of a value or a value of JSON data; None where both are the same."""

_PLAIN = (str, int, float, bool)
_REQUIRED = object()

_parse_date = lru_cache(maxsize=20_000)(HistoricalDate.parse)


class _Plan(NamedTuple):
    """How the fields of one class are written and read."""

    defaults: dict[str, Any]
    """The value of each field that may be missing, as a record without it has it."""
    encoders: tuple[tuple[str, Encoder, Any], ...]
    """Each field with the value that need not be written; `_REQUIRED` for one that always is."""
    decoders: Mapping[str, Encoder]


@cache
def _plan(kind: type[Record]) -> _Plan:
    defaults = {
        name: field.get_default(call_default_factory=True)
        for name, field in kind.model_fields.items()
        if not field.is_required()
    }
    codecs = {name: _codec(field.annotation) for name, field in kind.model_fields.items()}
    return _Plan(
        defaults,
        tuple((name, encode, defaults.get(name, _REQUIRED)) for name, (encode, _) in codecs.items()),
        {name: decode for name, (_, decode) in codecs.items()},
    )


def _codec(annotation: Any) -> tuple[Encoder, Encoder]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _codec(arguments[0])
    if origin in (Union, UnionType):
        (some,) = [each for each in arguments if each is not NoneType]
        return _optional(*_codec(some))
    if origin is tuple and arguments[-1] is Ellipsis:
        return _sequence(*_codec(arguments[0]))
    if origin is tuple and all(each in _PLAIN for each in arguments):
        return list, tuple
    if isinstance(annotation, type):
        if issubclass(annotation, Record):
            return condense, _restorer(annotation)
        if annotation is HistoricalDate:
            return str, _parse_date
        if issubclass(annotation, Enum):
            members = {member.value: member for member in annotation}
            return (lambda member: member.value), members.__getitem__
        if annotation in _PLAIN:
            return None, None
    raise TypeError(f"no condensed form for {annotation!r}")


def _optional(encode: Encoder, decode: Encoder) -> tuple[Encoder, Encoder]:
    def apply(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
        return lambda value: None if value is None else function(value)

    return (apply(encode) if encode else None), (apply(decode) if decode else None)


def _sequence(encode: Encoder, decode: Encoder) -> tuple[Encoder, Encoder]:
    return (
        (lambda values: [encode(each) for each in values]) if encode else list,
        (lambda data: tuple([decode(each) for each in data])) if decode else tuple,
    )


def condense(record: Record, only: Collection[str] | None = None) -> dict[str, Any]:
    """The fields of a record that differ from their defaults, as JSON data; of `only` these fields, if given."""
    values, data = record.__dict__, {}
    for name, encode, default in _plan(type(record)).encoders:
        value = values[name]
        # Most values that need not be written are the default itself, and to compare records takes long.
        if value is default or (default is not None and value == default):
            continue
        if only is None or name in only:
            data[name] = value if encode is None else encode(value)
    return data


def restore(kind: type[Model], data: Mapping[str, Any], only: Collection[str] | None = None) -> Model:
    """The record that was condensed; with `only`, a stub that has no other fields."""
    defaults, _, decoders = _plan(kind)
    values = defaults.copy() if only is None else {key: defaults[key] for key in only if key in defaults}
    return _record(kind, values, decoders, data)


def _restorer(kind: type[Model]) -> Callable[[Mapping[str, Any]], Model]:
    """What restores records of one kind inside others, of which there are a hundred in a figure."""
    plan: _Plan | None = None

    def restored(data: Mapping[str, Any]) -> Model:
        nonlocal plan
        if plan is None:
            plan = _plan(kind)
        return _record(kind, plan.defaults.copy(), plan.decoders, data)

    return restored


def _record(
    kind: type[Model], values: dict[str, Any], decoders: Mapping[str, Encoder], data: Mapping[str, Any]
) -> Model:
    """A record with these values, and those of JSON data."""
    for name, value in data.items():
        decode = decoders[name]
        values[name] = value if decode is None else decode(value)
    record = kind.__new__(kind)
    # What pydantic's model_construct does, without its care for aliases and defaults, which is most of its time.
    set_attribute = object.__setattr__
    set_attribute(record, "__dict__", values)
    set_attribute(record, "__pydantic_fields_set__", _NONE_SET)
    set_attribute(record, "__pydantic_extra__", None)
    set_attribute(record, "__pydantic_private__", None)
    return record


_NONE_SET: set[str] = set()
