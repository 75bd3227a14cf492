"""Fictional records in the form of this project's files: figures of about 4 KB, sites, bases and routes."""

import random
from collections.abc import Sequence

from benchmarks.people import Person, romanised, toneless, traditional
from benchmarks.prose import event, phrase, sentence
from benchmarks.setting import CITY, Setting, cited
from benchmarks.yaml_text import Value, document

FIGURES_PER_SITE, FIGURES_PER_BASE, FIGURES_PER_ROUTE = 10, 50, 200
_FIELDS = ("law", "publishing", "education", "industry", "mathematics", "language", "music", "economics", "medicine")
_LINKS = ("born", "native_place", "childhood", "career", "residence")
_BONDS = {
    "same_organisation": "同在一会",
    "neighbours": "比邻而居",
    "publishing": "合编书刊",
    "same_school": "先后同校",
    "same_university": "同校任教",
    "same_office": "先后任同一职",
    "business_partner": "合伙办厂",
    "clansman": "族中兄弟",
    "shared_circle": "同在一社",
}
_STAYS = {"born_at": "生于此", "lived_at": "少年时居住", "owned": "购得此屋", "commemorated_at": "辟有陈列室"}
_OFFICES = ("教授", "校长", "编辑", "主任", "会长", "经理", "医师", "馆长", "董事", "秘书")
_SITE_KINDS = ("故居", "书院", "会馆", "祠堂", "园林", "石桥", "藏书楼", "旧址")
_THEMES = ("residence", "lane", "memorial", "organisation", "museum")
# People know those near to them in time and place; a few bonds reach anywhere.
_CIRCLE = 40
_TARGET_BYTES = (3300, 4700)

Record = dict[str, Value]


