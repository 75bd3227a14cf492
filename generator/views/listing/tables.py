"""All lines of a long list as scripts: what the facets search once a reader uses them, since a list's pages hold parts.

They are scripts and not JSON, because a page opened from a folder may load nothing else, and a strict policy lets
scripts of the site pass.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from generator.views.context import ViewContext
from generator.views.links import Links, record_folder
from generator.views.listing.record_links import record_pattern
from generator.views.markup.facets import FacetGroup, FacetTable

SHARD_SIZE = 20_000
"""So many lines stand in a script: about 400 KB (gzip)."""


class TableLine(NamedTuple):
    """A line as the facets need it. `values` has for each group the values of the line."""

    id: str
    name: str
    pinyin: str
    meta: str
    values: Sequence[Sequence[str]]
    orders: Sequence[int]
    """A number for each order but those by birth and by name."""


def add_tables(
    context: ViewContext,
    links: Links,
    name: str,
    kind: str,
    groups: Sequence[FacetGroup],
    orders: Sequence[str],
    lines: Iterable[TableLine],
) -> FacetTable:
    """Store the scripts of a list of records of one kind; answers the links that the page of the list needs."""
    codes = [{option.value: code for code, option in enumerate(group.options)} for group in groups]
    head = {
        "groups": [group.name for group in groups],
        "values": [list(code) for code in codes],
        "orders": list(orders),
    }
    paths: list[str] = []
    # As text a line takes a tenth of the memory.
    rows = (_json(_row(codes, line, links.is_sharded)) for line in lines)
    while shard := list(islice(rows, SHARD_SIZE)):
        data = f'{_json(head)[:-1]},"rows":[{",".join(shard)}]}}'
        script = f"(window.qingguoTables = window.qingguoTables || []).push({data});\n"
        paths.append(context.assets.add(f"lists/{context.language}-{name}-{len(paths) + 1}.js", script))
    return FacetTable([links.to_asset(path) for path in paths], record_pattern(links, kind))


def _row(codes: Sequence[Mapping[str, int]], line: TableLine, is_sharded: bool) -> list[object]:
    values = [
        [code[value] for value in values if value in code] for code, values in zip(codes, line.values, strict=True)
    ]
    return [record_folder(line.id, is_sharded), line.name, line.pinyin, line.meta, values, *line.orders]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
