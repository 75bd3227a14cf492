"""A record page is read whole after one short answer, in every language."""

from pathlib import Path

from tools.page_weight import LIMIT, weigh_records


def test_every_record_page_is_light(public_tree: Path) -> None:
    weights = weigh_records(public_tree)
    assert {weight.path.split("/")[-3] for weight in weights} == {"figures", "sites", "bases"}
    assert {weight.path.split("/")[0] for weight in weights} == {"figures", "sites", "bases", "en", "zh-Hant"}
    assert {weight.path: weight.html for weight in weights if weight.html >= LIMIT} == {}


def test_a_page_waits_for_its_style_sheets_only(public_tree: Path) -> None:
    """Not for fonts, nor for what is printed; with them a page would wait for twice as much."""
    assert max(weight.styles for weight in weigh_records(public_tree)) < LIMIT
