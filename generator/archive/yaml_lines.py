"""The forms in which nearly every record is written, read line by line, in a third of the time that a parser takes.

A subset of YAML of which nothing can be taken in two ways: keys of letters, values on one line, flat `{…}` and `[…]`,
and texts after `|-` and `>-`. Whatever is not certainly of this subset is left to `yaml_data`; a test holds both to the
same answers.
"""

import re

from generator.archive.yaml_reader import FORBIDDEN, MAXIMUM_DEPTH, MAXIMUM_NODES, NULL, Data

# Besides what is refused: tabs, and whatever else than a line feed ends lines.
_UNUSUAL = re.compile(FORBIDDEN.pattern.removesuffix("]") + "\t\r\x85\u2028\u2029\ufeff]")
_KEY = "[A-Za-z_][A-Za-z0-9_-]{0,99}"
_LINES = re.compile(f"^( *)(- )?(?:({_KEY}):(?: (?! )|$))?(.*)", re.MULTILINE).findall
"""Of each line: the spaces before it, the hyphen, the key, and what is left."""
# Outside ASCII nothing has a meaning in YAML; inside, no letter and no digit has one at the beginning of a text.
_FLOW_SCALAR = "(?:\"[^\"\\\\]*\"|'[^']*'|[A-Za-z0-9\u00a1-\U0010ffff][^,\\[\\]{}:#?]*(?<! ))"
_FLOW_MAP = re.compile(f"\\{{{_KEY}: {_FLOW_SCALAR}(?:, {_KEY}: {_FLOW_SCALAR})*\\}}")
_FLOW_LIST = re.compile(f"\\[{_FLOW_SCALAR}(?:, {_FLOW_SCALAR})*\\]")
_FLOW_PAIRS = re.compile(f"({_KEY}): ({_FLOW_SCALAR})").findall
_FLOW_ITEMS = re.compile(_FLOW_SCALAR).findall
_ABSENT = re.compile("null|Null|NULL").search
_LINE_FEEDS = re.compile("\n+")


class Unusual(Exception):
    """The text is not certainly of the subset; it may be good YAML nevertheless."""


_Container = dict[str, Data] | list[Data]
_Open = tuple[int, _Container]
"""A mapping or a list that may go on, and before it the column of its keys or hyphens."""


def usual_data(text: str) -> Data:
    """The data of a document whose root is a mapping. Raises Unusual."""
    if _UNUSUAL.search(text) is not None or len(text) > MAXIMUM_NODES:
        raise Unusual
    root: dict[str, Data] = {}
    stack: list[_Open] = [(0, root)]
    # The key whose value begins on a later line, with its mapping and column.
    waiting: tuple[dict[str, Data], str, int] | None = None
    lines: list[tuple[str, str, str, str]] = _LINES(text)
    whole: list[str] = []
    number, count = 0, len(lines)
    while number < count:
        spaces, hyphen, key, value = lines[number]
        number += 1
        if not key and not hyphen and (not value or value[0] == "#"):
            continue
        column = len(spaces)
        if waiting is not None and (column > waiting[2] or (hyphen and column == waiting[2])):
            inner: _Container = [] if hyphen else {}
            waiting[0][waiting[1]] = inner
            stack.append((column, inner))
        waiting = None
        top_column, mapping = stack[-1]
        if top_column != column or (mapping.__class__ is list) is not bool(hyphen):
            mapping = _container(stack, column, bool(hyphen))
        if isinstance(mapping, list):
            if not key:
                mapping.append(_value(value))
                continue
            entry: dict[str, Data] = {}
            mapping.append(entry)
            column += 2
            stack.append((column, entry))
            mapping = entry
        elif not key:
            raise Unusual
        if key in mapping or len(stack) >= MAXIMUM_DEPTH:
            raise Unusual
        if not value:
            mapping[key] = None
            waiting = (mapping, key, column)
        elif value in ("|-", ">-"):
            whole = whole or text.split("\n")
            mapping[key], number = _block(whole, number, column, is_folded=value == ">-")
        else:
            mapping[key] = _value(value)
    if not root:
        raise Unusual
    return root


def _container(stack: list[_Open], column: int, is_item: bool) -> _Container:
    """The mapping or list that a line at this column belongs to; what lies deeper has ended."""
    while stack:
        top_column, container = stack[-1]
        if top_column == column and isinstance(container, list) is is_item:
            return container
        if top_column < column:
            break
        # A list may stand at the column of the key that it belongs to.
        stack.pop()
    raise Unusual


def _value(text: str) -> Data:
    """A value that ends with its line."""
    first = text[:1]
    if first == "{":
        if _FLOW_MAP.fullmatch(text) is None:
            raise Unusual
        pairs: list[tuple[str, str]] = _FLOW_PAIRS(text)
        mapping: dict[str, Data] = dict(pairs)
        if not _is_verbatim(text):
            mapping = {key: _flow_scalar(scalar) for key, scalar in pairs}
        if len(mapping) < len(pairs):
            raise Unusual
        return mapping
    if first == "[":
        if _FLOW_LIST.fullmatch(text) is None:
            raise Unusual
        if _is_verbatim(text):
            return [*text[1:-1].split(", ")]
        return [_flow_scalar(scalar) for scalar in _FLOW_ITEMS(text)]
    if first in ('"', "'"):
        inside = text[1:-1]
        if len(text) < 2 or text[-1] != first or first in inside or (first == '"' and "\\" in inside):
            raise Unusual
        return inside
    if not (first.isalnum() if first.isascii() else first > "\u00a0"):
        raise Unusual
    if ": " in text or " #" in text or text[-1] in ": ":
        raise Unusual
    return None if text in NULL else text


def _is_verbatim(flow: str) -> bool:
    """Whether no scalar is in quotes or absent."""
    return '"' not in flow and "'" not in flow and _ABSENT(flow) is None


def _flow_scalar(text: str) -> str | None:
    if text[0] in "\"'":
        return text[1:-1]
    return None if text in NULL else text


def _block(lines: list[str], number: int, column: int, *, is_folded: bool) -> tuple[str, int]:
    """The text after `|-` or `>-`, and the number of the line behind it; `column` is that of its key."""
    first = lines[number] if number < len(lines) else ""
    indentation = len(first) - len(first.lstrip(" "))
    if indentation <= column:
        raise Unusual
    margin = first[:indentation]
    taken: list[str] = []
    while number < len(lines):
        line = lines[number]
        if line.startswith(margin):
            taken.append(line[indentation:])
            if not taken[-1].strip(" ") or (is_folded and (taken[-1][0] == " " or taken[-1][-1] == " ")):
                raise Unusual
        elif not line:
            taken.append("")
        else:
            break
        number += 1
    text = "\n".join(taken).rstrip("\n")
    if is_folded:
        # One line feed is a space; of several, the first only ends the line.
        text = _LINE_FEEDS.sub(lambda match: match[0][1:] or " ", text)
    return text, number
