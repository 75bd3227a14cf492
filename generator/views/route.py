"""The page of a route."""

from generator.records.route import Route, Stop
from generator.views.context import ViewContext
from generator.views.page import Page
from generator.views.record_page import make_page
from generator.views.rows import FactRow, PageParts, grouped
from generator.views.texts import Shown


def route_page(context: ViewContext, route: Route) -> Page:
    """The page of a route: length, stops in their order, and what is told at each."""
    parts = PageParts.of_record(context, "route", route)
    texts, t = context.texts, context.t
    facts = []
    if route.distance_m is not None:
        facts.append(FactRow(t("field_distance"), Shown(t("route_metres", metres=route.distance_m)), None, ""))
    if route.walking_minutes is not None:
        facts.append(FactRow(t("field_walking"), Shown(t("route_minutes", minutes=route.walking_minutes)), None, ""))
    stops = [_stop(parts, stop) for stop in route.stops if stop.site in context.collection.sites]
    return make_page(
        parts,
        "route",
        route,
        texts.plain(route.summary) if route.summary else t("route_description", name=texts.name(route.names).text),
        {
            "plaque": texts.traditional(route.names),
            "other_name": texts.counterpart(route.names),
            "one_line": texts.optional(route.summary),
            "own_note": parts.notes.mark(route),
            "facts": grouped(facts),
            "stops": stops,
        },
        (("facts", bool(facts)), ("stops", True)),
    )


def _stop(parts: PageParts, stop: Stop) -> dict[str, object]:
    texts = parts.context.texts
    site = parts.context.collection.sites[stop.site]
    return {
        "href": parts.links.to_record("site", site.id),
        "name": texts.name(site.names),
        "kind": texts.shown(site.kind),
        "text": texts.optional(stop.story) or texts.optional(site.summary),
        "note": parts.notes.mark(stop),
        "anchor": parts.anchor(stop),
    }
