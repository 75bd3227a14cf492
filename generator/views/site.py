"""The page of a heritage site."""

from generator.records.coordinates import Coordinates
from generator.records.fact import TextFact
from generator.records.plan import Placement
from generator.records.site import Site
from generator.shell.html import NOTHING, Html
from generator.views.context import ViewContext
from generator.views.markup.bonds import bonds, linked
from generator.views.markup.facts import fact_list
from generator.views.markup.headings import record_heading
from generator.views.markup.sections import place_parts
from generator.views.markup.texts import localized
from generator.views.page import Page
from generator.views.partners import BondRow
from generator.views.record_page import Section, make_page
from generator.views.rows import FactRow, PageParts, grouped
from generator.views.texts import Shown

FOUR_PARTS = ("people", "carrier", "tradition", "character")


def site_page(context: ViewContext, site: Site) -> Page:
    """The page of a site: what and where it is, its four parts, its people and bases, its place in the lane."""
    parts = PageParts.of_record(context, "site", site)
    texts, t, marks = context.texts, context.t, context.components.marks
    rows = _facts(parts, site)
    four_parts = [_four_part(parts, name, getattr(site.four_parts, name)) for name in FOUR_PARTS]
    people = people_of_place(parts, site.id) + _named_only(parts, site)
    bases, routes = _bases(parts, site), _routes(parts, site)
    four_parts_html = Html(f"{place_parts(marks, four_parts, t('four_parts_missing'))}\n")
    shown = [
        Section("facts", fact_list(marks, grouped(rows))),
        Section("four-parts", four_parts_html, lead=t("four_parts_lead")),
    ]
    if people:
        shown.append(Section("people", bonds(marks, people, t("site_section_people"))))
    if bases:
        shown.append(Section("bases", linked(bases)))
    if routes:
        shown.append(Section("routes", linked(routes)))
    name = texts.name(site.names)
    labels = (localized(texts.shown(site.kind)), localized(texts.shown(site.period)) if site.period else NOTHING)
    heading_html = record_heading(
        "place",
        name,
        site.names.pinyin,
        texts.traditional(site.names),
        labels,
        texts.optional(site.summary),
        texts.counterpart(site.names),
    )
    return make_page(
        parts,
        "site",
        site,
        texts.plain(site.summary) if site.summary else t("site_description", name=name.text),
        (heading_html, context.components.record_sources(parts.notes.mark(site))),
        shown,
    )


def people_of_place(parts: PageParts, place_id: str) -> list[BondRow]:
    """Everybody whom a relation binds to a place, in the order of their ids."""
    return parts.people_of_place(parts.context.references.people_of_place.get(place_id, ()))


def coordinate_row(parts: PageParts, coordinates: Coordinates | None) -> list[FactRow]:
    """A row for a position: numbers, system, precision and source; a rough one is said to be rough."""
    if coordinates is None:
        return []
    t = parts.context.t
    more = [Shown(t("coordinates_precision", metres=coordinates.precision_m))]
    if not coordinates.is_spot:
        more.append(Shown(t("coordinates_rough")))
    note = parts.notes.mark_of(coordinates.sources, coordinates.verified, note=coordinates.note)
    value = Shown(f"{coordinates.lat:.6g}, {coordinates.lng:.7g} ({coordinates.system.value})")
    return [FactRow(t("field_coordinates"), value, note, "fact-coordinates", tuple(more))]


def _facts(parts: PageParts, site: Site) -> list[FactRow]:
    context = parts.context
    texts, t = context.texts, context.t
    rows = [FactRow(t("field_scope"), Shown(t(f"scope_{site.scope.value}")), None, "")]
    if site.location is not None:
        rows.append(FactRow(t("field_location"), texts.shown(site.location), None, ""))
    rows += parts.text_row("field_address", site.address)
    protection = site.protection
    if protection is None:
        rows.append(FactRow(t("field_protection"), Shown(t("protection_not_found")), None, ""))
    else:
        more = [Shown(protection.batch)] if protection.batch else []
        if protection.since is not None:
            more.append(Shown(t("protection_since", date=texts.date(protection.since))))
        if protection.earlier is not None:
            more.append(texts.shown(protection.earlier))
        value = Shown(t(f"protection_{protection.level.value}"))
        mark = parts.notes.mark(protection)
        rows.append(FactRow(t("field_protection"), value, mark, parts.anchor(protection), tuple(more)))
    rows += parts.text_row("field_conservation", site.conservation)
    return rows + _plan_row(parts, site) + coordinate_row(parts, site.coordinates)


def _plan_row(parts: PageParts, site: Site) -> list[FactRow]:
    """What the site's place in the drawing of the lane rests on."""
    context = parts.context
    plan = context.collection.plan
    slot = next((each for each in plan.slots if each.site == site.id), None) if plan else None
    if slot is None:
        return []
    more = () if slot.placement is Placement.KNOWN else (Shown(context.t("plan_unknown")),)
    note = parts.notes.mark_of(slot.sources, slot.certain)
    return [FactRow(context.t("field_plan"), context.texts.shown(slot.basis), note, "fact-plan", more)]


def _four_part(parts: PageParts, name: str, fact: TextFact | None) -> tuple[str, FactRow | None]:
    title = parts.context.t(f"four_parts_{name}")
    if fact is None:
        return title, None
    return title, FactRow("", parts.context.texts.shown(fact.text), parts.notes.mark(fact), parts.anchor(fact))


def _named_only(parts: PageParts, site: Site) -> list[BondRow]:
    """People whom only their name stands for."""
    texts, t = parts.context.texts, parts.context.t
    return [
        BondRow(
            name=texts.shown(each.name),
            href=None,
            kind=t(f"place_relation_{each.kind.value}"),
            text=texts.optional(each.text),
            note=parts.notes.mark(each),
            anchor=parts.anchor(each),
        )
        for each in site.people
        if each.person is None and each.name is not None
    ]


def _bases(parts: PageParts, site: Site) -> list[tuple[str, Shown, str]]:
    context = parts.context
    bases = [context.collection.bases[each] for each in context.references.bases_of_site.get(site.id, ())]
    return [
        (
            parts.links.to_record("base", base.id),
            context.texts.name(base.names),
            context.t(f"theme_{base.theme.value}"),
        )
        for base in bases
    ]


def _routes(parts: PageParts, site: Site) -> list[tuple[str, Shown, str]]:
    context = parts.context
    routes = [context.collection.routes[each] for each in context.references.routes_of_site.get(site.id, ())]
    return [(parts.links.to_record("route", route.id), context.texts.name(route.names), "") for route in routes]
