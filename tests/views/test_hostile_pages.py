"""Whatever the texts of a record say, its page has the elements and attributes that it has with harmless texts."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.collection import Collection
from generator.records.fact import TextFact
from generator.records.text import LocalizedText
from tests.support.fiction import LANGUAGES, fictional_collection, views
from tests.support.outline import Outline

# A seal draws the first letters of a name, so it differs with the name; its own tests see that it is sound.
_SEAL = re.compile(r'<svg viewBox="0 0 100 100" class="name-seal" .*?</svg>', re.DOTALL)
# Ends every text alike: what stands last decides where a source mark goes.
_END = "丙"
HOSTILE = st.text(st.sampled_from("<>&\"'`=/;#{}%\\script onload!-x"), min_size=1, max_size=20).filter(
    lambda text: text.strip() and " (" not in text
)


def collection_of(text: str) -> Collection:
    """The fiction with `text` in each of its texts but the biography, in which Markdown makes elements of its own."""
    collection = fictional_collection(lambda natural: natural + text + _END)
    biography = TextFact(text=LocalizedText(zh="小传", en="A life"), sources=("novel",), verified=True)
    figure = collection.figures["jia"].model_copy(update={"biography": biography})
    return replace(collection, figures={**collection.figures, "jia": figure})


def outlines(text: str, language: str) -> dict[str, Outline]:
    made = views(collection_of(text), language, site_url="").record_pages()
    return {page.path: Outline(_SEAL.sub("", str(page.body))) for page in made}


def skeleton(outline: Outline) -> list[tuple[str, tuple[str, ...]]]:
    assert not outline.unbalanced
    return [(each.tag, tuple(each.attributes)) for each in outline.elements]


@cache
def harmless(language: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {path: skeleton(outline) for path, outline in outlines("", language).items()}


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=HOSTILE)
@settings(max_examples=25)
def test_no_text_adds_an_element_or_an_attribute(language: str, text: str) -> None:
    for path, outline in outlines(text, language).items():
        assert skeleton(outline) == harmless(language)[path], path


def test_a_hostile_text_is_read_as_it_was_written() -> None:
    page = outlines("<b title='x'>&amp;\"", "zh")["figures/jia/"]
    texts = " ".join(each.text for each in page.elements)
    for written in (
        "虚构甲",
        "虚构的法学家",
        "不是别人",
        "光绪二十六年",
        "远方",
        "另一巷",
        "社长",
        "教授",
        "被捕",
        "两说未决",
        "族人",
        "背景",
    ):
        assert f"{written}<b title='x'>&amp;\"{_END}" in texts
