"""What stands for all that the pages of a chunk tell: as long as it is the same, the chunk is not rendered again."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.archive.collection import Collection
from generator.archive.digest import Key
from generator.editions.production.bonds import Bonds
from generator.editions.production.cache import fingerprint


@dataclass(frozen=True)
class ChunkKeys:
    """Makes the keys of chunks. `ground` stands for what all pages rest on."""

    ground: str
    registers: Collection
    bonds: Bonds
    known: dict[str, str]
    """What stands for the entries of registers that were asked for before, alone or together."""

    def key(self, records: Sequence[Key], contents: Sequence[str]) -> str:
        """The key of a chunk of these records, all of one kind; `contents` stand for those of their files."""
        digests, reader = self.bonds.digests, records[0][0] if records else ""
        rows = [self._mentioned(digests[record].mentions) for record in records]
        for record in self.bonds.around(records):
            other = digests[record]
            rows.append(f"{record}{other.told(reader)}{self._mentioned(other.mentions)}")
        return fingerprint(
            "chunk",
            self.ground,
            *contents,
            repr([self.bonds.neighbours.get(record) for record in records]),
            "\n".join(rows),
        )

    def _mentioned(self, mentions: str) -> str:
        """What stands for entries of registers, as a digest names them."""
        known = self.known
        found = known.get(mentions)
        if found is None:
            entries = []
            for each in mentions.split():
                if each not in known:
                    register, _, entry_id = each.partition("/")
                    entry = getattr(self.registers, register).get(entry_id)
                    known[each] = fingerprint(each, entry.model_dump_json() if entry is not None else "")
                entries.append(known[each])
            found = known[mentions] = entries[0] if len(entries) == 1 else fingerprint(*entries)
        return found
