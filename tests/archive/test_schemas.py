"""The JSON Schemas: those in the repository are those of the program, and every file of the collection fits them."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.archive.schemas import MODELS, schema, write_schemas
from tests.support.building import REPOSITORY

FILES = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for folder in ("figures", "sites_map", "content")
    for path in (REPOSITORY / folder).rglob("*.yml")
)


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor of YAML 1.2 types it: without dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_the_schemas_in_the_repository_are_those_of_the_program(tmp_path: Path) -> None:
    for path in write_schemas(tmp_path):
        committed = REPOSITORY / "schemas" / path.name
        assert committed.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), "run: qingguo schema"


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_a_schema_and_knows_its_keys(name: str) -> None:
    made = schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"religion": "none"}, made)


@pytest.mark.parametrize("file", FILES)
def test_every_file_names_its_schema_and_fits_it(file: str) -> None:
    path = REPOSITORY / file
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema="), "editors complete and check by this line"
    named = (path.parent / first.partition("$schema=")[2].strip()).resolve()
    with path.open(encoding="utf-8") as text:
        data = yaml.load(text, EditorLoader)
    jsonschema.validate(data, json.loads(named.read_text(encoding="utf-8")))
