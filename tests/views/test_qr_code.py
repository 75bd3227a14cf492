"""A printed record page leads back to its page by a QR code, once the site has an address."""

import re

import pytest

from generator.views.page import Page
from generator.views.qr_code import qr_code
from generator.views.site_views import SiteViews
from tests.support.fiction import fictional_collection, views

ADDRESS = "https://example.org/figures/jia/"


def pages(site_url: str) -> list[Page]:
    made: SiteViews = views(fictional_collection(), "en", site_url=site_url)
    return list(made.record_pages())


def test_every_record_page_of_a_site_with_an_address_has_one_for_print_only() -> None:
    for page in pages("https://example.org/"):
        assert page.body.count('class="qr-code print-only"') == 1, page.path
        assert page.body.count(f"https://example.org/en/{page.path}") == 1, page.path


def test_without_an_address_there_is_neither_code_nor_half_an_address() -> None:
    for page in pages(""):
        assert "qr-code" not in page.body, page.path
        cited = re.search(r'class="cite-text">(.*?)</p>', page.body)
        assert cited and cited[1].endswith("Accessed [date]."), page.path


def test_it_has_a_name_and_comes_out_the_same_each_time() -> None:
    code = qr_code(ADDRESS, 'The "page" & more')
    assert 'role="img"' in code
    assert 'aria-label="The &#34;page&#34; &amp; more"' in code
    assert code == qr_code(ADDRESS, 'The "page" & more')


@pytest.mark.parametrize("other", [ADDRESS + "x", ADDRESS.replace("jia", "yi")])
def test_another_address_gives_another_code(other: str) -> None:
    assert qr_code(ADDRESS, "QR") != qr_code(other, "QR")


def test_the_drawing_has_the_three_corners_and_its_quiet_zone() -> None:
    code = qr_code(ADDRESS, "QR")
    size = re.search(r'viewBox="0 0 (\d+) \1"', code)
    assert size
    side = int(size[1])
    runs = [tuple(map(int, each)) for each in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code)]
    for corner in ((4, 4), (side - 11, 4), (4, side - 11)):
        assert (*corner, 7) in runs
    assert all(x >= 4 and y >= 4 and x + width <= side - 4 and y < side - 4 for x, y, width in runs)
