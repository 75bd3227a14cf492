"""Parts of a site that are made of all chunks together: made only if anything has changed that they are made of."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.editions.production.cache import fingerprint
from generator.editions.production.engine import Pool
from generator.editions.production.gathering import Unit, Writer
from generator.editions.production.order import Means
from generator.editions.production.parts import Part, PartKey, StoredParts
from generator.release.page_links import PageLinks

_HASHED = re.compile(r"\.[0-9a-f]{12}\.")


def file_key(path: str, key: str) -> str:
    """The key of a file that was made of what `key` stands for; none for a file whose name tells its content."""
    return "" if _HASHED.search(path) else key


class Request(NamedTuple):
    """A unit that is wanted: made of the parts that it `needs` and of `more`."""

    name: str
    needs: Sequence[PartKey]
    make: Callable[[Writer], Unit]
    more: Sequence[str] = ()


@dataclass(frozen=True)
class Units:
    """Makes units or takes them over. `ground` stands for what all of them rest on.

    `keys` takes up the key of each file, `used` the keys of what the cache must keep.
    """

    means: Means
    ground: str
    parts: StoredParts
    keys: dict[str, str]
    used: set[str]

    def made(self, name: str, needs: Sequence[PartKey], make: Callable[[Writer], Unit], *more: str) -> Unit:
        """A unit of the site, which is made of the parts that it `needs` and of `more`."""
        (unit,) = self.started([Request(name, needs, make, more)], beside=False)()
        return unit

    def started(self, requests: Iterable[Request], beside: bool = True) -> Callable[[], list[Unit]]:
        """Units in the order of their requests; where there are several processes, another one makes those that cannot
        be taken over `beside` what this one does next.
        """
        units: dict[str, Unit | None] = {}
        missing: list[tuple[str, Request]] = []
        for request in requests:
            key = fingerprint(request.name, self.ground, self.parts.digest(request.needs, *request.more))
            unit = units[key] = self._kept(key)
            if unit is None:
                missing.append((key, request))

        def work() -> list[Unit]:
            return [request.make(Writer(self.means.places.outputs)) for _, request in missing]

        def finished(made: Sequence[Unit]) -> list[Unit]:
            found = dict(zip((key for key, _ in missing), made, strict=True))
            return self._finished({key: unit or found[key] for key, unit in units.items()}, found.keys())

        executor = self.means.executor
        can_wait = missing and beside and self.means.kept.takes_units_of_others
        future = executor.submit_here(work) if can_wait and isinstance(executor, Pool) else None
        if future is None:
            all_made = finished(work())
            return lambda: all_made
        return lambda: finished(future.result())

    def _kept(self, key: str) -> Unit | None:
        unit = self.means.cache.get(key)
        if not isinstance(unit, Unit):
            return None
        if not all(self.means.kept.holds(path, file_key(path, key)) for path in unit.sizes):
            return None
        self.means.kept.take(unit.sizes)
        return unit

    def _finished(self, units: Mapping[str, Unit], new: Collection[str]) -> list[Unit]:
        for key, unit in units.items():
            if key in new and not unit.findings:
                self.means.cache.put(key, unit)
            self.keys.update((path, file_key(path, key)) for path in unit.sizes)
        self.used.update(units)
        self.means.kept.settle(self.keys)
        return list(units.values())


@dataclass(frozen=True)
class Links:
    """The links of all pages. They are unpacked when somebody asks, for they are many."""

    parts: StoredParts
    units: Sequence[Unit]

    def __iter__(self) -> Iterator[PageLinks]:
        yield from self.parts.rows((Part.LINKS, ""))
        for unit in self.units:
            yield from unit.links
