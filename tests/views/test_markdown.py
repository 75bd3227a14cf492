"""Markdown of records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.markdown import cleaned_markdown, render_markdown

# Every sign of markup beside Chinese and Latin text, and white space of all kinds.
SIGNS = st.text(
    st.sampled_from("虚文，。a1 \n\t\r-.*_`#>+=~|<&;:!()[]\"'\\\u3000\xa0\x85\u2028\x0c\x02{}"), max_size=24
)
PROSE = st.lists(st.text(st.sampled_from("虚构。，《》“”1.a-: ()'\"/!?—…"), max_size=12), max_size=4).map("\n\n".join)


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


@given(SIGNS | PROSE | st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_plain_paragraphs_are_what_markdown_makes_of_them(text: str) -> None:
    assert render_markdown(text) == cleaned_markdown(text)


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    render_markdown("[x][1]\n\n[1]: https://example.org/")
    assert "href" not in render_markdown("[x][1]")
