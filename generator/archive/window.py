"""A window on a collection: it lists the records that it is about, and looks up those that these are bound to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from generator.archive.collection import Collection
from generator.archive.digest import RECORD_CLASSES, AnyRecord, restore_stub
from generator.archive.references import References
from generator.records.figure import Figure

Value = TypeVar("Value")


class Listed(Mapping[str, Value]):
    """A mapping that answers for more keys than it lists. Its length and its order are those of the listed ones."""

    def __init__(self, listed: Mapping[str, Value], others: Mapping[str, Value]) -> None:
        self.listed = listed
        self.others = others

    def __getitem__(self, key: str) -> Value:
        return self.listed[key] if key in self.listed else self.others[key]

    def __contains__(self, key: object) -> bool:
        return key in self.listed or key in self.others

    def __iter__(self) -> Iterator[str]:
        return iter(self.listed)

    def __len__(self) -> int:
        return len(self.listed)

    def everything(self) -> dict[str, Value]:
        """What is listed and what is only looked up, in the order of keys."""
        return dict(sorted({**self.others, **self.listed}.items()))


class Window(Collection):
    """A part of a collection, from which the pages of its listed records come out as from the whole."""

    @cached_property
    def references(self) -> References:
        """The cross-references of the listed records, whole; those of the others as far as they meet these."""
        return References.resolve(*(_everything(self._kinds[kind]) for kind in RECORD_CLASSES))  # type: ignore[arg-type]


def _everything(records: Mapping[str, Value]) -> Mapping[str, Value]:
    return records.everything() if isinstance(records, Listed) else records


def open_window(
    registers: Collection, own: Iterable[tuple[str, AnyRecord]], others: Iterable[tuple[str, str]], reader: str
) -> Window:
    """A window that lists `own`, which are of the kind `reader`, and looks up `others`, given as kind and stub.

    `registers` has what every page may need: sources, people, gazetteer, plan, programme.
    """
    listed: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in RECORD_CLASSES}
    stubs: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in RECORD_CLASSES}
    for kind, record in own:
        listed[kind][record.id] = record
    for kind, stub in others:
        record = restore_stub(kind, stub, reader)
        stubs[kind][record.id] = record
    return _window(
        registers,
        {kind: Listed(dict(sorted(listed[kind].items())), dict(sorted(stubs[kind].items()))) for kind in listed},
    )


def published(window: Window) -> Window:
    """The same window without drafts, and without relations to them."""
    figures = window.figures
    assert isinstance(figures, Listed)
    hidden = frozenset(key for part in (figures.listed, figures.others) for key, each in part.items() if each.draft)
    return _window(window, {kind: _without_drafts(window._kinds[kind], hidden) for kind in RECORD_CLASSES})


def _without_drafts(records: Mapping[str, AnyRecord], hidden: frozenset[str]) -> Listed[AnyRecord]:
    assert isinstance(records, Listed)
    return Listed(
        *(
            {key: _without_hidden(record, hidden) for key, record in part.items() if not record.draft}
            for part in (records.listed, records.others)
        )
    )


def _without_hidden(record: AnyRecord, hidden: frozenset[str]) -> AnyRecord:
    if not isinstance(record, Figure) or not any(relation.person in hidden for relation in record.relations):
        return record
    return record.model_copy(
        update={"relations": tuple(each for each in record.relations if each.person not in hidden)}
    )


def _window(registers: Collection, kinds: Mapping[str, Mapping[str, AnyRecord]]) -> Window:
    return Window(
        figures=kinds["figure"],  # type: ignore[arg-type]
        sites=kinds["site"],  # type: ignore[arg-type]
        bases=kinds["base"],  # type: ignore[arg-type]
        routes=kinds["route"],  # type: ignore[arg-type]
        sources=registers.sources,
        people=registers.people,
        places=registers.places,
        plan=registers.plan,
        programme=registers.programme,
        files=registers.files,
    )
