"""A small collection without any fault, about people who never lived, for tests that put one fault into it."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.archive.locate import Locator
from generator.records.finding import Finding
from generator.records.region import Region
from generator.review.rules import review

FILES = {
    "content/sources.yml": """sources:
  - {id: gazette, tier: A, title: 虚构公报, publisher: 虚构局, date: 2019-08-05, read: full}
  - {id: blog, tier: C, title: 虚构游记, read: excerpt}
""",
    "content/people.yml": """people:
  - id: teacher
    names: {zh: 虚构先生, en: A fictional teacher}
""",
    "content/zh/index.md": """---
title: 首页
description: 虚构的首页
---

正文。{gazette, blog}

<!-- qingguo:lane-plan -->

[某人](qingguo:figure/jia-yi)
""",
    "content/en/index.md": """---
title: Home
description: A fictional home page
---

Text. {gazette}
""",
    "sites_map/places.yml": """places:
  - id: town
    names: {zh: 虚构镇, en: Fictional town}
    coordinates: {lat: 31.8, lng: 119.9, system: WGS-84, precision_m: 3000, sources: [gazette], verified: true}
""",
    "figures/jia-yi.yml": """names:
  zh: 贾一
  pinyin: Jiǎ Yī
  en: Jia Yi
born:
  date: 1900-03-27
  place: town
  sources: [gazette]
  verified: true
died:
  date: 1985
  sources: [gazette]
  verified: true
roles:
  - title: {zh: 校长, en: Headmaster}
    from: 1930
    to: 1935
    sources: [gazette]
    verified: true
timeline:
  - date: 1915
    text: {zh: 入学, en: Goes to school}
    place: town
    sources: [gazette]
    verified: true
relations:
  - person: teacher
    kind: same_school
    text: {zh: 师生, en: Teacher and pupil}
    sources: [gazette]
    verified: true
places:
  - place: old-house
    kind: born_at
    sources: [gazette]
    verified: true
""",
    "sites_map/sites/old-house.yml": """names: {zh: 老宅（虚构）, pinyin: Lǎo Zhái, en: Old House}
kind: {zh: 宅第, en: Residence}
scope: lane
coordinates: {lat: 31.77451, lng: 119.95491, system: WGS-84, precision_m: 10, sources: [gazette], verified: true}
four_parts:
  people: {text: {zh: 人, en: People}, sources: [gazette], verified: true}
  carrier: {text: {zh: 物, en: A house}, sources: [gazette], verified: true}
  tradition: {text: {zh: 传统, en: A tradition}, sources: [gazette], verified: true}
  character: {text: {zh: 特色, en: A character}, sources: [gazette], verified: true}
sources: [gazette]
verified: true
""",
    "sites_map/bases/hall.yml": """names: {zh: 虚构馆, en: Fictional Hall}
theme: museum
site: old-house
practical:
  - kind: opening
    text: {zh: 九点开门, en: Opens at nine}
    expires: 2030-01-01
    sources: [gazette]
    verified: true
figures:
  - person: jia-yi
sources: [gazette]
verified: true
""",
    "sites_map/routes/walk.yml": """names: {zh: 虚构步道, en: Fictional Walk}
stops:
  - site: old-house
sources: [gazette]
verified: true
""",
    "sites_map/lane.yml": """width: 100
height: 50
note: {zh: 示意图, en: A sketch}
west: {zh: 西, en: West}
east: {zh: 东, en: East}
unknown_order: {zh: 次序不详, en: Order unknown}
lane: {label: {zh: 巷, en: Lane}, basis: {zh: 据公报, en: After the gazette}, top: 10, bottom: 14}
canal: {label: {zh: 河, en: Canal}, basis: {zh: 据公报, en: After the gazette}, top: 30, bottom: 36}
slots:
  - site: old-house
    shape: house
    placement: known
    label: {zh: 老宅, en: Old House}
    basis: {zh: 据公报, en: After the gazette}
    x: 10
    y: 16
    width: 8
    height: 8
""",
}


@dataclass
class Workshop:
    """A collection in a folder, to be damaged and reviewed."""

    root: Path
    today: datetime.date | None = datetime.date(2026, 11, 24)
    region: Region | None = field(default_factory=lambda: Region(south=31, west=119, north=32.5, east=121))

    def write(self, file: str, text: str | bytes) -> None:
        """Write one file."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one place in a file, which must be there."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text
        self.write(file, text.replace(old, new, 1))

    def append(self, file: str, text: str) -> None:
        """Write something at the end of a file."""
        self.write(file, (self.root / file).read_text(encoding="utf-8") + text)

    def review(self) -> list[Finding]:
        """All findings; the files themselves must be readable."""
        collection, findings = load_collection(self.root)
        assert findings == []
        folder = CollectionFolder(self.root)
        return review(collection, folder, self.region, self.today, {"lane-plan"}, Locator(folder, collection).position)

    def codes(self) -> list[str]:
        """The codes of all findings."""
        return [finding.code for finding in self.review()]

    def only(self) -> Finding:
        """The one finding that there is."""
        findings = self.review()
        assert len(findings) == 1, findings
        return findings[0]


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """The faultless collection in a folder of its own."""
    made = Workshop(tmp_path)
    for file, text in FILES.items():
        made.write(file, text)
    return made
