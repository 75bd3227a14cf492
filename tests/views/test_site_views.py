"""All pages and blocks together: whole, free of what records would smuggle in, and without dead ends."""

import posixpath
from collections.abc import Iterator

import pytest

from generator.archive.collection import Collection
from generator.language.traditional import TraditionalConverter
from generator.release.assets import AssetStore
from generator.views.site_views import BLOCK_NAMES, SiteViews
from tests.support.fiction import LANGUAGES, empty_collection, fictional_collection, views
from tests.support.outline import Outline

HOSTILE = "</script><img src=x onerror=alert(1)>\"'&{{7*7}}<b>"
PATHS = {
    "home": "",
    "lane-plan": "lane/",
    "lane-sites": "lane/",
    "places": "sites/",
    "places-map": "sites/",
    "bases-map": "bases/",
    "relations": "people/",
    "source-figures": "sourcing/",
    "downloads": "data/",
}


def every_piece(made: SiteViews) -> Iterator[tuple[str, str]]:
    """The path and the HTML of every record page and of every block."""
    for page in made.record_pages():
        yield page.path, str(page.body)
    for name in BLOCK_NAMES:
        path = PATHS.get(name, f"{name}/")
        yield path, str(made.block(name, path).html)
        yield path, str(made.source_notes(path))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("collection", [fictional_collection(), empty_collection()], ids=["full", "empty"])
def test_every_page_and_block_is_balanced_and_has_each_id_once(collection: Collection, language: str) -> None:
    for path, html in every_piece(views(collection, language)):
        outline = Outline(html)
        assert outline.unbalanced == [], path
        assert len(outline.ids) == len(set(outline.ids)), (path, sorted(outline.ids))
        labelled = [each.attributes.get("aria-labelledby") for each in outline.elements]
        assert {label for label in labelled if label} <= set(outline.ids), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_record_becomes_an_element_or_an_attribute(language: str) -> None:
    plain = views(fictional_collection(), language)
    hostile = views(fictional_collection(lambda text: text + HOSTILE), language)
    known = {each.tag for _, html in every_piece(plain) for each in Outline(html).elements}
    attributes = {name for _, html in every_piece(plain) for each in Outline(html).elements for name in each.attributes}
    for path, html in every_piece(hostile):
        outline = Outline(html)
        assert outline.unbalanced == [], path
        assert {each.tag for each in outline.elements} <= known - {"img"}, path
        assert {name for each in outline.elements for name in each.attributes} <= attributes, path
        assert not any(name.startswith("on") for each in outline.elements for name in each.attributes), path
    body = next(str(page.body) for page in hostile.record_pages() if page.record_id == "jia")
    assert "{{7*7}}" in body


def test_hostile_titles_and_descriptions_stay_plain_text_for_the_shell_to_escape() -> None:
    page = next(iter(views(fictional_collection(lambda text: text + HOSTILE)).record_pages()))
    assert page.title == "虚构甲" + HOSTILE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("explicit_index", [False, True])
def test_links_between_pages_lead_to_pages_and_anchors_that_exist(language: str, explicit_index: bool) -> None:
    made = views(fictional_collection(), language, explicit_index)
    prefix = "" if language == "zh" else f"{language}/"
    pieces = list(every_piece(made))
    ids: dict[str, set[str]] = {}
    for path, html in pieces:
        ids.setdefault(prefix + path, set()).update(Outline(html).ids)
    # These are written by people; the plugin gives them their blocks.
    written = {prefix + path for path in ("", "figures/", "sites/", "bases/", "lane/", "search/", "programme/")}
    for path, html in pieces:
        for link in Outline(html).links:
            if "://" in link:
                continue
            target, _, anchor = link.partition("#")
            assert not target.startswith("/")
            resolved = posixpath.normpath(posixpath.join(prefix + path, target)) if target else prefix + path
            folder = resolved.removesuffix("index.html").removesuffix("/").removeprefix(".")
            address = folder + "/" if folder else ""
            if "downloads/" in address:
                continue
            assert address in ids or address in written, (path, link)
            if explicit_index and target:
                assert target.endswith("index.html"), (path, link)
            if anchor:
                assert anchor in ids[address], (path, link)


def test_record_pages_have_one_heading_of_the_first_rank() -> None:
    for page in views(fictional_collection()).record_pages():
        assert len(Outline(str(page.body)).all("h1")) == 1
        assert {heading.anchor for heading in page.headings} <= set(Outline(str(page.body)).ids)


def test_the_same_records_give_the_same_bytes() -> None:
    first, second = (list(every_piece(views(fictional_collection()))) for _ in range(2))
    assert first == second


def test_an_unknown_block_and_an_unknown_source_are_key_errors() -> None:
    made = views(fictional_collection())
    with pytest.raises(KeyError):
        made.block("nothing", "")
    with pytest.raises(KeyError):
        made.source_mark(["nothing"], "")


def test_marks_and_blocks_of_one_page_share_their_numbers_and_notes() -> None:
    made = views(fictional_collection())
    first = Outline(str(made.source_mark(["paper"], "people/")))
    block = Outline(str(made.block("relations", "people/").html))
    assert not set(first.ids) & set(block.ids)
    notes = Outline(str(made.source_notes("people/")))
    assert [each.attributes["id"] for each in notes.all("li")] == ["source-paper", "source-novel"]
    # The page of all sources has an entry for each source already.
    made.source_mark(["paper"], "sources/")
    assert made.source_notes("sources/") == ""


def test_pages_come_in_the_order_of_kinds_and_ids() -> None:
    order = [(page.kind, page.record_id) for page in views(fictional_collection()).record_pages()]
    assert order == [
        ("figure", "jia"),
        ("figure", "yi"),
        ("site", "bridge"),
        ("site", "hall"),
        ("site", "museum"),
        ("base", "hall-base"),
        ("route", "walk"),
    ]


def test_a_place_that_refers_to_a_hidden_record_still_has_a_page() -> None:
    published = fictional_collection().published()
    made = SiteViews(published, "zh", TraditionalConverter({}), AssetStore(), LANGUAGES, None)
    assert "虚构乙" not in "".join(str(page.body) for page in made.record_pages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_link_is_empty(language: str) -> None:
    for path, html in every_piece(views(fictional_collection(), language)):
        assert all(Outline(html).links), path
