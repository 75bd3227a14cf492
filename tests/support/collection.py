"""A small collection for tests: a city, people and places that do not exist."""

from pathlib import Path

CONFIGURATION = """\
site_name: Fiction
site_url: ""
docs_dir: content/zh
theme: {name: material, font: false}
plugins:
  - qingguo:
      names: {zh: 虚构城, en: Fictional City}
      languages: [zh, zh-Hant, en]
      navigation: [figures/index.md]
      region: {south: 31.0, west: 119.0, north: 32.2, east: 120.4}
"""

SOURCES = """\
sources:
  - {id: novel, tier: B, title: 虚构的书, publisher: 虚构出版社, date: "2001", read: full}
  - {id: paper, tier: A, title: 虚构的报, publisher: 虚构报社, date: 2002-03-04, read: excerpt}
"""

FIGURE = """\
names: {zh: 虚构甲, pinyin: Xū Gòujiǎ, en: Fictional Person A}
summary: {zh: 虚构的人物甲, en: The fictional person A}
fields: [law]
city_links: [born]
born: {date: 1901-02-03, sources: [novel], verified: true}
died: {date: 1980-01-01, sources: [novel], verified: true}
timeline:
  - {date: "1920", text: {zh: 虚构的事, en: a fictional event}, sources: [novel, paper], verified: true}
biography:
  text: {zh: 虚构的小传。, en: A fictional biography.}
  sources: [novel]
  verified: true
relations:
  - person: person-b
    kind: neighbours
    text: {zh: 虚构的邻居, en: fictional neighbours}
    sources: [novel]
    verified: true
places:
  - {place: house, kind: lived_at, text: {zh: 虚构的住处, en: a fictional home}, sources: [novel], verified: true}
"""

OTHER_FIGURE = """\
names: {zh: 虚构乙, pinyin: Xū Gòuyǐ, en: Fictional Person B}
summary: {zh: 虚构的人物乙, en: The fictional person B}
born: {date: "1905", sources: [paper], verified: true}
"""

SITE = """\
names: {zh: 虚构宅, pinyin: Xūgòu Zhái, en: Fictional House}
kind: {zh: 宅第, en: house}
scope: city
summary: {zh: 虚构的宅子, en: a fictional house}
sources: [novel]
verified: true
"""

BASE = """\
names: {zh: 虚构馆, pinyin: Xūgòu Guǎn, en: Fictional Hall}
theme: museum
site: house
see: {text: {zh: 虚构的展品, en: fictional exhibits}, sources: [paper], verified: true}
figures:
  - {person: person-a, sources: [paper], verified: true}
sources: [paper]
verified: true
"""

MARKDOWN = {
    "index.md": ("首页", "Home", ""),
    "figures/index.md": ("人物", "People", "<!-- qingguo:figures -->"),
    "sites/index.md": ("地点", "Places", "<!-- qingguo:places -->"),
    "bases/index.md": ("基地", "Bases", "<!-- qingguo:bases -->"),
    "sources.md": ("来源", "Sources", "<!-- qingguo:sources -->"),
    "search.md": ("搜索", "Search", "<!-- qingguo:search -->"),
    "404.md": ("没有这一页", "No such page", ""),
}


def write_file(root: Path, name: str, text: str | bytes) -> Path:
    """Write one file of a collection, with its folders."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def write_collection(root: Path) -> Path:
    """Write the collection below `root`; answers `root`."""
    files: dict[str, str] = {
        "mkdocs.yml": CONFIGURATION,
        "content/sources.yml": SOURCES,
        "figures/person-a.yml": FIGURE,
        "figures/person-b.yml": OTHER_FIGURE,
        "sites_map/sites/house.yml": SITE,
        "sites_map/bases/hall.yml": BASE,
    }
    for name, (zh, en, body) in MARKDOWN.items():
        files[f"content/zh/{name}"] = f"---\ntitle: {zh}\ndescription: 虚构的{zh}\n---\n\n虚构的正文。\n\n{body}\n"
        front = f"---\ntitle: {en}\ndescription: Fictional {en}\n---\n"
        files[f"content/en/{name}"] = f"{front}\nFictional text.\n\n{body}\n"
    for name, text in files.items():
        write_file(root, name, text)
    return root
