"""What all profiles of one collection share: fictional towns, sources, and people without a page."""

import random
from collections.abc import Mapping, Sequence

from benchmarks.people import names, romanised, slug
from benchmarks.prose import phrase
from benchmarks.yaml_text import Value

# The towns lie in the open sea, where no reader can take them for places that exist.
SOUTH, WEST, NORTH, EAST = 28.0, 124.0, 30.0, 126.0
"""The bounds of the fictional country, in degrees of WGS-84."""
CITY = (28.9, 124.9, 29.1, 125.1)
"""The bounds of the city in the same order, within which its sites lie."""
CITY_NAME = "青川"
SOURCES = 200
_TOWN_FIRST = "云青白清石梅兰松竹溪沙平永安福吉桃柳莲金"
_TOWN_LAST = ("川", "溪", "浦", "桥", "塘", "墅", "港", "湾", "埠", "陵")
_PUBLISHERS = ("文史馆", "县志馆", "日报", "书局", "图书馆", "学报", "档案馆", "旧闻社")


class Setting:
    """The setting of a collection, the same for the same seed and whatever number of figures."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(f"{seed}/setting")
        pairs = [first + last for first in _TOWN_FIRST for last in _TOWN_LAST]
        self.towns = (CITY_NAME, *(town for town in chance.sample(pairs, 59) if town != CITY_NAME))
        self.town_ids = {town: f"{slug(romanised(town))}-{number}" for number, town in enumerate(self.towns)}
        self.source_ids = tuple(f"f{number:03}" for number in range(1, SOURCES + 1))
        self._seed = seed

    def sources(self) -> Mapping[str, Value]:
        """The register of sources."""
        chance = random.Random(f"{self._seed}/sources")
        entries: list[Value] = []
        for number, source_id in enumerate(self.source_ids, 1):
            surname, given = names(chance)
            tier = chance.choices("ABC", weights=(3, 5, 2))[0]
            entry: dict[str, Value] = {
                "id": source_id,
                "tier": tier,
                "title": f"{surname}{given}与{phrase(chance, 'an')}（虚构之{number}）",
                "publisher": f"{chance.choice(self.towns)}{chance.choice(_PUBLISHERS)}（虚构）",
                "date": str(chance.randint(1950, 2020)),
                "read": chance.choice(("full", "partial", "excerpt")),
            }
            if tier == "A":
                entry["url"] = f"https://example.org/{source_id}"
            entries.append(entry)
        return {"sources": entries}

    def places(self) -> Mapping[str, Value]:
        """The gazetteer."""
        chance = random.Random(f"{self._seed}/places")
        south, west, north, east = SOUTH, WEST, NORTH, EAST
        entries: list[Value] = []
        for town, town_id in self.town_ids.items():
            middle = town == CITY_NAME
            entries.append(
                {
                    "id": town_id,
                    "names": {"zh": town, "en": romanised(town)},
                    "coordinates": {
                        "lat": 29.0 if middle else round(chance.uniform(south, north), 4),
                        "lng": 125.0 if middle else round(chance.uniform(west, east), 4),
                        "system": "WGS-84",
                        "precision_m": 3000,
                        "sources": [self.source_ids[0]],
                        "verified": True,
                    },
                }
            )
        return {"places": entries}

    def context_people(self) -> Mapping[str, Value]:
        """People whom records mention and who have no page."""
        chance = random.Random(f"{self._seed}/context")
        entries: list[Value] = []
        for number in range(10):
            surname, given = names(chance)
            english = f"{romanised(surname)} {romanised(given)}"
            entries.append({"id": f"context-{number}", "names": {"zh": surname + given, "en": english}})
        return {"people": entries}


def cited(chance: random.Random, source_ids: Sequence[str], at_most: int = 3) -> list[str]:
    """The sources of one fact, of which a few are cited far more often than others."""
    wanted = chance.randint(1, at_most)
    return sorted({source_ids[int(len(source_ids) * chance.random() ** 2)] for _ in range(wanted)})
