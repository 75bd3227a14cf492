"""The page of a figure."""

from generator.records.fact import TextFact
from generator.records.figure import Figure, NameKind, OtherName
from generator.shell.html import Html, escape, lang_html
from generator.views.context import ViewContext
from generator.views.drawing.seal import seal_svg
from generator.views.markdown import render_markdown
from generator.views.markup.bonds import bonds
from generator.views.markup.facts import fact_list, timeline
from generator.views.markup.headings import record_heading
from generator.views.markup.lives import identifier_list, travels_content, work_list
from generator.views.page import Page
from generator.views.partners import BondRow
from generator.views.place_maps import figure_map
from generator.views.record_page import Section, make_page
from generator.views.rows import FactRow, PageParts, grouped
from generator.views.texts import Shown, Texts


def figure_page(context: ViewContext, figure: Figure) -> Page:
    """The page of a figure: name, seal, facts, life, people, places, works, biography, notes."""
    parts = PageParts.of_record(context, "figure", figure)
    texts, t, marks = context.texts, context.t, context.components.marks
    references = context.references
    rows = _facts(parts, figure)
    events = parts.event_rows(figure)
    people = parts.person_bonds(references.people_of_person.get(figure.id, ()))
    places = parts.place_bonds(references.places_of_person.get(figure.id, ())) + _bases(parts, figure)
    works = _works(parts, figure)
    travels = figure_map(context, figure)
    shown: list[Section] = []
    if rows:
        shown.append(Section("facts", fact_list(marks, grouped(rows))))
    if figure.biography is not None:
        shown.append(Section("biography", _biography(parts, figure.biography)))
    if events:
        shown.append(Section("life", timeline(marks, t("figure_section_life"), events)))
    if travels is not None:
        shown.append(Section("travels", travels_content(t, *travels), wide=True))
    if people:
        shown.append(Section("people", bonds(marks, people, t("figure_section_people"))))
    if places:
        shown.append(Section("places", bonds(marks, places, t("figure_section_places"))))
    if works:
        shown.append(Section("works", work_list(marks, works)))
    if identifiers := _identifiers(figure):
        shown.append(Section("identifiers", identifier_list(identifiers)))
    summary = texts.plain(figure.summary) if figure.summary else ""
    name = texts.name(figure.names)
    return make_page(
        parts,
        "figure",
        figure,
        summary or t("figure_description", name=name.text, years=texts.years(figure)),
        (_heading(context, figure, name),),
        shown,
        remark=texts.optional(figure.disambiguation),
        scripts=travels[0].scripts if travels else (),
        styles=travels[0].styles if travels else (),
    )


def _heading(context: ViewContext, figure: Figure, name: Shown) -> Html:
    texts = context.texts
    plaque = texts.traditional(figure.names)
    return record_heading(
        "person",
        name,
        figure.names.pinyin,
        plaque,
        (escape(_courtesy_line(context, figure)), escape(texts.life(figure))),
        texts.optional(figure.summary),
        texts.counterpart(figure.names),
        Html(seal_svg(plaque)),
    )


def _courtesy_line(context: ViewContext, figure: Figure) -> str:
    """Courtesy and art names as they stand below a name: 字宣仲、宜重."""
    space = " " if context.language == "en" else ""
    parts = []
    for kind in (NameKind.COURTESY, NameKind.ART):
        names = [context.texts.other_name(name).text for name in figure.names.others if name.kind is kind]
        if names:
            parts.append(f"{context.t(f'name_{kind.value}')}{space}{context.texts.joined(names)}")
    return " ".join(parts)


def _other_name(texts: Texts, figure: Figure, name: OtherName) -> Shown:
    """A further name. Where only its spelling in English is another one, that spelling is what there is to say."""
    if name.zh == figure.names.zh and name.en is not None:
        return Shown(name.en, "" if texts.language == "en" else "en")
    return texts.other_name(name)


def _facts(parts: PageParts, figure: Figure) -> list[FactRow]:
    context = parts.context
    texts, t = context.texts, context.t
    rows = [
        FactRow(
            t(f"name_{name.kind.value}"), _other_name(texts, figure, name), parts.notes.mark(name), parts.anchor(name)
        )
        for name in figure.names.others
    ]
    # The place of birth is a fact of its own, mostly told in more detail.
    rows += parts.life_row("field_born", figure.born, with_place=figure.birthplace is None)
    rows += parts.text_row("field_birthplace", figure.birthplace)
    rows += parts.life_row("field_died", figure.died)
    rows += parts.text_row("field_native_place", figure.native_place)
    if figure.city_links:
        words = texts.joined(t(f"city_link_{link.value}") for link in figure.city_links)
        rows.append(FactRow(t("field_city_links"), Shown(words), None, ""))
    if figure.fields:
        words = texts.joined(t(f"field_of_work_{each.value}") for each in figure.fields)
        rows.append(FactRow(t("field_fields"), Shown(words), None, ""))
    for membership in figure.organisations:
        more = (texts.optional(membership.role), texts.span(membership.since, membership.until))
        rows.append(
            FactRow(
                t("field_organisations"),
                texts.shown(membership.organisation),
                parts.notes.mark(membership),
                parts.anchor(membership),
                tuple(each for each in more if each is not None),
            )
        )
    for role in figure.roles:
        span = texts.span(role.since, role.until)
        rows.append(
            FactRow(
                t("field_roles"),
                texts.shown(role.title),
                parts.notes.mark(role),
                parts.anchor(role),
                (span,) if span is not None else (),
            )
        )
    return rows


def _works(parts: PageParts, figure: Figure) -> list[FactRow]:
    texts = parts.context.texts
    return [
        FactRow(
            "",
            texts.shown(work.title),
            parts.notes.mark(work),
            parts.anchor(work),
            (Shown(texts.date(work.date)),) if work.date is not None else (),
        )
        for work in figure.works
    ]


def _bases(parts: PageParts, figure: Figure) -> list[BondRow]:
    """The bases that show the figure, unless a relation to the base says more."""
    context = parts.context
    told = {bond.place for bond in context.references.places_of_person.get(figure.id, ())}
    rows = []
    for base_id in context.references.bases_of_person.get(figure.id, ()):
        base = context.collection.bases.get(base_id)
        shown = next((each for each in base.figures if each.person == figure.id), None) if base else None
        if base is None or shown is None or base_id in told:
            continue
        rows.append(
            BondRow(
                name=context.texts.name(base.names),
                href=context.place_href(parts.links, base_id),
                kind=context.t("kind_base"),
                text=None,
                note=parts.notes.mark(shown, shown.inferred),
                anchor="",
            )
        )
    return rows


def _biography(parts: PageParts, biography: TextFact) -> Html:
    context = parts.context
    marks, note = context.components.marks, parts.notes.mark(biography)
    text, lang = context.texts.shown(biography.text)
    return Html(
        f'<div class="prose"><div id="{escape(parts.anchor(biography))}"{lang_html(lang)}>'
        f"{Html(render_markdown(text))}</div></div>"
        f'<p class="prose-source">{escape(context.t("biography_sources"))}{marks.mark(note)}'
        f"{marks.variants(note)}</p>\n"
    )


def _identifiers(figure: Figure) -> list[tuple[str, str, str]]:
    """Label, number and address of the same person elsewhere."""
    found = []
    if figure.identifiers.wikidata is not None:
        number = figure.identifiers.wikidata
        found.append(("Wikidata", number, f"https://www.wikidata.org/wiki/{number}"))
    if figure.identifiers.viaf is not None:
        number = figure.identifiers.viaf
        found.append(("VIAF", number, f"https://viaf.org/viaf/{number}"))
    return found
