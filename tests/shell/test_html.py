"""Text becomes HTML in one way, and no module that writes HTML forgets it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.shell.html import escape, joined, lang_html

GENERATOR = Path(__file__).parents[2] / "generator"
WRITERS = [
    path
    for path in sorted(GENERATOR.rglob("*.py"))
    if path == GENERATOR / "shell" / "html.py" or "shell.html import" in path.read_text(encoding="utf-8")
]


@given(st.text(st.sampled_from("<>&\"'a虚 ;#"), max_size=90) | st.text(max_size=90))
def test_text_is_escaped_as_templates_escape_it(text: str) -> None:
    assert escape(text) == str(markupsafe.escape(text))
    assert escape(markupsafe.Markup(text)) == text


def test_pieces_are_joined_as_they_are() -> None:
    assert joined([escape("<"), lang_html(""), lang_html('"')]) == '&lt; lang="&#34;"'


def answers_html(tree: ast.AST) -> Iterator[str]:
    """The functions and methods of a module whose answer is declared to be HTML."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.Name) and node.returns.id == "Html":
            yield node.name


FUNCTIONS = {"Html"} | {name for path in WRITERS for name in answers_html(ast.parse(path.read_text(encoding="utf-8")))}


def is_html(node: ast.expr) -> bool:
    """Whether an expression can only be HTML, by its name or by the function that answers it."""
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name in FUNCTIONS
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Subscript(value=ast.Attribute(attr=name)):
            return name.endswith("_html") or name == "NOTHING"
        case ast.IfExp(body=body, orelse=other):
            return is_html(body) and is_html(other)
    return False


def is_number(value: ast.FormattedValue) -> bool:
    """Whether Python itself refuses to write anything but a whole number there."""
    return value.format_spec is not None and ast.unparse(value.format_spec) == "f'd'"


def unsafe_blanks(source: str) -> list[str]:
    """The values in strings of HTML that are neither HTML nor a number."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"Html", "Markup"}):
            continue
        for argument in call.args:
            if isinstance(argument, ast.JoinedStr):
                for value in argument.values:
                    if isinstance(value, ast.FormattedValue) and not is_html(value.value) and not is_number(value):
                        found.append(ast.unparse(value.value))
            elif isinstance(argument, ast.BinOp):
                found.append(ast.unparse(argument))
    return found


@pytest.mark.parametrize("path", WRITERS, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_every_value_in_a_string_of_html_is_html_or_a_number(path: Path) -> None:
    assert unsafe_blanks(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source", ["Html(f'<p>{name}</p>')", "Html(f'{row.text}')", "Markup(f'{words(key)}')", "Html('<p>' + name)"]
)
def test_a_forgotten_escape_is_found(source: str) -> None:
    assert unsafe_blanks(source)


@pytest.mark.parametrize("source", ["Html(f'<p>{escape(name)}</p>')", "Html(f'{row.text_html}{count:d}')"])
def test_what_is_html_passes(source: str) -> None:
    assert not unsafe_blanks(source)
