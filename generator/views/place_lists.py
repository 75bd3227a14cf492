"""The lists of places and of education bases: the same as their maps, in text."""

from collections import Counter
from collections.abc import Iterable

from generator.records.base import Theme
from generator.records.site import ProtectionLevel, Scope
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.list_script import add_list_script
from generator.views.listing.people import person_href, person_name
from generator.views.listing.rows import PlaceRow
from generator.views.page import Block

PLACES_ID = "place-list"
BASES_ID = "base-list"


def place_row(context: ViewContext, links: Links, place: PlaceRow) -> dict[str, object]:
    """A site or a base as a line of a list."""
    people = context.index.people_of_place.get(place.id, ()) if place.kind == "site" else place.people
    group, grade = ("scope", "protection") if place.kind == "site" else ("theme", "batch")
    return {
        "href": links.to_record(place.kind, place.id),
        "name": place.name,
        "pinyin": place.pinyin,
        "line": place.line,
        "meta": place.about,
        "address": place.address,
        "tags": _tags(context, links, place.labels, people),
        "attributes": {
            f"data-{group}": place.group,
            f"data-{grade}": place.grade,
            "data-name": place.sort_name,
        },
    }


def _tags(
    context: ViewContext, links: Links, labels: Iterable[str], people: Iterable[str]
) -> list[str | dict[str, str]]:
    """Labels, then people: a figure as a link to its page, a context person by name."""
    tags: list[str | dict[str, str]] = list(labels)
    for person in people:
        name, href = person_name(context, person), person_href(context, links, person)
        if name is not None:
            tags.append({"text": name.text, "href": href} if href is not None else name.text)
    return tags


def places_block(context: ViewContext, page_path: str) -> Block:
    """Every site, with facets by where it lies and by protection."""
    links, t = context.links(page_path), context.t
    order = {scope.value: index for index, scope in enumerate(Scope)}
    sites = sorted(context.index.sites.values(), key=lambda site: (order[site.group], site.id))
    scopes = Counter(site.group for site in sites)
    levels = Counter(site.grade for site in sites)
    groups = [
        {
            "name": "scope",
            "title": t("field_scope"),
            "options": [
                {"value": each.value, "label": t(f"scope_{each.value}"), "count": scopes[each.value]}
                for each in Scope
                if scopes[each.value]
            ],
        },
        {
            "name": "protection",
            "title": t("field_protection"),
            "options": [
                {"value": value, "label": t(f"protection_short_{value}"), "count": levels[value]}
                for value in (*(level.value for level in ProtectionLevel), "none")
                if levels[value]
            ],
        },
    ]
    rows = [place_row(context, links, site) for site in sites]
    html = context.render("places.html", list_id=PLACES_ID, rows=rows, groups=groups, label=t("section_sites"))
    return Block(html, scripts=(add_list_script(context.assets),))


def bases_block(context: ViewContext, page_path: str) -> Block:
    """Every base by theme, with facets by theme and by batch of naming."""
    links, t = context.links(page_path), context.t
    order = {theme.value: index for index, theme in enumerate(Theme)}
    bases = sorted(context.index.bases.values(), key=lambda base: (order[base.group], base.id))
    themes = Counter(base.group for base in bases)
    batches = Counter(int(base.grade) if base.is_named else 0 for base in bases)
    groups = [
        {
            "name": "theme",
            "title": t("facet_theme"),
            "options": [
                {"value": each.value, "label": t(f"theme_{each.value}"), "count": themes[each.value]}
                for each in Theme
                if themes[each.value]
            ],
        },
        {
            "name": "batch",
            "title": t("field_naming"),
            "options": [
                {
                    "value": str(batch) if batch else "none",
                    "label": t("naming_short", batch=batch) if batch else t("naming_none"),
                    "count": batches[batch],
                }
                for batch in sorted(batches, key=lambda batch: (batch == 0, batch))
            ],
        },
    ]
    rows = [place_row(context, links, base) for base in bases]
    html = context.render("bases.html", list_id=BASES_ID, rows=rows, groups=groups, label=t("section_bases"))
    return Block(html, scripts=(add_list_script(context.assets),))
