"""The page of a route."""

from generator.records.route import Route, Stop
from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.context import ViewContext
from generator.views.markup.facts import fact_list
from generator.views.markup.headings import record_heading
from generator.views.markup.sections import empty_state
from generator.views.markup.texts import localized
from generator.views.page import Page
from generator.views.record_page import Section, make_page
from generator.views.rows import FactRow, PageParts, grouped
from generator.views.texts import Shown


def route_page(context: ViewContext, route: Route) -> Page:
    """The page of a route: length, stops in their order, and what is told at each."""
    parts = PageParts.of_record(context, "route", route)
    texts, t = context.texts, context.t
    rows = []
    if route.distance_m is not None:
        rows.append(FactRow(t("field_distance"), Shown(t("route_metres", metres=route.distance_m)), None, ""))
    if route.walking_minutes is not None:
        rows.append(FactRow(t("field_walking"), Shown(t("route_minutes", minutes=route.walking_minutes)), None, ""))
    stops_html = _stops(parts, [stop for stop in route.stops if stop.site in context.collection.sites])
    shown = [Section("facts", fact_list(context.components.marks, grouped(rows)))] if rows else []
    shown.append(Section("stops", stops_html))
    name = texts.name(route.names)
    heading_html = record_heading(
        "place",
        name,
        route.names.pinyin,
        texts.traditional(route.names),
        (escape(t("kind_route")),),
        texts.optional(route.summary),
        texts.counterpart(route.names),
    )
    return make_page(
        parts,
        "route",
        route,
        texts.plain(route.summary) if route.summary else t("route_description", name=name.text),
        (heading_html, context.components.record_sources(parts.notes.mark(route))),
        shown,
    )


def _stops(parts: PageParts, stops: list[Stop]) -> Html:
    t = parts.context.t
    if not stops:
        return Html(f"{empty_state(t('route_stops_missing'), t('missing_why'))}\n")
    return Html(f'<ol class="stops">\n{joined([_stop(parts, stop) for stop in stops])}</ol>\n')


def _stop(parts: PageParts, stop: Stop) -> Html:
    context = parts.context
    texts, marks = context.texts, context.components.marks
    site = context.collection.sites[stop.site]
    note = parts.notes.mark(stop)
    text = texts.optional(stop.story) or texts.optional(site.summary)
    text_html = NOTHING
    if text is not None:
        text_html = Html(f"<p>{localized(text)}{marks.mark(note)}{marks.variants(note)}</p>")
    name_html, kind_html = localized(texts.name(site.names)), localized(texts.shown(site.kind))
    return Html(
        f'<li id="{escape(parts.anchor(stop))}">'
        f'<a class="name" href="{escape(parts.links.to_record("site", site.id))}">{name_html}</a> '
        f'<span class="label">{kind_html}</span>\n{text_html}</li>\n'
    )
