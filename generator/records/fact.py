"""A fact: something said about a record together with who says so, and how far to trust it."""

from generator.records.model import Record, SourceId
from generator.records.text import LocalizedText


class Variant(Record):
    """Another account of the same fact (一说), which stands beside the one that the record follows."""

    text: LocalizedText
    sources: tuple[SourceId, ...] = ()


class Fact(Record):
    """The part that every fact shares.

    `verified: true` means that at least one of the named sources says so; it does not mean that the source is right.
    """

    sources: tuple[SourceId, ...] = ()
    verified: bool = False
    note: LocalizedText | None = None
    variants: tuple[Variant, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether a reader must be told of a doubt: nobody vouches for the fact, or somebody says otherwise."""
        return not self.verified or not self.sources or bool(self.variants)


class TextFact(Fact):
    """A fact that is a text."""

    text: LocalizedText
