"""Loading a collection from its folder: one bad file never hides the errors of the others."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from generator.archive.collection import Collection
from generator.archive.digest import RECORD_CLASSES, AnyRecord
from generator.archive.files import (
    MAXIMUM_REGISTER_BYTES,
    CollectionFolder,
    ReadsText,
    UnreadableFile,
    symbolic_link_finding,
)
from generator.archive.validation import nearest_position, read_record
from generator.archive.yaml_reader import parse_yaml
from generator.records.finding import FieldPath, Finding, Message, Severity
from generator.records.gazetteer import Gazetteer
from generator.records.person import PersonRegister
from generator.records.plan import LanePlan
from generator.records.programme import Programme
from generator.records.source import SourceRegister

Model = TypeVar("Model", bound=BaseModel)

RECORD_FOLDERS: dict[str, str] = {
    "figure": "figures",
    "site": "sites_map/sites",
    "base": "sites_map/bases",
    "route": "sites_map/routes",
}
SINGLE_FILES: dict[str, str] = {
    "sources": "content/sources.yml",
    "people": "content/people.yml",
    "programme": "content/programme.yml",
    "places": "sites_map/places.yml",
    "plan": "sites_map/lane.yml",
}
_ID = re.compile(r"[a-z0-9-]{1,64}")
# Names that Windows keeps for devices: such a file could not be checked out there.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def is_usable_id(record_id: str) -> bool:
    """Whether a file of this name can hold a record, and an address can end in it."""
    return _ID.fullmatch(record_id) is not None and record_id not in _RESERVED


class RecordFile(NamedTuple):
    """A file that holds a record."""

    kind: str
    id: str
    file: str


def list_records(folder: CollectionFolder) -> tuple[list[RecordFile], list[Finding]]:
    """Every file of a record, in the order of kinds, then of ids; and the findings about their names."""
    found: dict[tuple[str, str], RecordFile] = {}
    findings: list[Finding] = []
    for kind, top in RECORD_FOLDERS.items():
        for file in folder.list(top, ".yml"):
            record_id = PurePosixPath(file).stem
            if not is_usable_id(record_id):
                findings.append(_unusable_id(file))
            elif (kind, record_id) in found:
                findings.append(_twin(file, found[kind, record_id].file))
            else:
                found[kind, record_id] = RecordFile(kind, record_id, file)
    kinds = list(RECORD_FOLDERS)
    return sorted(found.values(), key=lambda each: (kinds.index(each.kind), each.id)), findings


def _unusable_id(file: str) -> Finding:
    message = Message("文件名不能作编号", "the file name cannot be an id")
    mend = Message(
        "文件名只用小写字母、数字和连字符，1 至 64 个，且不是 Windows 保留的名称（如 con）",
        "use 1 to 64 lower-case letters, digits and hyphens, and no name that Windows reserves, such as con",
    )
    return Finding(Severity.ERROR, "id-form", file, (), message, mend)


def _twin(file: str, first: str) -> Finding:
    message = Message(f"与 {first} 编号相同", f"the same id as {first}")
    mend = Message("给其中一个文件改名", "rename one of the two files")
    return Finding(Severity.ERROR, "id-twice", file, (), message, mend)


class _Registers:
    """Reads the files of which a collection has one each, and gathers what is wrong with them."""

    def __init__(self, folder: CollectionFolder) -> None:
        self.folder = folder
        self.findings: list[Finding] = []

    def read(self, name: str, model: type[Model]) -> Model | None:
        file = SINGLE_FILES[name]
        path = self.folder.root / file
        if not path.exists() and not path.is_symlink():
            return None
        try:
            text = self.folder.read_text(file, MAXIMUM_REGISTER_BYTES)
        except UnreadableFile as error:
            self.findings.append(error.finding)
            return None
        record, findings = read_record(model, text, file, {})
        self.findings += findings
        return record

    def entries(self, name: str, entries: Iterable[Model]) -> dict[str, Model]:
        """Entries of a register by id; the second of two with one id is an error."""
        records: dict[str, Model] = {}
        for index, entry in enumerate(entries):
            record_id = str(getattr(entry, "id"))  # noqa: B009 - every register's entries have an id
            if record_id in records:
                message = Message(f"编号 {record_id} 重复", f"the id {record_id} stands twice")
                mend = Message("改掉其中一个", "change one of the two")
                path: FieldPath = (name, index, "id")
                file = SINGLE_FILES[name]
                parsed = parse_yaml(self.folder.read_text(file, MAXIMUM_REGISTER_BYTES))
                position = nearest_position(parsed.positions, path)
                self.findings.append(
                    Finding(Severity.ERROR, "id-twice", file, path, message, mend, position.line, position.column)
                )
            records[record_id] = entry
        return records


def load_registers(folder: CollectionFolder, files: Iterable[RecordFile]) -> tuple[Collection, list[Finding]]:
    """Everything of a collection but its records, and the findings about it and about symbolic links."""
    registers = _Registers(folder)
    for top in ("figures", "sites_map", "content"):
        for link in folder.symbolic_links(top):
            registers.findings.append(symbolic_link_finding(link))
    sources = registers.read("sources", SourceRegister)
    people = registers.read("people", PersonRegister)
    places = registers.read("places", Gazetteer)
    collection = Collection(
        figures={},
        sites={},
        bases={},
        routes={},
        sources=registers.entries("sources", sources.sources if sources else ()),
        people=registers.entries("people", people.people if people else ()),
        places=registers.entries("places", places.places if places else ()),
        plan=registers.read("plan", LanePlan),
        programme=registers.read("programme", Programme),
        files={(each.kind, each.id): each.file for each in files},
    )
    return collection, registers.findings


def read_record_file(files: ReadsText, each: RecordFile) -> tuple[AnyRecord | None, str, list[Finding]]:
    """The record in a file, the text of the file, and what is wrong; no record, and no text, where it is unreadable."""
    try:
        text = files.read_text(each.file)
    except UnreadableFile as error:
        return None, "", [error.finding]
    record, findings = read_record(RECORD_CLASSES[each.kind], text, each.file, {"id": each.id})
    return record, text, findings


def load_collection(root: Path) -> tuple[Collection, list[Finding]]:
    """Read the collection below `root`. What could not be read is left out and stands among the findings."""
    folder = CollectionFolder(root)
    files, findings = list_records(folder)
    collection, more = load_registers(folder, files)
    findings += more
    records: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in RECORD_CLASSES}
    for each in files:
        record, _, problems = read_record_file(folder, each)
        findings += problems
        if record is not None:
            records[each.kind][each.id] = record
    figures, sites, bases, routes = (records[kind] for kind in RECORD_CLASSES)
    return replace(
        collection, figures=figures, sites=sites, bases=bases, routes=routes  # type: ignore[arg-type]
    ), list(dict.fromkeys(findings))
