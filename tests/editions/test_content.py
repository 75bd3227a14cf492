"""What becomes of the Markdown of a page: tables that scroll by themselves, source marks that never open a line."""

import markdown
from markupsafe import Markup

from generator.editions.content import Fillers, fill_page
from generator.views.page import Block

FILLERS = Fillers(
    block=lambda name: Block(Markup(name)),
    source_mark=lambda sources: Markup("<i>{}</i>").format("+".join(sources)),
    record_link=lambda kind, record_id: f"../{kind}/{record_id}/",
    notes=lambda: Markup(""),
)


def filled(text: str) -> str:
    return str(fill_page(markdown.markdown(text, extensions=["tables"]), "Title", FILLERS).html)


def test_a_table_has_a_region_that_takes_the_focus_and_is_named_by_its_columns() -> None:
    html = filled("| Question | Here |\n|---|---|\n| 1 | 2 |")
    assert '<div class="table-scroll" role="region" tabindex="0" aria-label="Question, Here"><table>' in html
    assert html.endswith("</table></div>")


def test_no_head_of_a_column_can_leave_the_name_of_its_region() -> None:
    html = filled('| a" onfocus="x() {paper} {p{paper}q} | b |\n|---|---|\n| 1 | 2 |')
    opening = html.split("<table>")[0]
    assert 'aria-label="a&#34; onfocus=&#34;x()  {pq}, b">' in opening
    assert "<i>" not in opening


def test_a_mark_goes_with_the_stop_before_it() -> None:
    assert '如此<span class="mark-hold">。<span class="mark-after-stop"><i>paper+book</i></span></span>' in filled(
        "如此。{paper, book}"
    )
    assert 'so<span class="mark-hold">.<i>paper</i></span> Then' in filled("so. {paper} Then")


def test_a_mark_splits_neither_a_word_nor_an_entity() -> None:
    assert "a word<i>paper</i> more" in filled("a word {paper} more")
    assert '<span class="mark-hold">&amp;<i>paper</i></span>' in filled("Q & {paper}")
    assert "<strong>so</strong><i>paper</i>" in filled("**so**{paper}")


def test_what_looks_like_a_source_in_an_attribute_stays_there() -> None:
    html = filled('[x](https://example.org/{paper} "see {book}")')
    assert 'href="https://example.org/%7Bpaper%7D"' in html or 'href="https://example.org/{paper}"' in html
    assert 'title="see {book}"' in html
    assert "<i>" not in html
