"""The mark behind a fact and what it opens: the sources of the fact, and every doubt about it."""

from generator.language.words import Words
from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.markup.sources import TIERS
from generator.views.markup.texts import localized
from generator.views.notes import FactNote
from generator.views.texts import Shown

_GROUP = Html('<span class="mark-group">')
_GROUP_AFTER_STOP = Html('<span class="mark-group mark-after-stop">')
# These stops of Han text leave the second half of their square empty, into which a mark moves.
_HALF_SQUARES = frozenset("。；，：！？》）」』")
# Together with any sign at or above the first radical of Unicode, these may not be parted from a mark behind them.
_STOPS = frozenset(".,;:!?)”’")
_FIRST_RADICAL = "⺀"


class Marks:
    """The marks of one language's pages."""

    def __init__(self, words: Words) -> None:
        self._unsourced_html, self._unverified_html, self._inferred_html, self._variant_html = (
            Html(f'<span class="doubt doubt-{escape(kind)}">{escape(words(f"doubt_{kind}"))}</span>')
            for kind in ("unsourced", "unverified", "inferred", "variant")
        )
        self._is_unsourced_html, self._is_unverified_html, self._is_inferred_html = (
            Html(f'<span class="note-line">{escape(words(f"note_{kind}"))}</span>')
            for kind in ("unsourced", "unverified", "inferred")
        )
        self._heading_html = Html(f'<span class="note-heading">{escape(words("note_sources"))}</span>')
        self._prefix_html = escape(words("variant_prefix"))
        self._dot_html = {
            tier: Html(
                f'<span class="mark-dot mark-dot-{escape(tier)}"></span><span class="visually-hidden">'
                f"{escape(words('mark_label'))} {escape(words(f'tier_{tier}'))}</span></button>"
            )
            for tier in TIERS
        }

    def mark(self, note: FactNote, after: str = "") -> Html:
        """The mark; `after` is the text before it, at whose stop it may move up."""
        number, sources, numbers, tier, verified, inferred, variants, remark = note
        badges_html = lines_html = remark_html = NOTHING
        if not (sources and verified) or inferred or variants:
            badges_html, lines_html = self._doubts(note)
            group_html = _GROUP
        else:
            group_html = _GROUP_AFTER_STOP if after and after[-1] in _HALF_SQUARES else _GROUP
        if remark:
            remark_html = Html(f'<span class="note-line">{localized(remark)}</span>')
        if sources:
            listed_html = Html(", ".join([f"{each:d}" for each in numbers]))
            numbers_html = Html(f'<span class="mark-numbers print-only">[{listed_html}]</span>')
            sources_html = Html(f"{self._heading_html}{joined([each.inline_html for each in sources])}")
        else:
            numbers_html = sources_html = NOTHING
        return Html(
            f'{group_html}{badges_html}<button class="mark" type="button" popovertarget="mark-m{number:d}">'
            f'{self._dot_html[tier]}{numbers_html}<span class="note" id="mark-m{number:d}" popover>'
            f"{lines_html}{remark_html}{sources_html}</span></span>"
        )

    def _doubts(self, note: FactNote) -> tuple[Html, Html]:
        """The badges beside a mark, and the lines that explain them in its note."""
        badges, lines = [], []
        if not note.sources:
            badges.append(self._unsourced_html)
            lines.append(self._is_unsourced_html)
        elif not note.verified:
            badges.append(self._unverified_html)
            lines.append(self._is_unverified_html)
        if note.inferred:
            badges.append(self._inferred_html)
            lines.append(self._is_inferred_html)
        if note.variants:
            badges.append(self._variant_html)
        for variant in note.variants:
            sources_html = joined([each.inline_html for each in variant.sources])
            lines.append(
                Html(f'<span class="note-line">{self._variant_html} {localized(variant.text)}</span>{sources_html}')
            )
        return joined(badges), joined(lines)

    def marked(self, value: Shown, note: FactNote) -> Html:
        """A text and its mark, which never opens a line: a Han character or a stop before it goes with it.

        Latin words stay whole.
        """
        text, lang = value
        if text and not lang and (text[-1] >= _FIRST_RADICAL or text[-1] in _STOPS):
            last_html = escape(text[-1])
            return Html(f'{escape(text[:-1])}<span class="mark-hold">{last_html}{self.mark(note, text)}</span>')
        return Html(f"{localized(value)}{self.mark(note, text)}")

    def variants(self, note: FactNote) -> Html:
        """Other accounts of a fact, in plain sight beside it."""
        if not note.variants:
            return NOTHING
        return joined(
            [
                Html(f' <small class="variant">{self._prefix_html}{localized(each.text)}</small>')
                for each in note.variants
            ]
        )
