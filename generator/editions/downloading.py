"""The files for readers to download, and what the download page says of them."""

from functools import cached_property

from generator.archive.collection import Collection
from generator.exports.data_dictionary import DICTIONARY
from generator.exports.downloads import downloads
from generator.language.words import Words
from generator.views.downloads import Download
from generator.views.links import record_path

FOLDER = "downloads"


class SiteDownloads:
    """The downloads of one site."""

    def __init__(self, collection: Collection, site_url: str) -> None:
        self._collection = collection
        self._site_url = site_url

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file by its path from the root of the site."""
        contents = downloads(self._collection, lambda kind, record_id: self._site_url + record_path(kind, record_id))
        return {f"{FOLDER}/{name}": content for name, content in contents.items()}

    def described(self, words: Words) -> tuple[Download, ...]:
        """Every file with title, description and columns, in the language of `words`."""
        described = []
        for path in self.files:
            name = path.removeprefix(f"{FOLDER}/")
            key = "download_" + name.partition(".")[0].replace("-", "_")
            columns = [
                (column.name, words.of_pair(column.zh, column.en)) for column in DICTIONARY.get(name, ())
            ]
            described.append(Download(path, words(f"{key}_title"), words(f"{key}_text"), columns))
        return tuple(described)
