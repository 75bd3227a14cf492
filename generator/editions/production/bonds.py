"""Who is bound to whom: which other records a page needs, found from the digests of all."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from generator.archive.digest import Digest, Key
from generator.views.context import neighbours_in


class Bonds:
    """The digests of all records, and the bonds between them in both directions."""

    def __init__(self, digests: Iterable[Digest]) -> None:
        """`digests` are in the order of kinds, then of ids."""
        self.digests: dict[Key, Digest] = {digest.key: digest for digest in digests}

    def person(self, person_id: str) -> Key | None:
        """The record of a person; None for a context person, or nobody."""
        digest = self.digests.get(("figure", person_id))
        return digest.key if digest is not None else None

    def places(self, place_id: str) -> list[Key]:
        """The records of a place."""
        return [key for key in (("site", place_id), ("base", place_id)) if key in self.digests]

    def _named(self, digest: Digest) -> list[Key]:
        named = [key for person in digest.persons if (key := self.person(person)) is not None]
        for place in digest.places:
            named += self.places(place)
        return named

    @cached_property
    def _bound(self) -> Mapping[Key, list[Key]]:
        bound: dict[Key, list[Key]] = {key: [] for key in self.digests}
        for key, digest in self.digests.items():
            for other in self._named(digest):
                bound[key].append(other)
                bound[other].append(key)
        return bound

    @cached_property
    def neighbours(self) -> Mapping[Key, tuple[Key | None, Key | None]]:
        """What comes before and after each published record: figures by birth, all else by id."""
        rows: dict[str, list[Digest]] = {}
        for digest in self.digests.values():
            if not digest.is_draft:
                rows.setdefault(digest.kind, []).append(digest)
        return neighbours_in(
            {kind: [each.id for each in sorted(row, key=lambda each: each.birth)] for kind, row in rows.items()}
        )

    def update(self, digests: Iterable[Digest]) -> set[Key]:
        """Put digests in the place of those of the same records.

        Answers the records whose pages may tell something else now: these, and all that were or are bound to them.
        """
        touched: set[Key] = set()
        changed = [(digest.key, digest) for digest in digests]
        before = self.neighbours
        for key, digest in changed:
            was = self.digests[key]
            touched.update((key, *self._bound[key]))
            for other in self._named(was):
                self._bound[key].remove(other)
                self._bound[other].remove(key)
            self.digests[key] = digest
            for other in self._named(digest):
                self._bound[key].append(other)
                self._bound[other].append(key)
            touched.update(self._bound[key])
            if (was.birth, was.is_draft) != (digest.birth, digest.is_draft):
                self.__dict__.pop("neighbours", None)
        after = self.neighbours
        if after is not before:
            touched.update(key for key in (*before, *after) if before.get(key) != after.get(key))
        for key, _ in changed:
            # Whoever comes before or after a record tells its name.
            for each in (*before.get(key, ()), *after.get(key, ())):
                if each is not None:
                    touched.add(each)
        return touched

    def around(self, keys: Sequence[Key]) -> list[Key]:
        """Every other record that the pages of these need, in the order of kinds and ids."""
        own = frozenset(keys)
        wanted: set[Key] = set()
        for key in keys:
            wanted.update(self._bound[key])
            wanted.update(each for each in self.neighbours.get(key, ()) if each is not None)
        return sorted(wanted - own)

    def stubs(self, keys: Sequence[Key], others: Iterable[Key]) -> list[tuple[str, str]]:
        """Kind and stub of each of the others, as the pages of `keys`, which are of one kind, need them."""
        targets, reader = frozenset(key[1] for key in keys), keys[0][0] if keys else ""
        return [(key[0], self.digests[key].stub(targets, reader)) for key in others]
