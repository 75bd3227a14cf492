import re

import folium
import pytest
from branca.element import Element
from folium.plugins import Fullscreen

from generator.views.maps.assets import shared_assets
from generator.views.maps.fragment import ForeignResource, fragment, reproducible
from tests.views.maps.conftest import PACKAGE


def test_the_same_map_is_the_same_bytes_twice() -> None:
    def build() -> str:
        with reproducible("x"):
            map_ = folium.Map(tiles=None)
            folium.Circle((31.7, 119.9), radius=500).add_to(map_)
            return fragment("x", map_, "t", "n").script_source

    assert build() == build()


def test_outside_its_block_folium_has_its_own_names_again() -> None:
    with pytest.raises(ZeroDivisionError), reproducible("x"):
        raise ZeroDivisionError
    assert re.fullmatch("element_[0-9a-f]{32}", Element().get_name())


def test_a_plugin_whose_files_we_do_not_have_is_refused() -> None:
    map_ = folium.Map(tiles=None)
    Fullscreen().add_to(map_)  # type: ignore[no-untyped-call]
    with pytest.raises(ForeignResource, match="http"):
        fragment("x", map_, "t", "n")


def test_the_page_gets_no_script_no_style_and_no_address() -> None:
    result = fragment("x", folium.Map(tiles=None), '"><script>alert(1)</script>', "<b>")
    assert not re.search(r"<script|<style|style=|https?:|<b>", result.html)
    assert result.scripts == ("leaflet.js", "maps.js")
    assert "http" not in result.script_source


def test_shared_files_name_no_other_file() -> None:
    files = shared_assets(PACKAGE / "vendor", PACKAGE / "theme/static")
    assert b"url(" not in files["maps.css"]
    assert b".leaflet-pane" in files["maps.css"] and b".map-canvas" in files["maps.css"]
    assert not any(b"sourceMappingURL" in content for content in files.values())
