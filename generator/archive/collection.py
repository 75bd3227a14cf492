"""The whole collection: every record of one root folder, read and validated, with its cross-references resolved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.archive.references import References
from generator.records.base import Base
from generator.records.figure import Figure
from generator.records.gazetteer import GazetteerPlace
from generator.records.person import ContextPerson
from generator.records.plan import LanePlan
from generator.records.programme import Programme
from generator.records.route import Route
from generator.records.site import Site
from generator.records.source import Source

AnyRecord = Figure | Site | Base | Route


@dataclass(frozen=True)
class Collection:
    """Every record by its id, in the order of ids. Drafts are in it; `published()` leaves them out.

    `files` says which file a record came from (by kind and id), for findings and for the list of what changed.
    """

    figures: Mapping[str, Figure]
    sites: Mapping[str, Site]
    bases: Mapping[str, Base]
    routes: Mapping[str, Route]
    sources: Mapping[str, Source]
    people: Mapping[str, ContextPerson]
    places: Mapping[str, GazetteerPlace]
    plan: LanePlan | None
    programme: Programme | None
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def records(self) -> Iterator[tuple[str, AnyRecord]]:
        """Every record that has a page, with the kind that its address begins with."""
        for kind, records in self._kinds.items():
            for record in records.values():
                yield kind, record

    def record(self, kind: str, record_id: str) -> AnyRecord:
        """The record of a kind with an id. Raises KeyError."""
        return self._kinds[kind][record_id]

    @property
    def _kinds(self) -> dict[str, Mapping[str, AnyRecord]]:
        return {"figure": self.figures, "site": self.sites, "base": self.bases, "route": self.routes}

    def file_of(self, kind: str, record_id: str) -> str:
        """The file, relative to the root, in which a record stands."""
        return self.files[kind, record_id]

    def published(self) -> "Collection":
        """The same collection without drafts, and without relations to them."""
        figures = {key: figure for key, figure in self.figures.items() if not figure.draft}
        hidden = frozenset(self.figures) - frozenset(figures)
        return Collection(
            figures={
                key: figure.model_copy(
                    update={"relations": tuple(each for each in figure.relations if each.person not in hidden)}
                )
                for key, figure in figures.items()
            },
            sites={key: site for key, site in self.sites.items() if not site.draft},
            bases={key: base for key, base in self.bases.items() if not base.draft},
            routes={key: route for key, route in self.routes.items() if not route.draft},
            sources=self.sources,
            people=self.people,
            places=self.places,
            plan=self.plan,
            programme=self.programme,
            files=self.files,
        )

    @cached_property
    def references(self) -> References:
        """All cross-references, in both directions."""
        return References.resolve(self.figures, self.sites, self.bases, self.routes)
