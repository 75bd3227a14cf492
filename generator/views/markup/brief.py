"""Facts on pages of long lists: the doubts in plain sight, and a dot that leads to where the sources are told."""

from collections.abc import Mapping

from generator.language.words import Words
from generator.records.source import Source
from generator.shell.html import NOTHING, Html, escape
from generator.views.listing.rows import NoteRow
from generator.views.markup.sources import TIERS


class BriefMarks:
    """The marks of one language's long lists.

    A full mark holds all its sources, a kilobyte; a list of thousands of facts links to the one in the record's page.
    """

    def __init__(self, words: Words, register: Mapping[str, Source]) -> None:
        self._tier_of = {key: source.tier.value for key, source in register.items()}
        self._badge_html = {
            kind: Html(f'<span class="doubt doubt-{escape(kind)}">{escape(words(f"doubt_{kind}"))}</span>')
            for kind in ("unsourced", "unverified", "inferred", "variant")
        }
        self._dot_html = {
            tier: Html(
                f'<span class="mark-dot mark-dot-{escape(tier)}"></span><span class="visually-hidden">'
                f"{escape(words('mark_label'))} {escape(words(f'tier_{tier}'))}</span>"
            )
            for tier in TIERS
        }

    def mark(self, note: NoteRow, href: str) -> Html:
        """The mark of a fact; `href` leads to the fact on the page of its record."""
        sources, verified, variants, _, inferred = note
        # The names of the tiers sort from the best to "none".
        tier = min([self._tier_of[each] for each in sources if each in self._tier_of], default="none")
        badges_html = NOTHING
        if not sources:
            badges_html = self._badge_html["unsourced"]
        elif not verified:
            badges_html = self._badge_html["unverified"]
        if inferred:
            badges_html = Html(f"{badges_html}{self._badge_html['inferred']}")
        if variants:
            badges_html = Html(f"{badges_html}{self._badge_html['variant']}")
        dot_html = self._dot_html[tier]
        return Html(f'{badges_html}<a class="mark mark-brief" href="{escape(href)}">{dot_html}</a>')
