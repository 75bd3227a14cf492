"""A strict reader of YAML: plain data, every scalar a string until a schema types it, and the position of each value.

Refused with position: anchors and aliases (billion laughs), tags, merge keys, duplicate keys, several documents in one
file, nesting over 20 levels, control and bidirectional-override characters, lone surrogates. The parser is libyaml's
(PyYAML's C loader) where it exists; its events are walked without recursion, so that no input can exhaust the stack.

Whoever needs no positions asks `yaml_data`, which is quicker.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from generator.records.finding import FieldPath, Message

MAXIMUM_DEPTH = 20
MAXIMUM_NODES = 100_000

# C0 and C1 controls except tab, line feed and carriage return; bidirectional controls; surrogates; non-characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
NULL = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for an absent value unless it is in quotes."""
PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser, or PyYAML's own where that is missing."""

Data = None | str | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True)
class Position:
    """A place in a file; both numbers count from 1."""

    line: int
    column: int


class UnreadableYaml(Exception):
    """The text is not the YAML that we accept: what was met, how to mend it, and where."""

    def __init__(self, position: Position, message: Message, mend: Message) -> None:
        super().__init__(message.en)
        self.position = position
        self.message = message
        self.mend = mend


@dataclass
class ParsedYaml:
    """The data of one document, and where each of its values (for a key: the key) stands."""

    data: Data = None
    positions: dict[FieldPath, Position] = field(default_factory=dict)


class _Mark(Protocol):
    """A place as either of PyYAML's parsers tells it; both numbers count from 0."""

    line: int
    column: int


def _position(mark: _Mark | None) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark is not None else Position(1, 1)


def _refuse(event: yaml.Event, zh: str, en: str, mend_zh: str, mend_en: str) -> UnreadableYaml:
    return UnreadableYaml(_position(event.start_mark), Message(zh, en), Message(mend_zh, mend_en))


def _check_characters(text: str) -> None:
    match = FORBIDDEN.search(text)
    if match is None:
        return
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
    raise UnreadableYaml(
        Position(line, column),
        Message(f"有不可见的控制字符 U+{ord(match[0]):04X}", f"an invisible control character U+{ord(match[0]):04X}"),
        Message("删去这个字符", "delete this character"),
    )


def _check_scalar(event: yaml.ScalarEvent) -> None:
    match = FORBIDDEN.search(event.value)
    if match is not None:
        raise _refuse(
            event,
            f"转义出来的控制字符 U+{ord(match[0]):04X}",
            f"an escaped control character U+{ord(match[0]):04X}",
            "删去这个字符",
            "delete this character",
        )


def _check_event(event: yaml.Event) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise _refuse(
            event,
            "不接受锚点和别名(& 与 *)",
            "anchors and aliases (& and *) are not accepted",
            "把内容写全；如果是文字，请加引号",
            "write the value out; if it is text, put it in quotes",
        )
    if getattr(event, "tag", None) is not None:
        raise _refuse(
            event,
            "不接受标签(!)",
            "tags (!) are not accepted",
            "去掉标签；如果是文字，请加引号",
            "remove the tag; if it is text, put it in quotes",
        )


def _scalar(event: yaml.ScalarEvent) -> str | None:
    _check_scalar(event)
    # A plain scalar has the style "" in the C parser and None in the other.
    if not event.style and event.value in NULL:
        return None
    return str(event.value)


@dataclass
class _Open:
    """A mapping or a list whose end has not come yet."""

    container: dict[str, Data] | list[Data]
    path: FieldPath
    key: str | None = None


class _Builder:
    """Builds plain data from events with a stack of its own."""

    def __init__(self) -> None:
        self.parsed = ParsedYaml()
        self._stack: list[_Open] = []
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        _check_event(event)
        if isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._nodes += 1
            if self._nodes > MAXIMUM_NODES:
                raise _refuse(event, "文件里的值太多", "too many values in one file", "拆成几个文件", "split the file")
        if isinstance(event, yaml.ScalarEvent):
            if self._expects_key():
                self._take_key(event)
            else:
                self._place(_scalar(event), event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].container, dict) and self._stack[-1].key is None

    def _take_key(self, event: yaml.ScalarEvent) -> None:
        _check_scalar(event)
        top, key = self._stack[-1], str(event.value)
        if key == "<<":
            raise _refuse(
                event, "不接受合并键 <<", "the merge key << is not accepted", "把内容写全", "write the keys out"
            )
        if key in top.container:
            first = self.parsed.positions[(*top.path, key)]
            raise _refuse(
                event,
                f"键 {key!r} 重复（第一次在第 {first.line} 行）",
                f"the key {key!r} stands twice (first in line {first.line})",
                "两处合为一处",
                "make one of the two",
            )
        top.key = key
        self.parsed.positions[(*top.path, key)] = _position(event.start_mark)

    def _place(self, value: Data, event: yaml.Event) -> FieldPath:
        if not self._stack:
            self.parsed.data = value
            self.parsed.positions[()] = _position(event.start_mark)
            return ()
        top = self._stack[-1]
        if isinstance(top.container, list):
            path: FieldPath = (*top.path, len(top.container))
            top.container.append(value)
            self.parsed.positions[path] = _position(event.start_mark)
        else:
            assert top.key is not None
            path = (*top.path, top.key)
            top.container[top.key] = value
            top.key = None
        return path

    def _open(self, container: dict[str, Data] | list[Data], event: yaml.Event) -> None:
        if self._expects_key():
            raise _refuse(
                event,
                "键必须是文字，不能是列表或映射",
                "a key must be text, not a list or a mapping",
                "如果是文字，请加引号",
                "if it is text, put it in quotes",
            )
        if len(self._stack) >= MAXIMUM_DEPTH:
            raise _refuse(
                event,
                f"嵌套超过 {MAXIMUM_DEPTH} 层",
                f"nested more than {MAXIMUM_DEPTH} levels deep",
                "检查括号和缩进",
                "check brackets and indentation",
            )
        self._stack.append(_Open(container, self._place(container, event)))


def _events(text: str) -> Iterator[yaml.Event]:
    loader = PARSER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _syntax_error(error: yaml.YAMLError, text: str) -> UnreadableYaml:
    position = _position(getattr(error, "problem_mark", None) or getattr(error, "context_mark", None))
    problem = getattr(error, "problem", None) or "syntax error"
    # A truncated file is faulted at its end, for which the parsers count one line more than an editor shows.
    last_line = max(1, text.count("\n") + (not text.endswith("\n")))
    return UnreadableYaml(
        position if position.line <= last_line else Position(last_line, 1),
        Message(f"YAML 语法错误({problem})", f"YAML syntax error ({problem})"),
        Message("检查这一行的缩进、冒号和引号", "check indentation, colons and quotes in this line"),
    )


def parse_yaml(text: str) -> ParsedYaml:
    """Read one YAML document.

    Raises UnreadableYaml, with position, message and mend, for anything but plain data.
    """
    _check_characters(text)
    builder, documents = _Builder(), 0
    try:
        for event in _events(text):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _refuse(
                        event,
                        "一个文件里有两份文档(---)",
                        "a second document (---) in one file",
                        "拆成两个文件",
                        "make two files of it",
                    )
            builder.take(event)
    except yaml.YAMLError as error:
        raise _syntax_error(error, text) from None
    return builder.parsed
