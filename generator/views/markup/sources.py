"""A source as it stands inside a note and in the numbered list at the end of a page."""

from collections.abc import Iterable

from generator.language.words import Words
from generator.shell.html import NOTHING, Html, escape, joined, lang_html
from generator.views.markup.texts import localized
from generator.views.texts import Shown

TIERS = ("A", "B", "C", "none")


def source_html(
    words: Words, tier: str, title: str, title_lang: str, publisher: str | None, date: str | None, href: str | None
) -> Html:
    """Tier, title, publisher and date of a source, the title linked to `href` where there is one."""
    comma_html = escape(words("note_comma"))
    title_html = Html(f"<cite{lang_html(title_lang)}>{escape(title)}</cite>")
    if href:
        title_html = Html(f'<a href="{escape(href)}">{title_html}</a>')
    publisher_html = (
        Html(f'{comma_html}<span class="note-publisher">{escape(publisher)}</span>') if publisher else NOTHING
    )
    date_html = Html(f'{comma_html}<span class="note-date">{escape(date)}</span>') if date else NOTHING
    return Html(
        f'<span class="note-source"><span class="tier tier-{escape(tier)}" title="{escape(words(f"tier_{tier}"))}">'
        f"{escape(words(f'tier_short_{tier}'))}</span> {title_html}{publisher_html}{date_html}</span>"
    )


def entry_html(
    words: Words, source_id: str, inline_html: Html, is_mirror: bool, read: str, url: str | None, note: Shown | None
) -> tuple[Html, Html]:
    """An entry of the numbered list, as what stands before its number and behind it."""
    access_html = Html(f' <span class="note-read">{escape(words("access_mirror"))}</span>') if is_mirror else NOTHING
    url_html = (
        Html(f' <a class="note-url" href="{escape(url)}" rel="noopener">{escape(words("source_open"))}</a>')
        if url
        else NOTHING
    )
    note_html = Html(f' <span class="note-remark">{localized(note)}</span>') if note else NOTHING
    return Html(f'<li id="source-{escape(source_id)}" value="'), Html(
        f'">{inline_html}{access_html} <span class="note-read">{escape(words(f"read_{read}"))}</span>'
        f"{url_html}{note_html}</li>\n"
    )


def tier_key(words: Words) -> Html:
    """The key to the colours of the tiers, below the list of notes."""
    tiers_html = joined(
        Html(f'<span><span class="mark-dot mark-dot-{escape(tier)}"></span> {escape(words(f"tier_{tier}"))}</span> ')
        for tier in TIERS
    )
    return Html(f'<p class="notes-key">{tiers_html}</p>')


def note_list(entries: Iterable[tuple[Html, Html]], key_html: Html) -> Html:
    """The sources of a page (`entry_html` of each), numbered from 1; nothing for a page without."""
    entries_html = joined(
        [Html(f"{before_html}{number:d}{behind_html}") for number, (before_html, behind_html) in enumerate(entries, 1)]
    )
    return Html(f'<ol class="notes">\n{entries_html}</ol>\n{key_html}') if entries_html else NOTHING
