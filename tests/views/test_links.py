"""Links between pages lead from where they stand to where they should."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.links import Links

FOLDERS = st.lists(st.sampled_from(["figures", "sites", "en", "a", "b", "zh-Hant"]), max_size=4)


@given(FOLDERS, FOLDERS, st.booleans())
def test_a_link_is_the_relative_path(page: list[str], target: list[str], is_file: bool) -> None:
    here = "".join(f"{each}/" for each in page)
    there = "/".join([*target, "x.css"]) if is_file else "".join(f"{each}/" for each in target)
    expected = posixpath.relpath(there.rstrip("/") or ".", here.rstrip("/") or ".")
    assert Links(here).to_root(there) == (expected if is_file else f"{expected}/")


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (Links("en/figures/a/", "en/"), "../../sites/b/#x"),
        (Links("en/figures/a/", "en/", explicit_index=True), "../../sites/b/index.html#x"),
        (Links("404.html", "en/", absolute_base="/base/"), "/base/en/sites/b/#x"),
    ],
)
def test_a_record_is_linked_with_its_fragment(links: Links, expected: str) -> None:
    assert links.to_record("site", "b", "x") == expected
