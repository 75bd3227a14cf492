"""The rendered prototype as a form: what is filled in stands where the blank stood, and nowhere else."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.shell.form import Form, UnusableShell
from generator.shell.frame import Frame

PROTOTYPE = "<title>{title} · name</title><main>{body_html}</main><footer>{title}</footer>"


def form() -> Form:
    """A form with a blank that stands twice."""
    return Form.read(PROTOTYPE.format(**Frame.blanks().as_variables()))


@given(st.text(), st.text())
def test_filling_equals_rendering_with_the_values(title: str, body: str) -> None:
    frame = Frame(title=title, description="", body_html=Markup(body))
    assert form().fill(frame) == PROTOTYPE.format(title=escape(title), body_html=body)


def test_a_value_that_looks_like_a_blank_is_not_filled_again() -> None:
    mark = Frame.blanks().body_html
    page = form().fill(Frame(title=str(mark), description="", body_html=Markup("text")))
    assert page.count("text") == 1
    assert page.count(mark) == 2


def test_plain_values_are_escaped() -> None:
    page = form().fill(Frame(title="<script>", description=""))
    assert "<script>" not in page


def test_every_value_of_the_frame_has_its_own_blank() -> None:
    blanks = Frame.blanks().as_variables()
    assert len(set(blanks.values())) == len(fields(Frame))


@pytest.mark.parametrize("html", ["", "<title>a title without blanks</title>", "QingguoBlanktitleHere"])
def test_a_shell_without_title_or_body_is_refused(html: str) -> None:
    with pytest.raises(UnusableShell):
        Form.read(html)
