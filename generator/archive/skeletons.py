"""Beginnings of new records: a draft with every usual field, to be filled in by a person."""

from pathlib import Path

from generator.archive.load import RECORD_FOLDERS, is_usable_id

_SCHEMA_PATHS = {"figure": "..", "site": "../..", "base": "../..", "route": "../.."}

_FIGURE = """\
draft: true
names:
  zh: 待填
  pinyin: Dài Tián
  en: To be filled in
# summary: {zh: 一句话, en: one sentence}
# fields: [law]                 # law, publishing, education, industry, mathematics, language, music, …
# city_links: [born]            # born, native_place, childhood, career, residence
# born: {date: 1900-01-01, place_text: {zh: 地点, en: place}, sources: [source-id], verified: true}
# timeline:
#   - {date: "1919", text: {zh: 事件, en: event}, sources: [source-id], verified: true}
"""
_PLACE = """\
draft: true
names:
  zh: 待填
  pinyin: Dài Tián
  en: To be filled in
"""
_SKELETONS = {
    "figure": _FIGURE,
    "site": _PLACE
    + """\
kind: {zh: 宅第, en: house}
scope: city                     # lane, near, city
# summary: {zh: 概述, en: summary}
# sources: [source-id]
# verified: true
""",
    "base": _PLACE
    + """\
theme: residence                # residence, lane, memorial, organisation, museum
# site: site-id
# see: {text: {zh: 可看什么, en: what to see}, sources: [source-id], verified: true}
""",
    "route": _PLACE
    + """\
stops: []
# stops:
#   - {site: site-id, story: {zh: 这一站的故事, en: the story of this stop}, sources: [source-id], verified: true}
""",
}


class UnusableId(ValueError):
    """The id is not of the form that addresses and file systems allow."""


class ExistingRecord(FileExistsError):
    """There is such a record already."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def begin_record(root: Path, kind: str, record_id: str) -> Path:
    """Write the beginning of a record. Raises UnusableId or ExistingRecord; never overwrites."""
    if not is_usable_id(record_id):
        raise UnusableId(record_id)
    path = root / RECORD_FOLDERS[kind] / f"{record_id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f"# yaml-language-server: $schema={_SCHEMA_PATHS[kind]}/schemas/{kind}.schema.json\n{_SKELETONS[kind]}"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise ExistingRecord(path) from None
    return path
