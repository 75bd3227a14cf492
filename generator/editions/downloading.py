"""The files for readers to download, and what the download page says of them."""

from collections import Counter
from collections.abc import Iterable

from generator.archive.collection import Collection
from generator.editions.production.parts import Part, StoredParts
from generator.exports.data_dictionary import DICTIONARY
from generator.exports.downloads import DATA_DICTIONARY, KINDS, ExportRows, assembled, dictionary_table, register_rows
from generator.language.words import Words
from generator.views.downloads import Download

FOLDER = "downloads"


def download_files(registers: Collection, parts: StoredParts) -> dict[str, bytes]:
    """Every file by its path from the root of the site, of the rows of all chunks."""
    rows: list[ExportRows] = list(parts.rows((Part.EXPORTS, "")))
    uses: Counter[str] = Counter()
    for each in rows:
        uses.update(each.uses)
    shared = register_rows(registers, uses)

    def texts(name: str, kind: str) -> Iterable[str]:
        return [each.texts.get((name, kind), "") for each in rows] + [shared.get((name, kind), "")]

    files = {name: b"".join(assembled(name, lambda kind, name=name: texts(name, kind))) for name in KINDS}  # type: ignore[misc]
    return {f"{FOLDER}/{name}": content for name, content in {**files, DATA_DICTIONARY: dictionary_table()}.items()}


def described(words: Words) -> tuple[Download, ...]:
    """Every file with title, description and columns, in the language of `words`."""
    found = []
    for name in (*KINDS, DATA_DICTIONARY):
        key = "download_" + name.partition(".")[0].replace("-", "_")
        columns = [(column.name, words.of_pair(column.zh, column.en)) for column in DICTIONARY.get(name, ())]
        found.append(Download(f"{FOLDER}/{name}", words(f"{key}_title"), words(f"{key}_text"), columns))
    return tuple(found)
