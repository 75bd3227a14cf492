"""What the pages of all kinds of records have in common: heading, notes at the end, review, citation, neighbours."""

from collections.abc import Mapping, Sequence

from generator.archive.collection import AnyRecord
from generator.language.citation import citation
from generator.records.review import ReviewStep
from generator.views.context import SECTIONS, ViewContext
from generator.views.links import Links, record_path
from generator.views.page import Heading, Page
from generator.views.qr_code import qr_code
from generator.views.rows import PageParts
from generator.views.texts import Shown

_DESCRIPTION_LENGTH = 200


def make_page(
    parts: PageParts,
    kind: str,
    record: AnyRecord,
    summary: str,
    values: Mapping[str, object],
    sections: Sequence[tuple[str, bool]],
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
) -> Page:
    """The page of a record from its template `KIND.html`.

    `sections` are the ids of the page's sections in their order, each with whether it has anything to show; the
    template asks `shown` for the title of each. A section's title is the word `KIND_section_ID`.
    """
    context, t = parts.context, parts.context.t
    path = record_path(kind, record.id)
    title = context.texts.name(record.names).text
    shown = {section: t(f"{kind}_section_{section}") for section, has_content in sections if has_content}
    address = context.site_url + context.prefix + path if context.site_url else ""
    # The notes come last because making the other parts is what gathers them.
    notes = parts.notes.sources
    if notes:
        shown["notes"] = t("section_notes")
    body = context.render(
        f"{kind}.html",
        **values,
        record=record,
        name=context.texts.name(record.names),
        summary=summary,
        shown=shown,
        notes=notes,
        review=[_review_row(context, step) for step in record.review],
        citation=citation(title, context.site_name, address, context.language),
        qr=qr_code(address, t("qr_label")) if address else None,
        pager=[_neighbour(context, parts.links, kind, each) for each in context.neighbours(kind, record.id)],
    )
    return Page(
        kind=kind,
        record_id=record.id,
        section=SECTIONS[kind],
        path=path,
        title=title,
        description=_shortened(summary) or title,
        body=body,
        headings=tuple(Heading(text, anchor) for anchor, text in shown.items()),
        breadcrumbs=context.breadcrumbs(kind, record.id, title),
        scripts=scripts,
        styles=styles,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _DESCRIPTION_LENGTH else text[: _DESCRIPTION_LENGTH - 1].rstrip() + "…"


def _review_row(context: ViewContext, step: ReviewStep) -> tuple[str, str, str]:
    return context.t(f"review_{step.stage.value}"), step.by, context.texts.date(step.date)


def _neighbour(
    context: ViewContext, links: Links, kind: str, record: AnyRecord | None
) -> dict[str, str | Shown] | None:
    if record is None:
        return None
    return {"href": links.to_record(kind, record.id), "title": context.texts.name(record.names).text}
