"""Parts of a site that are made of all chunks together: made only if anything has changed that they are made of."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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
        return self.started(name, needs, make, *more, beside=False)()

    def started(
        self, name: str, needs: Sequence[PartKey], make: Callable[[Writer], Unit], *more: str, beside: bool = True
    ) -> Callable[[], Unit]:
        """As `made`; where there are several processes, another one makes it `beside` what this one does next."""
        key = fingerprint(name, self.ground, self.parts.digest(needs, *more))
        unit = self.means.cache.get(key)
        if isinstance(unit, Unit) and all(self.means.kept.holds(path, file_key(path, key)) for path in unit.sizes):
            kept = unit
            self.means.kept.take(kept.sizes)
            return lambda: self._finished(key, kept)

        def work() -> Unit:
            return make(Writer(self.means.places.outputs))

        executor = self.means.executor
        can_wait = beside and self.means.kept.takes_units_of_others
        future = executor.submit_here(work) if can_wait and isinstance(executor, Pool) else None
        if future is None:
            made = self._finished(key, work(), is_new=True)
            return lambda: made
        return lambda: self._finished(key, future.result(), is_new=True)

    def _finished(self, key: str, unit: Unit, is_new: bool = False) -> Unit:
        if is_new and not unit.findings:
            self.means.cache.put(key, unit)
        self.keys.update((path, file_key(path, key)) for path in unit.sizes)
        self.used.add(key)
        self.means.kept.settle(self.keys)
        return unit


@dataclass(frozen=True)
class Links:
    """The links of all pages. They are unpacked when somebody asks, for they are many."""

    parts: StoredParts
    units: Sequence[Unit]

    def __iter__(self) -> Iterator[PageLinks]:
        yield from self.parts.rows((Part.LINKS, ""))
        for unit in self.units:
            yield from unit.links
