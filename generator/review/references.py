"""Rules about ids: whatever a record points to exists, and no id or name means two things."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from generator.records.figure import Figure
from generator.records.finding import FieldPath, Severity
from generator.records.site import Site
from generator.review.rule import InFile, InRecord, Problem, ReviewContext, Scope, problem, rule


def _unknown(
    context: ReviewContext, kind: str, record_id: str, path: FieldPath, target: str | None, *kinds: str
) -> Iterator[Problem]:
    """The problem that no record of the `kinds` has the id `target`, if so."""
    if target is not None and not any(context.exists(each, target) for each in kinds):
        yield problem(
            InRecord(kind, record_id, path),
            f"没有编号为 {target} 的记录",
            f"there is no record with the id {target}",
            "改正编号，或先建立那条记录",
            "correct the id, or make that record first",
        )


@rule("person-unknown", Severity.ERROR)
def unknown_person(context: ReviewContext) -> Iterator[Problem]:
    """A relation, a site or a base names a person who is neither a figure nor in content/people.yml."""
    collection = context.collection
    known = ("figure", "person")
    for figure in collection.figures.values():
        for index, relation in enumerate(figure.relations):
            path = ("relations", index, "person")
            yield from _unknown(context, "figure", figure.id, path, relation.person, *known)
    for site in collection.sites.values():
        for index, person in enumerate(site.people):
            yield from _unknown(context, "site", site.id, ("people", index, "person"), person.person, *known)
    for base in collection.bases.values():
        for index, shown in enumerate(base.figures):
            yield from _unknown(context, "base", base.id, ("figures", index, "person"), shown.person, *known)


@rule("place-unknown", Severity.ERROR)
def unknown_place(context: ReviewContext) -> Iterator[Problem]:
    """A figure, base, route or the plan of the lane names a site or base that does not exist."""
    collection = context.collection
    for figure in collection.figures.values():
        for index, relation in enumerate(figure.places):
            path = ("places", index, "place")
            yield from _unknown(context, "figure", figure.id, path, relation.place, "site", "base")
    for base in collection.bases.values():
        yield from _unknown(context, "base", base.id, ("site",), base.site, "site")
    for route in collection.routes.values():
        for index, stop in enumerate(route.stops):
            yield from _unknown(context, "route", route.id, ("stops", index, "site"), stop.site, "site")
    if context.plan is not None:
        for name in ("lane", "canal"):
            band = getattr(context.plan, name)
            yield from _unknown(context, "plan", "", (name, "site"), band.site, "site")
        for index, slot in enumerate(context.plan.slots):
            yield from _unknown(context, "plan", "", ("slots", index, "site"), slot.site, "site")


@rule("town-unknown", Severity.ERROR)
def unknown_town(context: ReviewContext) -> Iterator[Problem]:
    """An event names a town that is not in sites_map/places.yml."""
    for figure in context.collection.figures.values():
        for name in ("born", "died"):
            event = getattr(figure, name)
            if event is not None:
                yield from _unknown(context, "figure", figure.id, (name, "place"), event.place, "town")
        for index, timeline_event in enumerate(figure.timeline):
            path = ("timeline", index, "place")
            yield from _unknown(context, "figure", figure.id, path, timeline_event.place, "town")


@rule("id-ambiguous", Severity.ERROR, Scope.DIRECTORY)
def ambiguous_id(context: ReviewContext) -> Iterator[Problem]:
    """A relation to this id could mean a site or a base, or a figure or a context person."""
    ids: dict[str, set[str]] = defaultdict(set)
    for kind, record_id in context.all_drafts:
        ids[kind].add(record_id)
    for kind, twice in (
        ("base", ids["site"] & ids["base"]),
        ("person", ids["figure"] & set(context.collection.people)),
    ):
        for record_id in sorted(twice):
            yield problem(
                InRecord(kind, record_id),
                f"编号 {record_id} 有两条记录，关系不知指哪一条",
                f"two records have the id {record_id}, so that a relation may mean either",
                "改掉其中一个编号",
                "change the id of one of them",
            )


@rule("name-clash", Severity.ERROR, Scope.DIRECTORY)
def name_clash(context: ReviewContext) -> Iterator[Problem]:
    """Two files whose names differ in case or in composed characters only: on many disks they are one file."""
    names: dict[str, list[str]] = defaultdict(list)
    for folder in ("figures", "sites_map", "content"):
        for file in context.folder.list(folder, ""):
            names[unicodedata.normalize("NFC", file).casefold()].append(file)
    for files in names.values():
        for file in files[1:]:
            yield problem(
                InFile(file),
                f"与 {files[0]} 只差大小写或字符的组合方式",
                f"differs from {files[0]} only in case or in composed characters",
                "给其中一个文件改名",
                "rename one of the two files",
            )


@rule("file-ignored", Severity.WARNING, Scope.DIRECTORY)
def ignored_file(context: ReviewContext) -> Iterator[Problem]:
    """A file in a folder of records whose name does not end in .yml is not read."""
    for folder in ("figures", "sites_map/sites", "sites_map/bases", "sites_map/routes"):
        for file in context.folder.list(folder, ""):
            if not file.endswith(".yml"):
                yield problem(
                    InFile(file),
                    "这个文件不会被读取",
                    "this file is not read",
                    "记录的文件名要以 .yml 结尾；不是记录的，请移走",
                    "the file of a record ends in .yml; move away what is no record",
                )


@rule("relation-with-self", Severity.ERROR)
def relation_with_self(context: ReviewContext) -> Iterator[Problem]:
    """A person is bound to himself or herself."""
    for figure in context.collection.figures.values():
        for index, relation in enumerate(figure.relations):
            if relation.person == figure.id:
                yield problem(
                    InRecord("figure", figure.id, ("relations", index, "person")),
                    "与自己的关系",
                    "a relation of a person to the same person",
                    "改正 person",
                    "correct person",
                )


@rule("relation-twice", Severity.WARNING, Scope.COLLECTION)
def relation_twice(context: ReviewContext) -> Iterator[Problem]:
    """The same two are bound in the same way twice, in one file or from both sides; the page would show both."""
    seen: dict[tuple[object, ...], str] = {}
    for figure in context.collection.figures.values():
        for path, key in _relation_keys(figure):
            if key in seen:
                yield problem(
                    InRecord("figure", figure.id, path),
                    f"与 {seen[key]} 里的一条关系重复",
                    f"the same relation stands in {seen[key]}",
                    "两条合为一条",
                    "make one of the two",
                )
            else:
                seen[key] = context.collection.file_of("figure", figure.id)
    for site in context.collection.sites.values():
        for index, key in _site_keys(site):
            if key in seen:
                yield problem(
                    InRecord("site", site.id, ("people", index)),
                    f"与 {seen[key]} 里的一条关系重复",
                    f"the same relation stands in {seen[key]}",
                    "两条合为一条",
                    "make one of the two",
                )
            else:
                seen[key] = context.collection.file_of("site", site.id)


def _relation_keys(figure: Figure) -> Iterator[tuple[FieldPath, tuple[object, ...]]]:
    for index, relation in enumerate(figure.relations):
        yield ("relations", index), (frozenset((figure.id, relation.person)), relation.kind)
    for index, place in enumerate(figure.places):
        yield ("places", index), (figure.id, place.place, place.kind)


def _site_keys(site: Site) -> Iterator[tuple[int, tuple[object, ...]]]:
    for index, person in enumerate(site.people):
        if person.person is not None:
            yield index, (person.person, site.id, person.kind)


RULES = (
    unknown_person,
    unknown_place,
    unknown_town,
    ambiguous_id,
    name_clash,
    ignored_file,
    relation_with_self,
    relation_twice,
)
