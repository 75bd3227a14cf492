import pytest
from pydantic import ValidationError

from generator.views.maps.overview import overview_map
from generator.views.maps.points import MapKind, MapPoint, MapWords
from generator.views.maps.tiles import TileLayerOptions, tile_findings, tile_host

GOOD = {"url": "https://t{s}.example.org/{z}/{x}/{y}.png", "attribution": "© Example <b>", "subdomains": "01"}


def test_tiles_without_approval_number_are_a_finding() -> None:
    (message,) = tile_findings(TileLayerOptions.model_validate(GOOD))
    assert "审图号" in message.zh and "approval" in message.en
    assert tile_findings(TileLayerOptions.model_validate({**GOOD, "approval_number": "GS(2099)0000"})) == ()
    assert tile_findings(None) == ()


def test_the_policy_names_each_host_and_nothing_else() -> None:
    assert tile_host(TileLayerOptions.model_validate(GOOD)) == ("https://t0.example.org", "https://t1.example.org")
    assert tile_host(TileLayerOptions(url="https://tiles.example.org/{z}/{x}/{y}", attribution="x")) == (
        "https://tiles.example.org",
    )
    assert tile_host(None) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"url": "http://t{s}.example.org/{z}/{x}/{y}.png"},
        {"url": "https://t{s}.example.org/{z}/{x}.png"},
        {"url": "https://t{s}.{z}.example.org/{z}/{x}/{y}.png"},
        {"url": "https://t.example.org/{z}/{x}/{y}.png"},
        {"url": "https://t{s}.example.org; script-src */{z}/{x}/{y}"},
        {"attribution": ""},
        {"subdomains": "a;b"},
        {"max_zoom": "30"},
    ],
)
def test_what_could_not_work_or_would_widen_the_policy_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        TileLayerOptions.model_validate({**GOOD, **change})


def test_attribution_and_number_stand_on_the_map(words: MapWords) -> None:
    tiles = TileLayerOptions.model_validate({**GOOD, "approval_number": "GS(2099)0000"})
    point = MapPoint("a", "甲", "a/", "site", 31.7, 119.9, 500)
    source = overview_map([MapKind("site", "Sites")], [point], [], words, "Map", tiles).script_source
    assert "GS(2099)0000" in source and "t{s}.example.org" in source
    # Leaflet sets the attribution as HTML.
    assert "<b>" not in source and r"\u003cb" not in source
    assert "example.org" not in overview_map([MapKind("site", "Sites")], [point], [], words, "Map").script_source
