"""The page of a heritage site."""

from generator.records.coordinates import Coordinates
from generator.records.fact import TextFact
from generator.records.plan import Placement
from generator.records.site import Site
from generator.views.context import ViewContext
from generator.views.page import Page
from generator.views.partners import BondRow
from generator.views.record_page import make_page
from generator.views.rows import FactRow, PageParts, grouped
from generator.views.texts import Shown

FOUR_PARTS = ("people", "carrier", "tradition", "character")


def site_page(context: ViewContext, site: Site) -> Page:
    """The page of a site: what and where it is, its four parts, its people and bases, its place in the lane."""
    parts = PageParts.of_record(context, "site", site)
    texts, t = context.texts, context.t
    facts = _facts(parts, site)
    four_parts = [_four_part(parts, name, getattr(site.four_parts, name)) for name in FOUR_PARTS]
    people = people_of_place(parts, site.id) + _named_only(parts, site)
    bases = _bases(parts, site)
    routes = _routes(parts, site)
    return make_page(
        parts,
        "site",
        site,
        texts.plain(site.summary) if site.summary else t("site_description", name=texts.name(site.names).text),
        {
            "plaque": texts.traditional(site.names),
            "other_name": texts.counterpart(site.names),
            "kind": texts.shown(site.kind),
            "period": texts.optional(site.period),
            "one_line": texts.optional(site.summary),
            "own_note": parts.notes.mark(site),
            "facts": grouped(facts),
            "four_parts": four_parts,
            "people": people,
            "bases": bases,
            "routes": routes,
        },
        (
            ("facts", bool(facts)),
            ("four-parts", True),
            ("people", bool(people)),
            ("bases", bool(bases)),
            ("routes", bool(routes)),
        ),
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


def _four_part(parts: PageParts, name: str, fact: TextFact | None) -> dict[str, object]:
    t = parts.context.t
    row = None
    if fact is not None:
        row = FactRow("", parts.context.texts.shown(fact.text), parts.notes.mark(fact), parts.anchor(fact))
    return {"title": t(f"four_parts_{name}"), "row": row, "missing": t("four_parts_missing")}


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


def _bases(parts: PageParts, site: Site) -> list[dict[str, object]]:
    context = parts.context
    bases = [context.collection.bases[each] for each in context.references.bases_of_site.get(site.id, ())]
    return [
        {
            "href": parts.links.to_record("base", base.id),
            "name": context.texts.name(base.names),
            "line": context.t(f"theme_{base.theme.value}"),
        }
        for base in bases
    ]


def _routes(parts: PageParts, site: Site) -> list[dict[str, object]]:
    context = parts.context
    routes = [context.collection.routes[each] for each in context.references.routes_of_site.get(site.id, ())]
    return [
        {"href": parts.links.to_record("route", route.id), "name": context.texts.name(route.names), "line": ""}
        for route in routes
    ]
