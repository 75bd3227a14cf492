"""Parts of a site that are made of all chunks together: made only if anything has changed that they are made of."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.editions.production.cache import fingerprint
from generator.editions.production.engine import Pool
from generator.editions.production.gathering import Request, Unit, Writer
from generator.editions.production.order import Means
from generator.editions.production.parts import Part, StoredParts
from generator.release.page_links import PageLinks

_HASHED = re.compile(r"\.[0-9a-f]{12}\.")


def file_key(path: str, key: str) -> str:
    """The key of a file that was made of what `key` stands for; none for a file whose name tells its content."""
    return "" if _HASHED.search(path) else key


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

    def made(self, requests: Iterable[Request]) -> list[Unit]:
        """Units in the order of their requests.

        Where there are several processes, each of them makes one after the other and lets go of it.
        """
        units: dict[str, Unit | None] = {}
        missing: dict[str, list[tuple[str, Request]]] = {}
        for request in requests:
            key = fingerprint(request.name, self.ground, self.parts.digest(request.needs, *request.more))
            unit = units[key] = self._kept(key)
            if unit is None:
                missing.setdefault(request.together or key, []).append((key, request))
        outputs = self.means.places.outputs

        def work(wanted: Sequence[tuple[str, Request]]) -> list[Unit]:
            return [request.make(Writer(outputs)) for _, request in wanted]

        results = self._results([partial(work, wanted) for wanted in missing.values()])
        found: dict[str, Unit] = {}
        for wanted, made in zip(missing.values(), results, strict=True):
            found.update(zip((key for key, _ in wanted), made, strict=True))
        return self._finished({key: unit or found[key] for key, unit in units.items()}, found.keys())

    def _results(self, works: Sequence[Callable[[], list[Unit]]]) -> Iterator[list[Unit]]:
        pool = self.means.executor
        if len(works) > 1 and self.means.kept.takes_units_of_others and isinstance(pool, Pool):
            futures = pool.submit_here(works)
            if futures is not None:
                yield from (future.result() for future in futures)
                # This process needs the memory for what comes next.
                pool.shutdown()
                return
        yield from (work() for work in works)

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
