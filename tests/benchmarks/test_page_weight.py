"""The weight of a page counts what its first drawing waits for, and nothing else."""

import gzip
import random
from pathlib import Path

from benchmarks.page_weight import page_weight

PAGE = """<!doctype html><html><head>
<link rel="stylesheet" href="../assets/screen.css"><link rel="stylesheet" href="../assets/print.css" media="print">
<noscript><link rel="stylesheet" href="../assets/fonts.css"></noscript>
<script src="../assets/theme.js"></script><script src="../assets/later.js" defer></script>
</head><body><script src="../assets/last.js"></script></body></html>"""


def test_print_styles_deferred_scripts_and_scripts_of_the_body_do_not_count(tmp_path: Path) -> None:
    chance = random.Random(1)
    (tmp_path / "assets").mkdir()
    for name in ("screen.css", "print.css", "fonts.css", "theme.js", "later.js", "last.js"):
        (tmp_path / "assets" / name).write_bytes(chance.randbytes(1000))
    (tmp_path / "a").mkdir()
    page = tmp_path / "a/index.html"
    page.write_text(PAGE, encoding="utf-8")
    packed = [page, tmp_path / "assets/screen.css", tmp_path / "assets/theme.js"]
    assert page_weight(page) == sum(len(gzip.compress(file.read_bytes(), 6)) for file in packed)
