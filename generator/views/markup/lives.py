"""The parts of a page that only the life of a figure has: works, travels, numbers elsewhere."""

from collections.abc import Iterable, Sequence

from generator.language.words import Words
from generator.shell.html import Html, escape, joined
from generator.views.maps.points import LifeStop
from generator.views.markup.facts import ToldFact, told
from generator.views.markup.marks import Marks
from generator.views.place_maps import PageMap


def work_list(marks: Marks, works: Iterable[ToldFact]) -> Html:
    """What a figure wrote, painted or founded."""
    items_html = joined([Html(f"<li>{told(marks, each)}</li>") for each in works])
    return Html(f'<ul class="works">{items_html}</ul>\n')


def identifier_list(identifiers: Iterable[tuple[str, str, str]]) -> Html:
    """Label, number and address of the same person elsewhere."""
    rows_html = joined(
        [
            Html(
                f"<div><dt>{escape(label)}</dt>"
                f'<dd><a href="{escape(address)}" rel="noopener">{escape(number)}</a></dd></div>'
            )
            for label, number, address in identifiers
        ]
    )
    return Html(f'<dl class="facts">{rows_html}</dl>')


def map_frame(words: Words, drawn: PageMap, list_id: str) -> Html:
    """A map with the way past it, for those who read its list instead."""
    map_html = Html(drawn.html)
    return Html(
        f'<div class="map-frame wide" role="group" aria-label="{escape(drawn.title)}">'
        f'<a class="skip-map visually-hidden" href="#{escape(list_id)}">{escape(words("map_skip"))}</a>{map_html}</div>'
    )


def travels_content(words: Words, drawn: PageMap, stops: Sequence[LifeStop]) -> Html:
    """The map of a life and its stops in text."""
    stops_html = joined(
        [
            Html(
                f'<li><span class="map-list-place name">{escape(stop.place)}</span> '
                f'<span class="map-list-date">{escape(stop.date)}</span> {escape(stop.text)}</li>\n'
            )
            for stop in stops
        ]
    )
    return Html(
        f'{map_frame(words, drawn, "travels-list")}\n<ol class="map-list" id="travels-list">\n{stops_html}</ol>\n'
    )
