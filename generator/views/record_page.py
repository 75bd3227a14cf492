"""What the pages of all kinds of records have in common: heading, notes at the end, review, citation, neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.archive.collection import AnyRecord
from generator.language.citation import citation
from generator.records.review import ReviewStep
from generator.shell.html import NOTHING, Html, joined
from generator.views.context import SECTIONS, ViewContext
from generator.views.links import Links, record_path
from generator.views.markup import sections
from generator.views.page import Heading, Page
from generator.views.qr_code import qr_code
from generator.views.rows import PageParts
from generator.views.texts import Shown

_DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page between its heading and its notes. The title is the word `KIND_section_ANCHOR`."""

    anchor: str
    content_html: Html
    wide: bool = False
    lead: str | None = None


def make_page(
    parts: PageParts,
    kind: str,
    record: AnyRecord,
    summary: str,
    opening: Sequence[Html],
    shown: Sequence[Section],
    remark: Shown | None = None,
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
) -> Page:
    """The page of a record: what opens it, a line each; remarks on the whole; its sections; what ends every page."""
    context, t = parts.context, parts.context.t
    path = record_path(kind, record.id, context.is_sharded)
    title = context.texts.name(record.names).text
    body = [Html(f"{each_html}\n") for each_html in opening]
    if record.draft:
        body.append(sections.notice(t("draft_notice")))
    if remark is not None:
        body.append(sections.notice(remark))
    headings = []
    for each in shown:
        section_title = t(f"{kind}_section_{each.anchor}")
        headings.append(Heading(section_title, each.anchor))
        body.append(sections.section(each.anchor, section_title, each.content_html, each.wide, each.lead))
    # The notes come last because making the other parts is what gathers them.
    notes = parts.notes.sources
    if notes:
        headings.append(Heading(t("section_notes"), "notes"))
        body.append(context.components.notes_section(notes))
    body.append(
        _ending(parts, kind, record, title, context.site_url + context.prefix + path if context.site_url else "")
    )
    return Page(
        kind=kind,
        record_id=record.id,
        section=SECTIONS[kind],
        path=path,
        title=title,
        description=_shortened(summary) or title,
        body=Markup(joined(body)),  # nosec: made of Html
        headings=tuple(headings),
        breadcrumbs=context.breadcrumbs(kind, record.id, title),
        scripts=scripts,
        styles=styles,
    )


def _ending(parts: PageParts, kind: str, record: AnyRecord, title: str, address: str) -> Html:
    """The end of every record page: review, citation, neighbours."""
    context, t = parts.context, parts.context.t
    review_html = sections.review(t("section_review"), [_review_row(context, step) for step in record.review])
    qr_html = Html(qr_code(address, t("qr_label"))) if address else NOTHING
    cite_html = sections.cite(t("cite_title"), citation(title, context.site_name, address, context.language), qr_html)
    before, after = context.neighbours(kind, record.id)
    pager_html = sections.pager(
        t, _neighbour(context, parts.links, kind, before), _neighbour(context, parts.links, kind, after)
    )
    return Html(f"{review_html}{cite_html}\n{pager_html}")


def _shortened(text: str) -> str:
    return text if len(text) <= _DESCRIPTION_LENGTH else text[: _DESCRIPTION_LENGTH - 1].rstrip() + "…"


def _review_row(context: ViewContext, step: ReviewStep) -> tuple[str, str, str]:
    return context.t(f"review_{step.stage.value}"), step.by, context.texts.date(step.date)


def _neighbour(context: ViewContext, links: Links, kind: str, record: AnyRecord | None) -> tuple[str, str] | None:
    if record is None:
        return None
    return links.to_record(kind, record.id), context.texts.name(record.names).text
