"""The lists of places and of education bases: the same as their maps, in text."""

from collections import Counter
from collections.abc import Iterable

from generator.records.base import Base, Theme
from generator.records.site import ProtectionLevel, Scope, Site
from generator.views.context import ViewContext
from generator.views.links import Links
from generator.views.list_script import add_list_script
from generator.views.page import Block

PLACES_ID = "place-list"
BASES_ID = "base-list"


def site_row(context: ViewContext, links: Links, site: Site) -> dict[str, object]:
    """A site as a line of a list."""
    texts, t = context.texts, context.t
    people = [bond.person for bond in context.references.people_of_place.get(site.id, ())]
    protection = [t(f"protection_short_{site.protection.level.value}")] if site.protection else []
    address = site.address.text if site.address else site.location
    return {
        "href": links.to_record("site", site.id),
        "name": texts.name(site.names),
        "pinyin": site.names.pinyin,
        "line": texts.optional(site.summary),
        "meta": texts.plain(site.kind),
        "address": texts.optional(address),
        "tags": _tags(context, links, protection, people),
        "attributes": {
            "data-scope": site.scope.value,
            "data-protection": site.protection.level.value if site.protection else "none",
            "data-name": site.names.pinyin or site.names.en,
        },
    }


def _tags(
    context: ViewContext, links: Links, labels: Iterable[str], people: Iterable[str]
) -> list[str | dict[str, str]]:
    """Labels, then people: a figure as a link to its page, a context person by name."""
    tags: list[str | dict[str, str]] = list(labels)
    for person in dict.fromkeys(people):
        name, href = context.person_name(person), context.person_href(links, person)
        if name is not None:
            tags.append({"text": name.text, "href": href} if href is not None else name.text)
    return tags


def places_block(context: ViewContext, page_path: str) -> Block:
    """Every site, with facets by where it lies and by protection."""
    links, t = context.links(page_path), context.t
    sites = list(context.collection.sites.values())
    order = {scope: index for index, scope in enumerate(Scope)}
    sites.sort(key=lambda site: (order[site.scope], site.id))
    scopes = Counter(site.scope.value for site in sites)
    levels = Counter(site.protection.level.value if site.protection else "none" for site in sites)
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
    rows = [site_row(context, links, site) for site in sites]
    html = context.render("places.html", list_id=PLACES_ID, rows=rows, groups=groups, label=t("section_sites"))
    return Block(html, scripts=(add_list_script(context.assets),))


def base_row(context: ViewContext, links: Links, base: Base) -> dict[str, object]:
    """A base as a line of a list."""
    texts, t = context.texts, context.t
    naming = [t("naming_short", batch=base.naming.batch)] if base.naming else []
    return {
        "href": links.to_record("base", base.id),
        "name": texts.name(base.names),
        "pinyin": base.names.pinyin,
        "line": texts.optional(base.see.text if base.see else None),
        "meta": t(f"theme_{base.theme.value}"),
        "address": texts.optional(base.address.text if base.address else None),
        "tags": _tags(context, links, naming, (each.person for each in base.figures)),
        "attributes": {
            "data-theme": base.theme.value,
            "data-batch": str(base.naming.batch) if base.naming else "none",
            "data-name": base.names.pinyin or base.names.en,
        },
    }


def bases_block(context: ViewContext, page_path: str) -> Block:
    """Every base by theme, with facets by theme and by batch of naming."""
    links, t = context.links(page_path), context.t
    bases = list(context.collection.bases.values())
    order = {theme: index for index, theme in enumerate(Theme)}
    bases.sort(key=lambda base: (order[base.theme], base.id))
    themes = Counter(base.theme.value for base in bases)
    batches = Counter(base.naming.batch if base.naming else 0 for base in bases)
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
    rows = [base_row(context, links, base) for base in bases]
    html = context.render("bases.html", list_id=BASES_ID, rows=rows, groups=groups, label=t("section_bases"))
    return Block(html, scripts=(add_list_script(context.assets),))
