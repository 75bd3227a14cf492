"""The Markdown pages that people write, as the review sees them: text, front matter, and what points elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.archive.files import CollectionFolder, UnreadableFile
from generator.archive.front_matter import front_matter
from generator.records.finding import Finding

LANGUAGE_FOLDERS = ("zh", "en")
"""The languages in which people write pages, each a folder of `content/`; `zh-Hant` is derived from `zh`."""

# Wider than what the build takes for a token, so that a slip (a capital, a full-width comma) is found, too.
_TOKEN = re.compile(r"\{([A-Za-z0-9_][\w\s,，、-]*)\}")
_BLOCK = re.compile(r"<!--\s*qingguo:\s*(.*?)\s*-->", re.DOTALL)
_LINK = re.compile(r"qingguo:([^\s)\"'<>\]]*)")


class Mention(NamedTuple):
    """A name in a page, and where it stands; line and column count from 1."""

    file: str
    line: int
    column: int
    name: str


@dataclass(frozen=True)
class PageFile:
    """One Markdown file. `path` is relative to the folder of its language. `text` is empty if `finding` says why."""

    language: str
    path: str
    file: str
    text: str
    finding: Finding | None = None

    @cached_property
    def front_matter(self) -> str | None:
        """The YAML between the lines `---` at the head of the page."""
        return front_matter(self.text)

    def source_tokens(self) -> Iterator[Mention]:
        """Each source id of each `{id, id}`."""
        for match in _TOKEN.finditer(self.text):
            for name in match[1].split(","):
                yield self._mention(match.start(), name.strip())

    def blocks(self) -> Iterator[Mention]:
        """The name in each `<!-- qingguo:NAME -->`."""
        for match in _BLOCK.finditer(self.text):
            yield self._mention(match.start(), match[1])

    def record_links(self) -> Iterator[Mention]:
        """The target `kind/id` of each `qingguo:` link."""
        blocks = [match.span() for match in _BLOCK.finditer(self.text)]
        for match in _LINK.finditer(self.text):
            if not any(start <= match.start() < end for start, end in blocks):
                yield self._mention(match.start(), match[1])

    def _mention(self, offset: int, name: str) -> Mention:
        line = self.text.count("\n", 0, offset) + 1
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Mention(self.file, line, column, name)


def read_page_files(folder: CollectionFolder) -> tuple[PageFile, ...]:
    """Every Markdown page in the order of languages and paths. Symbolic links are left to the loader's finding."""
    links = folder.symbolic_links("content")
    pages: list[PageFile] = []
    for language in LANGUAGE_FOLDERS:
        top = f"content/{language}"
        for file in folder.list(top, ".md"):
            if any(file == link or file.startswith(link + "/") for link in links):
                continue
            path = file.removeprefix(top + "/")
            try:
                pages.append(PageFile(language, path, file, folder.read_text(file)))
            except UnreadableFile as error:
                pages.append(PageFile(language, path, file, "", error.finding))
    return tuple(pages)