class RecordMaker:
    """Makes the records of a collection of these people, each by itself: a record depends on seed and number only."""

    def __init__(self, people: Sequence[Person], setting: Setting, seed: int) -> None:
        self.people = people
        self.setting = setting
        self._seed = seed
        self.sites = max(3, len(people) // FIGURES_PER_SITE)
        self.bases = max(1, len(people) // FIGURES_PER_BASE)
        self.routes = max(1, len(people) // FIGURES_PER_ROUTE)

    def _chance(self, kind: str, number: int) -> random.Random:
        return random.Random(f"{self._seed}/{kind}/{number}")

    def _fact(self, chance: random.Random, at_most: int = 3) -> Record:
        return {"sources": cited(chance, self.setting.source_ids, at_most), "verified": chance.random() < 0.9}

    def figure(self, number: int) -> str:
        """The file of one figure. Its biography ends when the file has about the size that was drawn for it."""
        chance = self._chance("figure", number)
        born = chance.randint(1860, 1930)
        died = born + chance.randint(45, 92)
        record = self._figure_head(chance, self.people[number], born, died)
        record["biography"] = {"text": {"zh": "某"}, **self._fact(chance)}
        record["relations"] = self._relations(chance, number)
        record["places"] = self._places(chance, number)
        target = chance.randint(*_TARGET_BYTES)
        years = (born + 18, died)
        paragraphs = [""]
        size = len(document(record).encode())
        while size < target:
            told = sentence(chance, self.setting.towns, years)
            if len(paragraphs[-1]) > 150:
                paragraphs.append("")
            paragraphs[-1] += told
            size += len(told.encode())
        record["biography"]["text"] = {"zh": "\n\n".join(paragraphs)}  # type: ignore[index]
        return document(record)

    def _figure_head(self, chance: random.Random, person: Person, born: int, died: int) -> Record:
        setting = self.setting
        field, office = chance.choice(_FIELDS), chance.choice(_OFFICES)
        birthplace, deathplace = chance.choice(setting.towns[:12]), chance.choice(setting.towns)
        return {
            "prominence": int(100 * chance.random() ** 4),
            "names": self._names(chance, person),
            "summary": {"zh": f"{birthplace}人，{phrase(chance, 'an')}{office}，著有《{phrase(chance, 'nn')}》。"},
            "fields": [field],
            "city_links": sorted({chance.choice(_LINKS), chance.choice(_LINKS)}),
            "born": {"date": _day(chance, born), "place": setting.town_ids[birthplace], **self._fact(chance)},
            "died": {"date": _day(chance, died), "place": setting.town_ids[deathplace], **self._fact(chance)},
            "native_place": {"text": {"zh": f"{setting.towns[0]}{phrase(chance, 'n')}乡"}, **self._fact(chance)},
            "organisations": [self._membership(chance, born)],
            "roles": [self._role(chance, born) for _ in range(chance.randint(1, 2))],
            "timeline": self._timeline(chance, born, died),
            "works": [self._work(chance, born) for _ in range(chance.randint(1, 3))],
        }

    def _names(self, chance: random.Random, person: Person) -> Record:
        others: list[Value] = []
        if person.courtesy:
            others.append({"kind": "courtesy", "zh": person.courtesy, **self._fact(chance, 1)})
        if person.art:
            others.append({"kind": "art", "zh": person.art, **self._fact(chance, 1)})
        form = traditional(person.name)
        given: Record = {"zh-Hant": form} if form != person.name and chance.random() < 0.3 else {}
        length: Record = {"surname_length": len(person.surname)} if len(person.surname) > 1 else {}
        named: Record = {"zh": person.name, **given, "pinyin": person.pinyin, "en": person.english, **length}
        return {**named, "others": others} if others else named

    def _membership(self, chance: random.Random, born: int) -> Record:
        number = chance.randint(0, 39)
        name = f"{self.setting.towns[number]}{phrase(self._chance('society', number), 'n')}学社"
        since = born + chance.randint(20, 35)
        return {
            "id": f"society-{number}",
            "organisation": {"zh": name},
            "role": {"zh": chance.choice(("社员", "理事", "发起人"))},
            "since": str(since),
            **self._fact(chance),
        }

    def _role(self, chance: random.Random, born: int) -> Record:
        begin = born + chance.randint(24, 38)
        title = f"{chance.choice(self.setting.towns)}{phrase(chance, 'n')}学校{chance.choice(_OFFICES)}"
        end = begin + chance.randint(1, 6)
        return {"title": {"zh": title}, "from": str(begin), "to": str(end), **self._fact(chance)}

    def _timeline(self, chance: random.Random, born: int, died: int) -> list[Value]:
        years = sorted(chance.sample(range(born + 16, died), chance.randint(3, 6)))
        entries: list[Value] = []
        for year in years:
            town = chance.choice(self.setting.towns)
            entry: Record = {"date": _day(chance, year), "text": {"zh": event(chance, (town,))}}
            if chance.random() < 0.6:
                entry["place"] = self.setting.town_ids[town]
            entry |= self._fact(chance)
            if chance.random() < 0.08:
                entry["variants"] = [{"text": {"zh": f"一说在{year + 1}年"}, "sources": [self.setting.source_ids[7]]}]
            entries.append(entry)
        return entries

    def _work(self, chance: random.Random, born: int) -> Record:
        title = f"《{phrase(chance, chance.choice(('nn', 'nvn', 'an')))}》"
        return {"title": {"zh": title}, "date": str(born + chance.randint(25, 45)), **self._fact(chance, 2)}

    def _relations(self, chance: random.Random, number: int) -> list[Value]:
        first = number // _CIRCLE * _CIRCLE
        circle = [each for each in range(first, min(first + _CIRCLE, len(self.people))) if each != number]
        others = chance.sample(circle, min(chance.randint(2, 3), len(circle)))
        if len(self.people) > _CIRCLE and chance.random() < 0.1:
            far = chance.randrange(len(self.people))
            others += [far] if far != number and far not in others else []
        entries: list[Value] = []
        for other in others:
            kind = chance.choice(tuple(_BONDS))
            entry: Record = {
                "person": self.people[other].record_id,
                "kind": kind,
                "text": {"zh": f"{_BONDS[kind]}，{phrase(chance, 'dvn')}"},
            }
            inferred: Record = {"inferred": True} if chance.random() < 0.2 else {}
            entries.append({**entry, **inferred, **self._fact(chance)})
        return entries

    def _places(self, chance: random.Random, number: int) -> list[Value]:
        near = number // FIGURES_PER_SITE % self.sites
        chosen = {near} | ({chance.randrange(self.sites)} if chance.random() < 0.4 else set())
        entries: list[Value] = []
        for site in sorted(chosen):
            kind = chance.choice(tuple(_STAYS))
            entries.append(
                {"place": self.site_id(site), "kind": kind, "text": {"zh": _STAYS[kind]}, **self._fact(chance)}
            )
        return entries

    def site_id(self, number: int) -> str:
        """The file name of a site."""
        return f"site-{number}"

    def _place_names(self, chance: random.Random, *words: str) -> Record:
        sound = " ".join(map(romanised, words))
        return {"zh": "".join(words), "pinyin": sound, "en": toneless(sound), "others": [phrase(chance, "n") + "堂"]}

    def site(self, number: int) -> str:
        """The file of one site."""
        chance = self._chance("site", number)
        owner = self.people[min(number * FIGURES_PER_SITE, len(self.people) - 1)]
        kind = chance.choice(_SITE_KINDS)
        south, west, north, east = CITY
        years = (1860, 1990)
        text = "".join(sentence(chance, self.setting.towns, years) for _ in range(3))
        record: Record = {
            "names": self._place_names(chance, owner.surname, owner.given, kind),
            "kind": {"zh": kind},
            "scope": chance.choice(("near", "city")),
            "period": {"zh": chance.choice(("清光绪年间", "清咸丰年间", "民国初年", "明万历年间"))},
            "summary": {"zh": sentence(chance, self.setting.towns, years)},
            "address": {"text": {"zh": f"{phrase(chance, 'n')}巷{chance.randint(1, 200)}号"}, **self._fact(chance)},
            "coordinates": {
                "lat": round(chance.triangular(south, north), 5),
                "lng": round(chance.triangular(west, east), 5),
                "system": chance.choice(("WGS-84", "GCJ-02", "BD-09")),
                "precision_m": chance.choice((10, 30, 60, 200)),
                **self._fact(chance),
            },
            "protection": {"level": chance.choice(("provincial", "municipal")), "since": "1987", **self._fact(chance)},
            "four_parts": {"carrier": {"text": {"zh": text}, **self._fact(chance)}},
            **self._fact(chance),
        }
        return document(record)

    def base(self, number: int) -> str:
        """The file of one base."""
        chance = self._chance("base", number)
        shown = self.people[number * FIGURES_PER_BASE % len(self.people)]
        record: Record = {
            "names": self._place_names(chance, shown.surname, shown.given, "纪念馆"),
            "theme": chance.choice(_THEMES),
            "site": self.site_id(number % self.sites),
            "address": {"text": {"zh": f"{phrase(chance, 'n')}路{chance.randint(1, 300)}号"}, **self._fact(chance)},
            "see": {"text": {"zh": sentence(chance, self.setting.towns, (1980, 2015))}, **self._fact(chance)},
            "figures": [{"person": shown.record_id, **self._fact(chance)}],
            **self._fact(chance),
        }
        return document(record)

    def route(self, number: int) -> str:
        """The file of one route."""
        chance = self._chance("route", number)
        stops = chance.sample(range(self.sites), min(4, self.sites))
        record: Record = {
            "names": self._place_names(chance, phrase(chance, "n"), "一线"),
            "summary": {"zh": sentence(chance, self.setting.towns, (1980, 2015))},
            "stops": [
                {"site": self.site_id(stop), "story": {"zh": event(chance, self.setting.towns)}, **self._fact(chance)}
                for stop in stops
            ],
            "distance_m": chance.randint(400, 3000),
            "walking_minutes": chance.randint(10, 60),
            **self._fact(chance),
        }
        return document(record)


def _day(chance: random.Random, year: int) -> str:
    """A date in a year, known to the day, the month or the year, or only about."""
    draw = chance.random()
    if draw < 0.35:
        return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if draw < 0.55:
        return f"{year}-{chance.randint(1, 12):02}"
    return f"{year}~" if draw > 0.95 else str(year)
