"""The page of an education base."""

from generator.records.base import Base
from generator.shell.html import Html, escape, joined
from generator.views.context import ViewContext
from generator.views.markup.bonds import bonds, linked
from generator.views.markup.facts import fact_list, told
from generator.views.markup.headings import record_heading
from generator.views.markup.sections import empty_state
from generator.views.page import Page
from generator.views.partners import BondRow
from generator.views.record_page import Section, make_page
from generator.views.rows import FactRow, PageParts, grouped
from generator.views.site import coordinate_row
from generator.views.texts import Shown


def base_page(context: ViewContext, base: Base) -> Page:
    """The page of a base: its naming if a source tells of one, what to see, practical facts, figures, its site."""
    parts = PageParts.of_record(context, "base", base)
    texts, t, marks = context.texts, context.t, context.components.marks
    rows = _facts(parts, base)
    see = parts.text_row("field_see", base.see)
    see += [row for fact in base.school_programmes for row in parts.text_row("field_school_programmes", fact)]
    practical = _practical(parts, base)
    people = _people(parts, base)
    site = context.collection.sites.get(base.site) if base.site is not None else None
    shown = [
        Section("facts", fact_list(marks, grouped(rows))),
        Section("see", _see(context, see)),
        Section("practical", _practical_list(context, practical)),
    ]
    if people:
        shown.append(Section("people", bonds(marks, people, t("base_section_people"))))
    if site is not None:
        link = (parts.links.to_record("site", site.id), texts.name(site.names), texts.optional(site.summary))
        shown.append(Section("site", linked([link])))
    name = texts.name(base.names)
    heading_html = record_heading(
        "place",
        name,
        base.names.pinyin,
        texts.traditional(base.names),
        (escape(t(f"theme_{base.theme.value}")),),
        None,
        texts.counterpart(base.names),
    )
    return make_page(
        parts,
        "base",
        base,
        texts.plain(base.see.text) if base.see else t("base_description", name=name.text),
        (heading_html, context.components.record_sources(parts.notes.mark(base))),
        shown,
    )


def _see(context: ViewContext, rows: list[FactRow]) -> Html:
    if not rows:
        return empty_state(context.t("base_see_missing"), context.t("missing_why"))
    marks = context.components.marks
    return joined([Html(f"<p>{told(marks, row)}</p>") for row in rows])


def _practical_list(context: ViewContext, rows: list[FactRow]) -> Html:
    if not rows:
        return empty_state(context.t("base_practical_missing"), context.t("base_practical_why"))
    return fact_list(context.components.marks, grouped(rows))


def _facts(parts: PageParts, base: Base) -> list[FactRow]:
    texts, t = parts.context.texts, parts.context.t
    naming = base.naming
    if naming is None:
        rows = [FactRow(t("field_naming"), Shown(t("naming_not_found")), None, "")]
    else:
        words = t("naming_first_batch") if naming.batch == 1 else t("naming_batch", batch=naming.batch)
        more = (Shown(texts.date(naming.date)),) if naming.date is not None else ()
        rows = [FactRow(t("field_naming"), Shown(words), parts.notes.mark(naming), parts.anchor(naming), more)]
    for status in base.statuses:
        rows += parts.text_row("field_statuses", status)
    rows += parts.text_row("field_address", base.address)
    return rows + coordinate_row(parts, base.coordinates)


def _practical(parts: PageParts, base: Base) -> list[FactRow]:
    texts, t = parts.context.texts, parts.context.t
    rows = []
    for fact in base.practical:
        expires = t("practical_expires", date=texts.date(fact.expires)) if fact.expires else t("practical_undated")
        rows.append(
            FactRow(
                t(f"practical_{fact.kind.value}"),
                texts.shown(fact.text),
                parts.notes.mark(fact),
                parts.anchor(fact),
                (Shown(expires),),
            )
        )
    return rows


def _people(parts: PageParts, base: Base) -> list[BondRow]:
    """The figures that the base shows, then others whom a relation binds to it."""
    context = parts.context
    rows = []
    for shown in base.figures:
        name = context.person_name(shown.person)
        if name is None:
            continue
        figure = context.collection.figures.get(shown.person)
        rows.append(
            BondRow(
                name=name,
                href=context.person_href(parts.links, shown.person),
                kind=context.t("base_shows"),
                text=context.texts.optional(figure.summary) if figure else None,
                note=parts.notes.mark(shown, shown.inferred),
                anchor=parts.anchor(shown),
            )
        )
    told = {shown.person for shown in base.figures}
    bonds = [bond for bond in context.references.people_of_place.get(base.id, ()) if bond.person not in told]
    return rows + parts.people_of_place(bonds)
