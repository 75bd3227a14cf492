"""Loading a collection from its folder: one bad file never hides the errors of the others."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from generator.archive.collection import Collection
from generator.archive.files import (
    MAXIMUM_BYTES,
    MAXIMUM_REGISTER_BYTES,
    CollectionFolder,
    UnreadableFile,
    symbolic_link_finding,
)
from generator.archive.validation import nearest_position, validate
from generator.archive.yaml_reader import UnreadableYaml, parse_yaml
from generator.records.base import Base
from generator.records.figure import Figure
from generator.records.finding import FieldPath, Finding, Message, Severity
from generator.records.gazetteer import Gazetteer
from generator.records.person import PersonRegister
from generator.records.plan import LanePlan
from generator.records.programme import Programme
from generator.records.route import Route
from generator.records.site import Site
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


class _Loader:
    """Reads files one after the other and gathers what is wrong with each."""

    def __init__(self, folder: CollectionFolder) -> None:
        self.folder = folder
        self.findings: list[Finding] = []
        self.files: dict[tuple[str, str], str] = {}

    def read(self, file: str, model: type[Model], injected: dict[str, str], limit: int = MAXIMUM_BYTES) -> Model | None:
        try:
            parsed = parse_yaml(self.folder.read_text(file, limit))
        except UnreadableFile as error:
            self.findings.append(error.finding)
            return None
        except UnreadableYaml as error:
            self.findings.append(
                Finding(
                    Severity.ERROR,
                    "yaml",
                    file,
                    (),
                    error.message,
                    error.mend,
                    error.position.line,
                    error.position.column,
                )
            )
            return None
        record, findings = validate(model, parsed, file, injected)
        self.findings += findings
        return record

    def read_records(self, kind: str, model: type[Model]) -> dict[str, Model]:
        records: dict[str, Model] = {}
        for file in self.folder.list(RECORD_FOLDERS[kind], ".yml"):
            record_id = PurePosixPath(file).stem
            if not is_usable_id(record_id):
                self._refuse_id(file)
            elif record_id in records:
                self._refuse_twin(file, self.files[kind, record_id])
            else:
                record = self.read(file, model, {"id": record_id})
                if record is not None:
                    records[record_id] = record
                    self.files[kind, record_id] = file
        return dict(sorted(records.items()))

    def read_single(self, name: str, model: type[Model]) -> Model | None:
        file = SINGLE_FILES[name]
        path = self.folder.root / file
        if not path.exists() and not path.is_symlink():
            return None
        return self.read(file, model, {}, MAXIMUM_REGISTER_BYTES)

    def register(self, name: str, entries: Iterable[Model]) -> dict[str, Model]:
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

    def _refuse_id(self, file: str) -> None:
        message = Message("文件名不能作编号", "the file name cannot be an id")
        mend = Message(
            "文件名只用小写字母、数字和连字符，1 至 64 个，且不是 Windows 保留的名称（如 con）",
            "use 1 to 64 lower-case letters, digits and hyphens, and no name that Windows reserves, such as con",
        )
        self.findings.append(Finding(Severity.ERROR, "id-form", file, (), message, mend))

    def _refuse_twin(self, file: str, first: str) -> None:
        message = Message(f"与 {first} 编号相同", f"the same id as {first}")
        mend = Message("给其中一个文件改名", "rename one of the two files")
        self.findings.append(Finding(Severity.ERROR, "id-twice", file, (), message, mend))


def load_collection(root: Path) -> tuple[Collection, list[Finding]]:
    """Read the collection below `root`. What could not be read is left out and stands among the findings."""
    folder = CollectionFolder(root)
    loader = _Loader(folder)
    for top in ("figures", "sites_map", "content"):
        for link in folder.symbolic_links(top):
            loader.findings.append(symbolic_link_finding(link))
    sources = loader.read_single("sources", SourceRegister)
    people = loader.read_single("people", PersonRegister)
    places = loader.read_single("places", Gazetteer)
    collection = Collection(
        figures=loader.read_records("figure", Figure),
        sites=loader.read_records("site", Site),
        bases=loader.read_records("base", Base),
        routes=loader.read_records("route", Route),
        sources=loader.register("sources", sources.sources if sources else ()),
        people=loader.register("people", people.people if people else ()),
        places=loader.register("places", places.places if places else ()),
        plan=loader.read_single("plan", LanePlan),
        programme=loader.read_single("programme", Programme),
        files=loader.files,
    )
    return collection, list(dict.fromkeys(loader.findings))
