"""From plain data to records: every value that does not fit becomes a finding with file, line, field and the mend."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.archive.yaml_data import parse_data
from generator.archive.yaml_reader import Data, ParsedYaml, Position, UnreadableYaml, parse_yaml
from generator.records.finding import FieldPath, Finding, Message, Severity

Model = TypeVar("Model", bound=BaseModel)


def _shown(value: Any) -> str:
    text = str(value) if isinstance(value, str | int | float) else type(value).__name__
    return text if len(text) <= 40 else text[:40] + "…"


def explained(error: ErrorDetails) -> tuple[Message, Message]:
    """What is wrong and how to mend it, for one error of pydantic's."""
    kind, context, value = error["type"], error.get("ctx", {}), _shown(error["input"])
    key = str(error["loc"][-1]) if error["loc"] else ""
    if kind == "bad_value":
        return (
            Message(f"值不合要求：{value}", f"not acceptable: {value}"),
            Message(f"应为：{context['zh']}", f"expected: {context['en']}"),
        )
    if kind == "missing":
        return (
            Message(f"缺少 {key}", f"{key} is missing"),
            Message(f"补上 {key}", f"add {key}"),
        )
    if kind == "extra_forbidden":
        return (
            Message(f"不认识的键 {key}", f"unknown key {key}"),
            Message(
                "检查拼写；可用的键见编辑器提示或 schemas/",
                "check the spelling; your editor or schemas/ lists the keys",
            ),
        )
    if kind in ("enum", "literal_error"):
        expected = context["expected"]
        return (
            Message(f"不在可选值之中：{value}", f"not one of the possible values: {value}"),
            Message(f"可选：{expected}", f"possible values: {expected}"),
        )
    if kind == "string_pattern_mismatch":
        return (
            Message(f"写法不对：{value}", f"not well-formed: {value}"),
            Message(f"应符合 {context['pattern']}", f"it must match {context['pattern']}"),
        )
    if kind in ("string_type", "model_type", "model_attributes_type", "tuple_type", "list_type", "dict_type"):
        names = {
            "string_type": ("文字", "text"),
            "tuple_type": ("列表（每项前一个 -）", "a list (each item after a -)"),
            "list_type": ("列表（每项前一个 -）", "a list (each item after a -)"),
        }
        zh, en = names.get(kind, ("若干键值（键：值）", "keys with values (key: value)"))
        return (
            Message(f"这里不能是：{value}", f"not possible here: {value}"),
            Message(f"应为{zh}", f"expected {en}"),
        )
    if kind.startswith(("int_", "float_")):
        return (Message(f"不是数：{value}", f"not a number: {value}"), Message("应为一个数", "expected a number"))
    if kind.startswith("bool_"):
        return (
            Message(f"不是真假值：{value}", f"neither true nor false: {value}"),
            Message("写 true 或 false", "write true or false"),
        )
    return (
        Message(f"值不合要求：{value}", f"not acceptable: {value}"),
        Message(f"要求：{error['msg']}", f"rule: {error['msg']}"),
    )


def nearest_position(positions: Mapping[FieldPath, Position], path: FieldPath) -> Position:
    """Where a field stands, or else the nearest thing around it that stands somewhere."""
    for length in range(len(path), -1, -1):
        if path[:length] in positions:
            return positions[path[:length]]
    return Position(1, 1)


def validate(
    model: type[Model], parsed: ParsedYaml, file: str, injected: dict[str, str]
) -> tuple[Model | None, list[Finding]]:
    """Make a record of parsed data. `injected` are values from elsewhere, such as the id from the file name."""
    return _validated(model, parsed.data, file, injected, lambda: parsed.positions)


def read_record(
    model: type[Model], text: str, file: str, injected: dict[str, str]
) -> tuple[Model | None, list[Finding]]:
    """Make a record of the text of its file. The text is read for positions only if there is something to find."""
    try:
        data = parse_data(text)
    except UnreadableYaml as error:
        place = error.position
        return None, [Finding(Severity.ERROR, "yaml", file, (), error.message, error.mend, place.line, place.column)]
    return _validated(model, data, file, injected, lambda: parse_yaml(text).positions)


Positions = Mapping[FieldPath, Position]


def _validated(
    model: type[Model], data: Data, file: str, injected: dict[str, str], positions: Callable[[], Positions]
) -> tuple[Model | None, list[Finding]]:
    if data is None:
        message = Message("文件是空的", "the file is empty")
        mend = Message("写入内容，或删去这个文件", "write the record, or delete the file")
        return None, [Finding(Severity.ERROR, "file-empty", file, (), message, mend, 1, 1)]
    if isinstance(data, dict):
        given = [key for key in injected if key in data]
        if given:
            position = nearest_position(positions(), (given[0],))
            message = Message(f"{given[0]} 由文件名决定，不写在文件里", f"{given[0]} comes from the file name")
            mend = Message("删去这一行", "delete this line")
            return None, [
                Finding(
                    Severity.ERROR, "value-injected", file, (given[0],), message, mend, position.line, position.column
                )
            ]
        data = {**data, **injected}
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, _findings(error, file, positions())


def _findings(error: ValidationError, file: str, positions: Positions) -> list[Finding]:
    findings = []
    for details in error.errors(include_url=False):
        path = tuple(details["loc"])
        position = nearest_position(positions, path)
        message, mend = explained(details)
        code = f"value-{details['type']}"
        findings.append(Finding(Severity.ERROR, code, file, path, message, mend, position.line, position.column))
    return findings
