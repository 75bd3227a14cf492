"""The gate: what keeps a tree from being published, and what does not."""

import pytest

from generator.release.gate import check_tree


def codes(page: str, **others: bytes) -> list[str]:
    """The codes found in a tree of one page and further files (`_` in a name stands for `/`, `__` for `.`)."""
    files = {name.replace("__", ".").replace("_", "/"): content for name, content in others.items()}
    return [finding.code for finding in check_tree({"index.html": page.encode(), **files})]


def test_a_sound_tree_passes() -> None:
    page = '<h1 id="top">x</h1><a href="#top">up</a><a href="a/">a</a><a href="a/#b">b</a><script src="s.js"></script>'
    assert codes(page, a_index__html=b'<p id="b">b</p><a href="../">home</a>', s__js=b"") == []


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ('<a href="missing/">x</a>', "dead-link"),
        ('<a href="#nowhere">x</a>', "dead-anchor"),
        ('<a href="javascript:alert(1)">x</a>', "link-scheme"),
        ('<script src="missing.js"></script>', "dead-link"),
        ('<script src="https://cdn.example.org/x.js"></script>', "foreign-request"),
        ('<script src="//cdn.example.org/x.js"></script>', "foreign-request"),
        ('<link rel="stylesheet" href="https://fonts.example.org/css">', "foreign-request"),
        ('<img alt="" src="http://example.org/x.png">', "foreign-request"),
        ('<iframe src="https://example.org/"></iframe>', "foreign-request"),
        ("<script src='https://cdn.example.org/x.js'></script>", "foreign-request"),
        ('<form data-search-names="missing.js"></form>', "dead-link"),
    ],
)
def test_what_is_refused(page: str, code: str) -> None:
    assert codes(page) == [code]


def test_links_to_elsewhere_are_a_readers_choice_and_pass() -> None:
    assert codes('<a href="https://example.org/page">source</a><a href="mailto:a@example.org">mail</a>') == []


def test_a_style_sheet_may_name_only_files_of_the_tree() -> None:
    assert codes("", a_site__css=b"@font-face{src:url(f.woff2)}", a_f__woff2=b"") == []
    assert codes("", a_site__css=b"@font-face{src:url('f.woff2')}") == ["style-address"]
    assert codes("", a_site__css=b"@import url(https://example.org/x.css)") == ["style-address"]


def test_a_configured_tile_host_is_allowed() -> None:
    page = b'<img alt="" src="https://tiles.example.org/1.png">'
    assert check_tree({"index.html": page}, ("https://tiles.example.org",)) == []


def test_an_absolute_link_is_meant_below_the_address_of_the_site() -> None:
    home = '<link rel="canonical" href="https://city.example/heritage/">'
    assert codes(f'{home}<a href="/heritage/">home</a><a href="/heritage/a/">a</a>', a_index__html=b"") == []
    assert codes(f'{home}<a href="/a/">elsewhere on the host</a>', a_index__html=b"") == ["dead-link"]
    assert codes('<a href="/a/">a</a>', a_index__html=b"") == []
