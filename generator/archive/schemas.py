"""JSON Schemas of all input files, by which editors complete and check YAML."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.records.base import Base
from generator.records.figure import Figure
from generator.records.gazetteer import Gazetteer
from generator.records.person import PersonRegister
from generator.records.plan import LanePlan
from generator.records.programme import Programme
from generator.records.route import Route
from generator.records.site import Site
from generator.records.source import SourceRegister

MODELS: dict[str, type[BaseModel]] = {
    "figure": Figure,
    "site": Site,
    "base": Base,
    "route": Route,
    "source-register": SourceRegister,
    "person-register": PersonRegister,
    "gazetteer": Gazetteer,
    "lane-plan": LanePlan,
    "programme": Programme,
}
_ID_FROM_FILE_NAME = frozenset({"figure", "site", "base", "route"})


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of file."""
    result = MODELS[name].model_json_schema(by_alias=True)
    if name in _ID_FROM_FILE_NAME:
        result["properties"].pop("id")
        result["required"] = [key for key in result.get("required", ()) if key != "id"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **result}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema as `NAME.schema.json`; answers the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written
