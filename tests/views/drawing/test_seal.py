import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.drawing.seal import SIZE, seal_svg


def parsed(name: str, label: str = "") -> ET.Element:
    return ET.fromstring(str(seal_svg(name, label)))


def glyphs(seal: ET.Element) -> list[ET.Element]:
    """The characters: everything but the ground, which comes first."""
    return list(seal)[1:]


def middle(glyph: ET.Element) -> float:
    """How far to the right the middle of a character lies."""
    return float(glyph.attrib["transform"].removeprefix("translate(").split()[0])


@pytest.mark.parametrize(
    ("name", "count"), [("一", 1), ("史良", 2), ("周有光", 3), ("欧阳予倩", 4), ("爱新觉罗·溥仪", 6)]
)
def test_every_character_of_the_name_is_cut_once(name: str, count: int) -> None:
    assert len(glyphs(parsed(name))) == count
    assert all(glyph.tag == "path" for glyph in glyphs(parsed(name)))


def test_the_surname_stands_on_the_right() -> None:
    surname, given_one, given_two = map(middle, glyphs(parsed("周有光")))
    assert surname > SIZE / 2 > max(given_one, given_two)


def test_the_seal_of_a_name_never_changes_and_differs_from_that_of_another() -> None:
    assert seal_svg("史良") == seal_svg("史良")
    assert next(iter(parsed("史良"))).attrib["d"] != next(iter(parsed("良史"))).attrib["d"]


def test_both_kinds_of_seal_occur() -> None:
    names = ["史良", "李公朴", "张志让", "刘国钧", "徐伯昕", "华罗庚"]
    assert {glyphs(parsed(name))[0].attrib["class"] for name in names} == {"seal-paper", "seal-cinnabar"}


def test_with_a_label_it_is_an_image_and_without_one_it_is_silent() -> None:
    assert parsed("史良", "史良印").attrib["aria-label"] == "史良印"
    assert parsed("史良", "史良印").attrib["role"] == "img"
    assert parsed("史良").attrib["aria-hidden"] == "true"


def test_a_character_that_the_font_lacks_is_set_as_text() -> None:
    (glyph,) = glyphs(parsed("\U0002f800"))
    assert glyph.tag == "text" and glyph.text == "\U0002f800"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30), st.text("<>\"'&甲a"))
def test_any_name_gives_a_seal_inside_its_square(name: str, label: str) -> None:
    seal = parsed(name, label)
    assert 1 <= len(glyphs(seal)) <= 6
    assert {each.tag for each in seal.iter()} <= {"svg", "path", "text"}
