"""Markdown of records."""

import pytest

from generator.views.markdown import render_markdown


def test_prose_becomes_paragraphs_emphasis_and_links() -> None:
    html = render_markdown("一段。\n\n**重**，[页](https://example.org/)")
    assert "<p>一段。</p>" in html
    assert "<strong>重</strong>" in html
    assert 'href="https://example.org/"' in html


@pytest.mark.parametrize(
    ("hostile", "forbidden"),
    [
        ("<script>alert(1)</script>", "alert"),
        ("<img src=x onerror=alert(1)>", "<img"),
        ("[x](javascript:alert(1))", "javascript"),
        ("[x](data:text/html,x)", "data:"),
        ('<a href="https://x" onclick="y">x</a>', "onclick"),
        ('<p style="position:fixed" class="wide" id="main">x</p>', "style"),
        ('<iframe src="https://x"></iframe>', "<iframe"),
        ("# Title", "<h1"),
    ],
)
def test_nothing_that_acts_survives(hostile: str, forbidden: str) -> None:
    assert forbidden not in render_markdown(hostile)
