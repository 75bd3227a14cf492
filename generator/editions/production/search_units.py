"""The index of a large collection in units: an edit of a text leaves the names alone, and most of the filter."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from generator.editions.production.gathering import Request, Unit, Writer
from generator.editions.production.parts import Part, StoredParts
from generator.editions.searching import KeptText, add_part, names_path, store_text, text_path
from generator.release.assets import AssetStore
from generator.search.entry import SearchEntry
from generator.search.parts import names_script, text_script
from generator.search.text_filter import GROUPS, TextFilter, group_digest
from generator.search.text_parts import TextPart, text_parts


class SearchInParts:
    """The units of the index of one language."""

    def __init__(
        self, language: str, words: Mapping[str, str], parts: StoredParts, others: Callable[[], Iterator[SearchEntry]]
    ) -> None:
        """`others` answers the entries of what is no record."""
        self._language = language
        self._words = words
        self._parts = parts
        self._others = others

    def requests(self) -> Iterator[Request]:
        """What is to be made, first the filter."""
        count = str(len(self._texts))
        digests = [text.digests for text in self._texts]
        for group in range(GROUPS):
            digest = group_digest(digests, group)
            if digest:
                made_of = self._language, str(group), count, digest.hex()
                yield Request("search filter", (), partial(self._filter_files, group), made_of, self._language)
        characters = "".join(sorted(set().union(*(text.characters for text in self._texts))))
        others = repr([text.rows for text in self._other_texts])
        words = repr(sorted(self._words.items()))
        yield Request(
            "search names",
            ((Part.NAMES, self._language),),
            partial(self._names_files, characters),
            (self._language, characters, others, words),
        )

    def text_request(self, units: Sequence[Unit]) -> Request:
        """What is to be made when all others are: the file that names the texts and the filter, `units` of which were
        made before.
        """
        filters = sorted(
            (int(path.rpartition("/filter-")[2].partition(".")[0]), path.removeprefix("assets/"))
            for unit in units
            for path in unit.sizes
            if "/filter-" in path
        )
        addresses = [text.address for text in self._texts]
        return Request(
            "search texts",
            (),
            lambda writer: self._text_files(writer, addresses, [(path, first) for first, path in filters]),
            (self._language, repr(addresses), repr(filters)),
        )

    @cached_property
    def _texts(self) -> list[KeptText]:
        kept = AssetStore()
        others = [store_text(kept, self._language, part) for part in self._other_texts]
        return [*self._parts.rows((Part.TEXTS, self._language)), *others]

    @cached_property
    def _other_texts(self) -> list[TextPart]:
        return list(text_parts(self._others()))

    @cached_property
    def _filter(self) -> TextFilter:
        return TextFilter(self._terms())

    def _terms(self) -> Iterator[bytes]:
        yield from self._parts.rows((Part.TERMS, self._language))
        yield from (part.terms for part in self._other_texts)

    def _filter_files(self, group: int, writer: Writer) -> Unit:
        store = AssetStore()
        for first, content in self._filter.files(group):
            add_part(store, self._language, f"filter-{first}.js", content)
        return writer.write_all(store.files)

    def _names_files(self, characters: str, writer: Writer) -> Unit:
        store = AssetStore()
        rows = [*self._parts.rows((Part.NAMES, self._language)), *(part.rows for part in self._other_texts)]
        content = names_script(rows, characters, self._words, partial(add_part, store, self._language))
        store.add_plain(names_path(self._language), content)
        return writer.write_all(store.files)

    def _text_files(self, writer: Writer, addresses: Sequence[str], filters: Sequence[tuple[str, int]]) -> Unit:
        store = AssetStore()
        for part in self._other_texts:
            store_text(store, self._language, part)
        store.add_plain(text_path(self._language), text_script(addresses, filters))
        return writer.write_all(store.files)
