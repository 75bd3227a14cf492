"""A reading that search could not use is found."""

import subprocess
import sys
from typing import Any

import pytest

OTHER_NAME = "{kind: pen, zh: 无名, pinyin: Xyz, sources: [gazette], verified: true}"


@pytest.mark.parametrize(
    ("file", "old", "new", "count"),
    [
        ("figures/jia-yi.yml", "Jiǎ Yī", "Jiǎ Yī Èr", 1),
        ("figures/jia-yi.yml", "Jiǎ Yī", "jiayi", 0),
        ("figures/jia-yi.yml", "  en: Jia Yi", f"  en: Jia Yi\n  others: [{OTHER_NAME}]", 1),
        ("sites_map/sites/old-house.yml", "Lǎo Zhái", "Lǎo Zhái Jiē", 1),
    ],
)  # fmt: skip
def test_pinyin_has_one_syllable_a_character(workshop: Any, file: str, old: str, new: str, count: int) -> None:
    workshop.replace(file, old, new)
    assert workshop.codes() == ["pinyin-mismatch"] * count


def test_the_rules_load_no_dictionary_before_it_is_needed() -> None:
    program = "import sys, generator.review.rules; sys.exit('pypinyin' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
