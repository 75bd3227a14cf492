"""The fictional collection: the same bytes for the same seed, no error, and files of the size that is measured."""

import gzip
from pathlib import Path

from benchmarks.profiles import files, write
from generator.archive.files import CollectionFolder
from generator.archive.load import load_collection
from generator.editions.checking import read_reviewed
from generator.editions.options import read_options
from generator.records.finding import Severity

LANGUAGES = {"names": {"zh": "虚构"}, "languages": ["zh"]}


def figures_of(count: int, seed: int = 1) -> list[str]:
    return [text for name, text in files(count, seed, shards=False) if name.startswith("figures/")]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    assert list(files(60, 5, shards=False)) == list(files(60, 5, shards=False))
    assert figures_of(60, 5) != figures_of(60, 6)


def test_a_collection_has_no_error(tmp_path: Path) -> None:
    write(120, tmp_path)
    options, problems = read_options(LANGUAGES)
    assert options is not None and not problems
    collection, findings = read_reviewed(tmp_path, options, today=None, least=Severity.ERROR)
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert (len(collection.figures), len(collection.sites), len(collection.bases)) == (120, 12, 2)
    assert all(len(figure.relations) >= 2 and figure.places for figure in collection.figures.values())


def test_writing_again_leaves_nothing_of_the_collection_before(tmp_path: Path) -> None:
    write(30, tmp_path, seed=1)
    write(10, tmp_path, seed=2)
    assert len(CollectionFolder(tmp_path).list("figures", ".yml")) == 10


def test_shards_hold_the_same_records(tmp_path: Path) -> None:
    write(30, tmp_path / "flat")
    write(30, tmp_path / "shards", shards=True)
    assert (tmp_path / "shards/figures/000").is_dir()
    flat, _ = load_collection(tmp_path / "flat")
    shards, _ = load_collection(tmp_path / "shards")
    assert flat.figures == shards.figures


def test_figures_have_about_four_kilobytes_which_compress_like_prose() -> None:
    texts = [text.encode() for text in figures_of(200)]
    assert 3_800 <= sum(map(len, texts)) / len(texts) <= 4_200
    together = b"".join(texts)
    assert 2.4 <= len(together) / len(gzip.compress(together, 6)) <= 3.1
