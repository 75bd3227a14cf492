"""A collection of many small records for tests of builds in chunks; nobody and no place of it exists."""

from pathlib import Path

from tests.support.collection import CONFIGURATION, write_collection, write_file

_PLACES = """\
places:
  - id: town
    names: {zh: 虚构镇, en: Fictional Town}
    coordinates: {lat: 31.8, lng: 119.9, system: WGS-84, precision_m: 3000, sources: [novel], verified: true}
"""


def write_many(root: Path, count: int) -> Path:
    """Write a collection in two languages of `count` figures and a few: each has a neighbour, some have a map."""
    write_collection(root)
    write_file(root, "mkdocs.yml", CONFIGURATION.replace("[zh, zh-Hant, en]", "[zh, en]"))
    write_file(root, "sites_map/places.yml", _PLACES)
    for number in range(count):
        write_file(root, f"figures/{_id(number)}.yml", _figure(number, count))
    return root


def _id(number: int) -> str:
    return f"person-{number:04}"


def _figure(number: int, count: int) -> str:
    place = ", place: town" if number % 7 == 0 else ""
    return f"""\
names: {{zh: 虚构{number}, pinyin: Xū Gòu, en: Fictional Person {number}}}
summary: {{zh: 第{number}位虚构的人物, en: Fictional person number {number}}}
born: {{date: "{1700 + number % 250}", sources: [paper], verified: true}}
timeline:
  - {{date: "1960", text: {{zh: 虚构的事, en: a fictional event}}{place}, sources: [novel], verified: true}}
biography: {{text: {{zh: 虚构的小传。, en: A fictional biography.}}, sources: [novel], verified: true}}
relations:
  - person: {_id((number + 31) % count)}
    kind: neighbours
    text: {{zh: 虚构的邻居, en: fictional neighbours}}
    sources: [novel]
    verified: true
places:
  - {{place: house, kind: lived_at, text: {{zh: 虚构的住处, en: a fictional home}}, sources: [novel], verified: true}}
"""
