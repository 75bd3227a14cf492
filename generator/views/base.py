"""The page of an education base."""

from generator.records.base import Base
from generator.views.context import ViewContext
from generator.views.page import Page
from generator.views.partners import BondRow
from generator.views.record_page import make_page
from generator.views.rows import FactRow, PageParts, grouped
from generator.views.site import coordinate_row
from generator.views.texts import Shown


def base_page(context: ViewContext, base: Base) -> Page:
    """The page of a base: its naming if a source tells of one, what to see, practical facts, figures, its site."""
    parts = PageParts.of_record(context, "base", base)
    texts, t = context.texts, context.t
    facts = _facts(parts, base)
    see = parts.text_row("field_see", base.see)
    school = [row for fact in base.school_programmes for row in parts.text_row("field_school_programmes", fact)]
    practical = _practical(parts, base)
    people = _people(parts, base)
    site = context.collection.sites.get(base.site) if base.site is not None else None
    return make_page(
        parts,
        "base",
        base,
        texts.plain(base.see.text) if base.see else t("base_description", name=texts.name(base.names).text),
        {
            "plaque": texts.traditional(base.names),
            "other_name": texts.counterpart(base.names),
            "kind": t(f"theme_{base.theme.value}"),
            "own_note": parts.notes.mark(base),
            "facts": grouped(facts),
            "see": see + school,
            "practical": grouped(practical),
            "people": people,
            "site": site
            and {
                "href": parts.links.to_record("site", site.id),
                "name": texts.name(site.names),
                "line": texts.optional(site.summary),
            },
        },
        (
            ("facts", bool(facts)),
            ("see", True),
            ("practical", True),
            ("people", bool(people)),
            ("site", site is not None),
        ),
    )


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
