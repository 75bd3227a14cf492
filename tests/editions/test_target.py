"""A build never takes the place of something that no build has made."""

from pathlib import Path

import pytest

from generator.editions.target import UnusableTarget, check_target


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A collection with its folders."""
    for name in ("figures", "sites_map", "content/zh"):
        (tmp_path / "city" / name).mkdir(parents=True)
    return tmp_path / "city"


@pytest.mark.parametrize("name", ["city", ".", "city/figures", "city/content/zh/site", "city/sites_map/x"])
def test_the_collection_is_no_target(name: str, root: Path, tmp_path: Path) -> None:
    # Not even when it looks like a site.
    (root / "index.html").touch()
    (tmp_path / "index.html").touch()
    with pytest.raises(UnusableTarget):
        check_target(root, tmp_path / name)


def test_a_file_is_no_target(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableTarget):
        check_target(root, tmp_path / "file")


def test_a_folder_with_something_else_is_no_target(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "documents"
    target.mkdir()
    check_target(root, target)
    (target / "letter.txt").touch()
    with pytest.raises(UnusableTarget):
        check_target(root, target)


def test_a_new_folder_and_a_former_site_are_targets(root: Path, tmp_path: Path) -> None:
    check_target(root, root / "dist" / "public")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").touch()
    check_target(root, site)
