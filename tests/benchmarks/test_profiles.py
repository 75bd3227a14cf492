"""The fictional collection: the same bytes for the same seed, no error, and files of the size that is measured."""

import gzip
import subprocess
from pathlib import Path

import yaml

from benchmarks.contestants import PROGRAMS
from benchmarks.profiles import files, write


def figures_of(count: int, seed: int = 1) -> list[str]:
    return [text for name, text in files(count, seed, shards=False) if name.startswith("figures/")]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    assert list(files(60, 5, shards=False)) == list(files(60, 5, shards=False))
    assert figures_of(60, 5) != figures_of(60, 6)


def test_a_collection_has_no_error(tmp_path: Path) -> None:
    write(120, tmp_path)
    done = subprocess.run([PROGRAMS / "qingguo", "check", "--root", tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    counts = [
        len(list((tmp_path / folder).glob("*.yml"))) for folder in ("figures", "sites_map/sites", "sites_map/bases")
    ]
    assert counts == [120, 12, 2]
    figures = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (tmp_path / "figures").glob("*.yml")]
    assert all(len(figure["relations"]) >= 2 and figure["places"] for figure in figures)


def test_writing_again_leaves_nothing_of_the_collection_before(tmp_path: Path) -> None:
    write(30, tmp_path, seed=1)
    write(10, tmp_path, seed=2)
    assert len(list((tmp_path / "figures").iterdir())) == 10


def test_shards_hold_the_same_records(tmp_path: Path) -> None:
    write(30, tmp_path / "flat")
    write(30, tmp_path / "shards", shards=True)
    flat = {path.name: path.read_bytes() for path in (tmp_path / "flat/figures").glob("*.yml")}
    shards = {path.name: path.read_bytes() for path in (tmp_path / "shards/figures/000").glob("*.yml")}
    assert len(flat) == 30
    assert flat == shards


def test_figures_have_about_four_kilobytes_which_compress_like_prose() -> None:
    texts = [text.encode() for text in figures_of(200)]
    assert 3_800 <= sum(map(len, texts)) / len(texts) <= 4_200
    together = b"".join(texts)
    assert 2.4 <= len(together) / len(gzip.compress(together, 6)) <= 3.1
