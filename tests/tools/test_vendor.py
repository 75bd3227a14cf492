"""What a site carries with it: whole, as its manifest says, and with fonts that have the characters of Changzhou."""

import hashlib
import json
import re
from typing import Any

import pytest

from generator.release.font_glyphs import read_prepared_font
from tools.vendor import MODULES, PACKAGES, VENDOR


def manifest() -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))["files"]
    return lines


def test_the_manifest_lists_every_file_with_its_hash() -> None:
    there = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert {line["file"]: line["sha256"] for line in manifest()} == there


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_the_licence_is_that_of_the_package_and_lies_beside_it(package: Any) -> None:
    stated = json.loads((MODULES / package.name / "package.json").read_text(encoding="utf-8"))["license"]
    assert package.licence in stated
    assert any("LICENSE" in name for name in package.files)


def test_every_file_that_a_style_names_is_there() -> None:
    for style in VENDOR.rglob("*.css"):
        for name in re.findall(r"url\(['\"]?([^'\")#]+)", style.read_text(encoding="utf-8")):
            assert (style.parent / name).is_file(), (style, name)


@pytest.mark.parametrize(
    ("font", "characters"),
    [
        ("NotoSerifSC-Regular", "瞿恽毗舣趙薛應旂"),
        ("NotoSerifSC-SemiBold", "瞿恽毗舣趙薛應旂"),
        ("NotoSerifTC-Regular", "瞿惲毗艤趙薛應旂"),
        ("NotoSerifTC-SemiBold", "瞿惲毗艤趙薛應旂"),
        ("LXGWWenKai-Regular", "瞿恽毗舣趙薛應旂惲艤"),
    ],
)
def test_rare_characters_of_the_city_have_glyphs(font: str, characters: str) -> None:
    held = read_prepared_font(VENDOR / "fonts" / font).holds(characters)
    assert [character for character in characters if character not in held] == []
