"""The options of the plugin: each wrong one is named with what is expected, in both languages."""

import re
from typing import Any

import pytest

from generator.editions.options import read_options

NAMES = {"zh": "虚构城"}
TILES = {"url": "https://tiles.example.org/{z}/{x}/{y}.png", "attribution": "虚构"}

WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "nothing": ({}, "names"),
    "names as a number": ({"names": 5}, "names"),
    "names empty": ({"names": {}}, "names"),
    "languages as text": ({"names": NAMES, "languages": "zh"}, "languages"),
    "languages as numbers": ({"names": NAMES, "languages": [1]}, "languages"),
    "no language": ({"names": NAMES, "languages": []}, "languages"),
    "a language twice": ({"names": NAMES, "languages": ["zh", "zh"]}, "languages"),
    "an unknown language": ({"names": NAMES, "languages": ["xx"]}, "xx"),
    "navigation as a number": ({"names": NAMES, "navigation": 7}, "navigation"),
    "footer as a map": ({"names": NAMES, "footer": {"a": "b"}}, "footer"),
    "region as text": ({"names": NAMES, "region": "everywhere"}, "region"),
    "region without a side": ({"names": NAMES, "region": {"south": 1, "west": 2, "north": 3}}, "east"),
    "region upside down": ({"names": NAMES, "region": {"south": 3, "west": 2, "north": 1, "east": 4}}, "south"),
    "region that is no number": (
        {"names": NAMES, "region": {"south": float("nan"), "west": 2, "north": 3, "east": 4}},
        "south",
    ),
    "tiles as a list": ({"names": NAMES, "tiles": [1]}, "tiles"),
    "tiles without blanks": ({"names": NAMES, "tiles": {**TILES, "url": "https://tiles.example.org/"}}, "{x}"),
    "tiles without encryption": ({"names": NAMES, "tiles": {**TILES, "url": "http://tiles.example.org/"}}, "url"),
    "an unknown option": ({"names": NAMES, "nonsense": 1}, "nonsense"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_option_is_named(name: str) -> None:
    values, expected = WRONG[name]
    options, findings = read_options(values)
    assert options is None
    assert findings
    assert expected in " ".join(f"{each.field} {each.message.en} {each.mend.en}" for each in findings)
    for finding in findings:
        assert finding.file == "mkdocs.yml"
        assert re.search("[\u4e00-\u9fff]", finding.message.zh)


def test_what_is_not_given_has_its_default() -> None:
    options, findings = read_options({"names": NAMES, "languages": None, "region": None, "tiles": None})
    assert not findings
    assert options is not None
    assert options.languages == options.written_languages == ("zh",)


def test_traditional_pages_are_written_in_simplified_characters() -> None:
    options, _ = read_options({"names": NAMES, "languages": ["zh-Hant", "en", "zh"]})
    assert options is not None
    assert options.written_languages == ("zh", "en")
