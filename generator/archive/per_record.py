"""What is found out of a record once, however many views, tables and languages ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.records.model import Record

Asked = TypeVar("Asked", bound=Record)
Answer = TypeVar("Answer")

MOST_KEPT = 256
"""For so many records answers are kept; a chunk, for which they are asked again and again, has fewer."""


def once_per_record(function: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """The same function, which remembers its answers by the identity of the record; they must not be changed.

    Records are frozen, so the answer stays true. To compare them by value would take as long as to find it out anew.
    """
    kept: dict[int, tuple[Asked, Answer]] = {}

    @wraps(function)
    def ask(record: Asked) -> Answer:
        known = kept.get(id(record))
        # A kept record is alive, so that no other one can have its identity.
        if known is not None:
            return known[1]
        answer = function(record)
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[id(record)] = record, answer
        return answer

    return ask
