"""Only regular UTF-8 files of sane size are read; for all others a finding says where and how to mend it."""

import os
from pathlib import Path

import pytest

from generator.archive.files import MAXIMUM_BYTES, CollectionFolder, UnreadableFile
from generator.records.finding import Finding, Severity


def refused(root: Path, file: str) -> Finding:
    """The finding for a file that must not be read."""
    with pytest.raises(UnreadableFile) as caught:
        CollectionFolder(root).read_text(file)
    return caught.value.finding


def test_text_comes_without_byte_order_mark_and_with_plain_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfname: \xe5\x8f\xb2\r\nnext: 1\r\n")
    assert CollectionFolder(tmp_path).read_text("a.yml") == "name: 史\nnext: 1\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [("a: 史".encode("utf-16"), 1), ("a: 1\nb: 史良\n".encode("gb18030"), 2), (b"a: 1\nb: 2\nc: \xe5\x8f", 3)],
)
def test_another_encoding_is_named_with_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    (tmp_path / "a.yml").write_bytes(content)
    finding = refused(tmp_path, "a.yml")
    assert (finding.code, finding.severity, finding.file, finding.line) == (
        "file-encoding",
        Severity.ERROR,
        "a.yml",
        line,
    )


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"#" * (MAXIMUM_BYTES + 1))
    assert refused(tmp_path, "a.yml").code == "file-too-large"
    (tmp_path / "b.yml").write_bytes(b"#" * MAXIMUM_BYTES)
    assert len(CollectionFolder(tmp_path).read_text("b.yml")) == MAXIMUM_BYTES


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/a.yml").symlink_to(tmp_path / "secret.txt")
    assert refused(tmp_path, "figures/a.yml").code == "symbolic-link"


def test_a_folder_that_is_a_symbolic_link_is_neither_listed_nor_missed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.yml").write_text("a: 1")
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/linked").symlink_to(tmp_path / "elsewhere")
    folder = CollectionFolder(tmp_path)
    assert folder.list("figures", ".yml") == ()
    assert folder.symbolic_links("figures") == ("figures/linked",)
    (tmp_path / "whole").symlink_to(tmp_path / "elsewhere")
    assert folder.symbolic_links("whole") == ("whole",)


def test_a_record_folder_that_is_a_symbolic_link_gives_no_files(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.yml").write_text("a: 1")
    (tmp_path / "figures").symlink_to(tmp_path / "elsewhere")
    folder = CollectionFolder(tmp_path)
    for file in folder.list("figures", ".yml"):
        assert refused(tmp_path, file).code == "symbolic-link"


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_cannot_be_read_is_a_finding(tmp_path: Path, kind: str) -> None:
    if kind == "folder":
        (tmp_path / "a.yml").mkdir()
    assert refused(tmp_path, "a.yml").code == "file-unreadable"


def test_a_pipe_is_refused_and_does_not_hang_the_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    assert refused(tmp_path, "a.yml").code == "file-unreadable"


def test_files_are_listed_in_one_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yml", ".hidden.yml", "c.txt", "sub/d.yml", ".git/e.yml"):
        (tmp_path / "figures" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "figures" / name).write_text("a: 1")
    assert CollectionFolder(tmp_path).list("figures", ".yml") == ("figures/a.yml", "figures/b.yml", "figures/sub/d.yml")
