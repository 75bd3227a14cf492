"""A list that is too long for one page: its parts, their addresses, and what leads from part to part."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from typing import TypeVar

from markupsafe import Markup

from generator.shell.html import NOTHING, Html, escape, joined
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.list_script import add_list_style
from generator.views.page import Crumb, Page

Line = TypeVar("Line")

PAGE_SIZE = 200
"""So many lines stand on a page: more than a city has figures today, less than 60 KB (gzip) of markup."""

_JUMPS = (1, 2, 10, 100, 1000)
"""How far the pager leads from a page, so that any page of a thousand is a few steps away."""


@dataclass(frozen=True)
class Group:
    """Lines that follow each other under one label, from the line numbered `start`, counted from 0."""

    label: str
    start: int
    count: int
    anchor: str


@dataclass(frozen=True)
class LongList:
    """A list in parts. `labels` has for each line the label of the group that it stands in, in the order of the lines.

    The first part stands at `first_path`; the others, and the first if `first_path` is "", at `lists/NAME/NUMBER/`.
    `parents` lead to the list from the home page.
    """

    context: ViewContext
    name: str
    title: str
    section: str
    labels: Sequence[str]
    parents: tuple[Crumb, ...]
    first_path: str = ""
    size: int = PAGE_SIZE

    @property
    def count(self) -> int:
        """How many parts there are."""
        return max(1, -(-len(self.labels) // self.size))

    def path(self, number: int) -> str:
        """The address of a part, counted from 1, below the root of the language."""
        return self.first_path if number == 1 and self.first_path else f"lists/{self.name}/{number}/"

    def bounds(self, number: int) -> slice:
        """The lines of a part."""
        return slice((number - 1) * self.size, number * self.size)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups in their order."""
        groups: list[Group] = []
        start = 0
        for label, lines in groupby(self.labels):
            count = sum(1 for _ in lines)
            groups.append(Group(label, start, count, f"group-{len(groups) + 1}"))
            start += count
        return tuple(groups)

    @cached_property
    def anchors(self) -> dict[int, str]:
        """The anchor of each line that opens a group."""
        return {group.start: group.anchor for group in self.groups}

    def anchor_attribute(self, line: int) -> tuple[tuple[str, str], ...]:
        """The attribute that makes a line the place to which the index of groups leads."""
        return (("id", self.anchors[line]),) if line in self.anchors else ()

    def group_index(self, links: Links) -> Html:
        """Links to where each group begins; nothing where all lines are in one group."""
        if len(self.groups) < 2:
            return NOTHING
        items_html = joined([self._group_link(links, group) for group in self.groups])
        label_html = escape(self.context.t("list_index"))
        return Html(f'<nav class="list-index no-print" aria-label="{label_html}"><ol>{items_html}</ol></nav>\n')

    def _group_link(self, links: Links, group: Group) -> Html:
        href = links.to(self.path(group.start // self.size + 1), group.anchor)
        return Html(f'<li><a href="{escape(href)}">{escape(group.label)}</a> <small>{group.count:d}</small></li>')

    def pager(self, number: int, links: Links) -> Html:
        """Links to the parts around a part, to some further away, to the first and to the last."""
        if self.count == 1:
            return NOTHING
        items_html = joined([self._number(each, number, links) for each in shown_numbers(number, self.count)])
        before_html = self._step("previous", "prev", number - 1, links) if number > 1 else NOTHING
        after_html = self._step("next", "next", number + 1, links) if number < self.count else NOTHING
        label_html = escape(self.context.t("list_pages"))
        return Html(
            f'<nav class="list-pager no-print" aria-label="{label_html}">'
            f"{before_html}<ol>{items_html}</ol>{after_html}</nav>\n"
        )

    def _number(self, shown: int, current: int, links: Links) -> Html:
        if shown == current:
            return Html(f'<li><span aria-current="page">{shown:d}</span></li>')
        return Html(f'<li><a href="{escape(links.to(self.path(shown)))}">{shown:d}</a></li>')

    def _step(self, side: str, rel: str, number: int, links: Links) -> Html:
        word_html = escape(self.context.t(f"list_{side}"))
        return Html(f'<a rel="{escape(rel)}" href="{escape(links.to(self.path(number)))}">{word_html}</a>')

    def page(
        self, number: int, content_html: Html, scripts: tuple[str, ...] = (), styles: tuple[str, ...] = ()
    ) -> Page:
        """A part as a page of its own. `content_html` is what stands between the index of groups and the pager."""
        t, path = self.context.t, self.path(number)
        links = self.context.links(path)
        place = t("list_page", number=number, count=self.count)
        title = f"{self.title} · {place}" if self.count > 1 else self.title
        lines = self.labels[self.bounds(number)]
        span = " – ".join(dict.fromkeys((lines[0], lines[-1]))) if lines else ""
        lead_html = Html(f'<p class="lead">{escape(place)}</p>') if self.count > 1 else NOTHING
        body_html = Html(
            f'<header class="page-heading"><h1 class="name">{escape(self.title)}</h1>{lead_html}</header>\n'
            f"{self.group_index(links)}{content_html}\n{self.pager(number, links)}"
        )
        return Page(
            kind="list",
            record_id=f"{self.name}-{number}",
            section=self.section,
            path=path,
            title=title,
            description=f"{title} · {span}" if span else title,
            body=Markup(body_html),  # nosec: Html is escaped already
            breadcrumbs=(Crumb(t("crumb_home"), ""), *self.parents, Crumb(title, path)),
            scripts=scripts,
            styles=(*styles, add_list_style(self.context.assets)),
        )

    def own_parts(self, lines: Iterable[Line]) -> Iterator[tuple[int, list[Line]]]:
        """The numbers of the parts that are pages of their own, each with its lines out of all `lines` of the list."""
        rest = iter(lines)
        for number in range(1, self.count + 1):
            part = list(islice(rest, self.size))
            if number > 1 or not self.first_path:
                yield number, part


def shown_numbers(number: int, count: int) -> list[int]:
    """The pages that the pager of page `number` of `count` names."""
    near = {number, 1, count} | {number + step for step in _JUMPS} | {number - step for step in _JUMPS}
    return sorted(each for each in near if 1 <= each <= count)
