"""Life spans drawn as bars on an axis that all of a list share."""

from generator.shell.html import NOTHING, Html, escape, joined

_WIDTH = 1000
_STEP = 50
"""So many years lie between two marks of the axis."""

Axis = tuple[int, int]
"""The first and the last year."""


def _place(year: int, axis: Axis) -> Html:
    return Html(str(round((year - axis[0]) * (_WIDTH / (axis[1] - axis[0])), 1)))


def lifespan_bar(born: int, died: int | None, axis: Axis, label: str) -> Html:
    """The bar of one life; open to the right where no death is known."""
    open_html = NOTHING if died is not None else Html(" lifespan-open")
    return Html(
        f'<svg class="lifespan" viewBox="0 0 {_WIDTH:d} 12" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(label)}"><line class="lifespan-axis" x1="0" y1="6" x2="{_WIDTH:d}" y2="6"/>'
        f'<line class="lifespan-bar{open_html}" x1="{_place(born, axis)}" y1="6" '
        f'x2="{_place(axis[1] if died is None else died, axis)}" y2="6"/></svg>'
    )


def lifespan_axis(axis: Axis) -> Html:
    """The years above the bars."""
    first = axis[0] + -axis[0] % _STEP
    marks_html = joined([_mark(year, axis) for year in range(first, axis[1] + 1, _STEP)])
    return Html(
        f'<svg class="lifespan-scale" viewBox="0 0 {_WIDTH:d} 100" aria-hidden="true" focusable="false">'
        f"{marks_html}</svg>"
    )


def _mark(year: int, axis: Axis) -> Html:
    x_html = Html(str(round((year - axis[0]) * _WIDTH / (axis[1] - axis[0]), 1)))
    return Html(
        f'<line x1="{x_html}" y1="72" x2="{x_html}" y2="100"/>'
        f'<text x="{x_html}" y="52" text-anchor="middle">{year:d}</text>'
    )
