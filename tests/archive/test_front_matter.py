"""Front matter is read as it is written."""

import pytest

from generator.archive.front_matter import front_matter, front_matter_texts
from generator.archive.yaml_reader import UnreadableYaml


def test_a_page_without_front_matter_has_none() -> None:
    assert front_matter("# title\n\n---\n") is None
    assert front_matter_texts("# title\n") == {}
    assert front_matter("---\ntitle: never closed\n\ntext\n") is None


@pytest.mark.parametrize("written", ["no", "0123", "1:30", "2024-02-30", "史良"])
def test_a_title_is_what_is_written(written: str) -> None:
    assert front_matter_texts(f"---\ntitle: {written}\n---\ntext\n") == {"title": written}


def test_what_is_no_text_is_left_out() -> None:
    assert front_matter_texts("---\ntitle: [a, b]\ndescription: {a: b}\nnavigation: x\n---\n") == {"navigation": "x"}
    assert front_matter_texts("---\n- a\n---\n") == {}


def test_broken_yaml_is_told() -> None:
    with pytest.raises(UnreadableYaml):
        front_matter_texts("---\ntitle: [\n---\n")
