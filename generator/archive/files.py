"""Finding and reading input files: only regular files that lie inside the collection, of sane size, in UTF-8."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.records.finding import Finding, Message, Severity

MAXIMUM_BYTES = 1_000_000
MAXIMUM_REGISTER_BYTES = 5_000_000


class UnreadableFile(Exception):
    """The file cannot be taken: a finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


class ReadsText(Protocol):
    """Where the files of a collection can be read, on this machine or in a storage that many share."""

    def read_text(self, file: str, limit: int = MAXIMUM_BYTES) -> str:
        """The text of one file. Raises UnreadableFile."""
        ...


@dataclass(frozen=True)
class CollectionFolder:
    """The folder that holds `mkdocs.yml`, `figures/`, `sites_map/` and `content/`."""

    root: Path

    def list(self, folder: str, suffix: str) -> tuple[str, ...]:
        """The files below a folder, as sorted paths relative to the root. Hidden files and folders are left out."""
        return tuple(sorted(self._below(folder, lambda entry: entry.name.endswith(suffix) and not entry.is_dir())))

    def symbolic_links(self, folder: str) -> tuple[str, ...]:
        """Every symbolic link below a folder (or the folder itself), as sorted relative paths."""
        if (self.root / folder).is_symlink():
            return (folder,)
        return tuple(sorted(self._below(folder, os.DirEntry.is_symlink, hidden=True)))

    def _below(
        self, folder: str, is_wanted: Callable[["os.DirEntry[str]"], bool], hidden: bool = False
    ) -> Iterator[str]:
        """The entries below a folder, relative to the root. A folder that is a link is not entered."""
        try:
            entries = list(os.scandir(self.root / folder))
        except OSError:
            return
        for entry in entries:
            if entry.name.startswith(".") and not hidden:
                continue
            path = f"{folder}/{entry.name}"
            if is_wanted(entry):
                yield path
            if entry.is_dir(follow_symlinks=False):
                yield from self._below(path, is_wanted, hidden)

    def _steps(self, file: str) -> tuple[Path, ...]:
        """The file and every folder between it and the root, any of which may be a link that leads outside."""
        parts = PurePosixPath(file).parts
        return tuple(self.root.joinpath(*parts[:length]) for length in range(1, len(parts) + 1))

    def read_text(self, file: str, limit: int = MAXIMUM_BYTES) -> str:
        """The text of one file. Raises UnreadableFile with a finding that names file, line and mend."""
        path = self.root / file
        if any(step.is_symlink() for step in self._steps(file)):
            raise UnreadableFile(symbolic_link_finding(file))
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                # Reading a pipe or a device could wait for ever.
                raise UnreadableFile(
                    _finding(
                        file,
                        "file-unreadable",
                        Message("这不是普通文件", "this is not a regular file"),
                        Message("换成真正的文件", "put a file here"),
                    )
                )
            size = status.st_size
            if size > limit:
                raise UnreadableFile(too_large(file, size, limit))
            content = path.read_bytes()
        except OSError as error:
            raise unreadable(file, error) from None
        return decoded(file, content)


def _finding(file: str, code: str, message: Message, mend: Message, line: int = 0) -> Finding:
    return Finding(Severity.ERROR, code, file, (), message, mend, line, 1 if line else 0)


def unreadable(file: str, error: OSError) -> UnreadableFile:
    """The finding for a file that the system does not give."""
    reason = error.strerror or type(error).__name__
    return UnreadableFile(
        _finding(
            file,
            "file-unreadable",
            Message(f"文件读不出来：{reason}", f"the file cannot be read: {reason}"),
            Message("检查文件是否存在、权限是否允许读取", "check that the file exists and may be read"),
        )
    )


def decoded(file: str, content: bytes) -> str:
    """The text of a file's content. Raises UnreadableFile when it is not in UTF-8."""
    try:
        # Editors on Windows put a byte order mark in front; it is harmless.
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            _finding(
                file,
                "file-encoding",
                Message("文件不是 UTF-8 编码", "the file is not in UTF-8"),
                Message("在编辑器里另存为 UTF-8", "save it as UTF-8 in your editor"),
                content.count(b"\n", 0, error.start) + 1,
            )
        ) from None


def too_large(file: str, size: int, limit: int) -> Finding:
    """The finding for a file of `size` bytes where `limit` are allowed."""
    return _finding(
        file,
        "file-too-large",
        Message(
            f"文件有 {size:,} 字节，上限 {limit:,}",
            f"the file has {size:,} bytes, the limit is {limit:,}",
        ),
        Message("拆成几个文件", "split it into several files"),
    )


def symbolic_link_finding(file: str) -> Finding:
    """The finding for a symbolic link among the inputs: what it points to would be published."""
    return _finding(
        file,
        "symbolic-link",
        Message("这是符号链接，不接受", "a symbolic link, which is not accepted"),
        Message("换成真正的文件", "put the file itself here"),
    )
