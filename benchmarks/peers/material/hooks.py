"""A hook of MkDocs that makes a Markdown page of each record, as users of Material do who keep their data in YAML."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

Record = dict[str, Any]
Records = dict[str, Record]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the collection that the environment names."""
    root = Path(os.environ["BENCHMARK_COLLECTION"])
    pages = Pages(root)
    for path, text in pages.all():
        files.append(File.generated(config, path, content=text))
    return files


def read(folder: Path) -> Records:
    """Every record of a folder by its id."""
    return {path.stem: load(path) for path in sorted(folder.rglob("*.yml"))}


def load(path: Path) -> Record:
    """One YAML file, read by the C parser, the fastest that Python has."""
    loaded: Record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


class Pages:
    """The Markdown of all pages of one collection."""

    def __init__(self, root: Path) -> None:
        self.figures = read(root / "figures")
        self.sites = read(root / "sites_map/sites")
        self.sources: Records = {each["id"]: each for each in load(root / "content/sources.yml")["sources"]}
        self.towns = {each["id"]: each["names"]["zh"] for each in load(root / "sites_map/places.yml")["places"]}
        self.back: dict[str, list[tuple[str, Record]]] = defaultdict(list)
        for figure_id, figure in self.figures.items():
            for relation in figure["relations"]:
                self.back[relation["person"]].append((figure_id, relation))
            for relation in figure["places"]:
                self.back[relation["place"]].append((figure_id, relation))

    def all(self) -> Iterator[tuple[str, str]]:
        """Path and text of each page."""
        for figure_id, figure in self.figures.items():
            yield f"figures/{figure_id}.md", self.figure(figure_id, figure)
        for site_id, site in self.sites.items():
            yield f"sites/{site_id}.md", self.site(site_id, site)
        yield "figures.md", self.list("人物", "figures", self.figures)
        yield "sites.md", self.list("地点", "sites", self.sites)
        yield "timeline.md", self.timeline()
        yield "sources.md", self.source_list()

    def mark(self, fact: Mapping[str, Any]) -> str:
        """The doubt of a fact and the footnotes of its sources."""
        doubts = ("" if fact.get("verified") else " **待核**") + (" **推定**" if fact.get("inferred") else "")
        variants = "".join(f" **一说** {each['text']['zh']}" for each in fact.get("variants", ()))
        return doubts + variants + "".join(f"[^{source}]" for source in fact.get("sources", ()))

    def notes(self, text: str) -> str:
        """The footnotes that a page names."""
        used = [source for source in self.sources if f"[^{source}]" in text]
        return "\n".join(f"[^{source}]: {self.described(self.sources[source])}" for source in used)

    def described(self, source: Record) -> str:
        """One source in words."""
        link = f" <{source['url']}>" if "url" in source else ""
        return f"{source['tier']} {source['title']}，{source['publisher']}，{source['date']} {source['read']}{link}"

    def figure(self, figure_id: str, figure: Record) -> str:
        """The page of a figure."""
        names = figure["names"]
        lines = [f"# {names['zh']}", f"{names['pinyin']} · {names['en']}", figure["summary"]["zh"], "## 其人"]
        facts = [
            f"**生** {figure['born']['date']} {self.towns[figure['born']['place']]}{self.mark(figure['born'])}",
            f"**卒** {figure['died']['date']} {self.towns[figure['died']['place']]}{self.mark(figure['died'])}",
            f"**籍贯** {figure['native_place']['text']['zh']}{self.mark(figure['native_place'])}",
            *(f"**别名** {each['zh']}{self.mark(each)}" for each in names.get("others", ())),
            *(f"**组织** {each['organisation']['zh']}{self.mark(each)}" for each in figure["organisations"]),
            *(
                f"**职务** {each['title']['zh']} {each['from']}—{each['to']}{self.mark(each)}"
                for each in figure["roles"]
            ),
        ]
        biography = figure["biography"]
        events = [f"{each['date']} {each['text']['zh']}{self.mark(each)}" for each in figure["timeline"]]
        people = [self.bond(each["person"], each) for each in figure["relations"]]
        people += [self.bond(other, relation) for other, relation in self.back[figure_id]]
        places = [self.stay(each) for each in figure["places"]]
        works = [f"{each['title']['zh']} {each['date']}{self.mark(each)}" for each in figure["works"]]
        lines += [items(facts), "## 小传", biography["text"]["zh"] + self.mark(biography), "## 生平", items(events)]
        lines += ["## 交游", items(people), "## 相关地点", items(places), "## 著述", items(works)]
        text = "\n\n".join(lines)
        return f"---\ndescription: {figure['summary']['zh']}\n---\n\n{text}\n\n{self.notes(text)}\n"

    def bond(self, other: str, relation: Record, folder: str = "") -> str:
        """A relation to a figure, with its name as a link."""
        link = f"[{self.figures[other]['names']['zh']}]({folder}{other}.md)"
        return f"{link} {relation['text']['zh']}{self.mark(relation)}"

    def stay(self, relation: Record) -> str:
        """A relation to a site, with its name as a link."""
        site = relation["place"]
        link = f"[{self.sites[site]['names']['zh']}](../sites/{site}.md)"
        return f"{link} {relation['text']['zh']}{self.mark(relation)}"

    def site(self, site_id: str, site: Record) -> str:
        """The page of a site."""
        position = site["coordinates"]
        facts = [
            f"**地址** {site['address']['text']['zh']}{self.mark(site['address'])}",
            f"**坐标** {position['lat']}, {position['lng']}（{position['system']}）{self.mark(position)}",
            f"**保护** {site['protection']['level']}{self.mark(site['protection'])}",
        ]
        carrier = site["four_parts"]["carrier"]
        people = [self.bond(other, relation, "../figures/") for other, relation in self.back[site_id]]
        lines = [f"# {site['names']['zh']}", site["names"]["pinyin"], site["summary"]["zh"], items(facts)]
        lines += [carrier["text"]["zh"] + self.mark(carrier), "## 人物", items(people)]
        text = "\n\n".join(lines)
        return f"{text}\n\n{self.notes(text)}\n"

    def list(self, title: str, folder: str, records: Records) -> str:
        """A list of records."""
        rows = [
            f"[{each['names']['zh']}]({folder}/{record_id}.md) {each['names']['pinyin']} {each['summary']['zh']}"
            for record_id, each in records.items()
        ]
        return f"# {title}\n\n{items(rows)}\n"

    def timeline(self) -> str:
        """The events of all lives by date."""
        events = [
            (str(each["date"]), f"[{figure['names']['zh']}](figures/{figure_id}.md) {each['text']['zh']}")
            for figure_id, figure in self.figures.items()
            for each in figure["timeline"]
        ]
        return f"# 年表\n\n{items([f'{date} {text}' for date, text in sorted(events)])}\n"

    def source_list(self) -> str:
        """The register of sources."""
        return f"# 出处\n\n{items([self.described(each) for each in self.sources.values()])}\n"


def items(rows: Sequence[str]) -> str:
    """A list in Markdown."""
    return "\n".join(f"- {row}" for row in rows)
