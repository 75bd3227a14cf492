"""JSON-LD in the vocabulary of schema.org: what a page is about, and the sources that it rests on.

A machine reads every value as certain. So a value about which our own page must tell a doubt (no source, not verified,
another account beside it, `about`) is left out here; the page says it, with its doubt.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from generator.archive.references import sources_of
from generator.exports.publication import Publication
from generator.records.base import Base, Theme
from generator.records.coordinates import Coordinates
from generator.records.dates import HistoricalDate
from generator.records.fact import TextFact
from generator.records.figure import Figure, LifeEvent, Membership
from generator.records.route import Route
from generator.records.site import PlaceNames, Site
from generator.records.source import Source
from generator.shell.html import json_html

Node = dict[str, Any]

_CONTEXT = "https://schema.org"
_ISO_DATE = re.compile(r"(?!0000)\d{4}(-\d{2}){0,2}")
_NUMBERS = (int, float)


def iso_date(date: HistoricalDate | None) -> str | None:
    """The date in ISO 8601 (`1936`, `1936-11`, `1936-11-23`), or None if it is an interval, vague or before our era."""
    if date is None or date.is_interval:
        return None
    text = date.text.replace("-XX", "")
    return text if _ISO_DATE.fullmatch(text) else None


def _filled(node: Node) -> Node:
    # A number is a value even where it is 0.
    return {key: value for key, value in node.items() if value or value.__class__ in _NUMBERS}


def person(figure: Figure, publication: Publication) -> Node:
    """schema.org Person."""
    names = figure.names
    identifiers = figure.identifiers
    birthplace = _certain_text(figure.birthplace, publication) or _certain_place(figure.born, publication)
    deathplace = _certain_place(figure.died, publication)
    own_names = (names.zh, names.zh_hant, names.en, *(other.zh for other in names.others if not other.is_doubtful))
    name = publication.name(names.zh, names.zh_hant, names.en)
    return _filled(
        {
            "@type": "Person",
            "@id": publication.address("figure", figure.id) + "#person",
            "name": name,
            "alternateName": [other for other in dict.fromkeys(own_names) if other and other != name],
            "description": publication.text(figure.summary) if figure.summary else None,
            "birthDate": _certain_date(figure.born),
            "deathDate": _certain_date(figure.died),
            "birthPlace": {"@type": "Place", "name": birthplace} if birthplace else None,
            "deathPlace": {"@type": "Place", "name": deathplace} if deathplace else None,
            "memberOf": [_membership(each, publication) for each in figure.organisations if not each.is_doubtful],
            "sameAs": [
                prefix + number
                for prefix, number in (
                    ("https://www.wikidata.org/entity/", identifiers.wikidata),
                    ("https://viaf.org/viaf/", identifiers.viaf),
                )
                if number
            ],
        }
    )


def _certain_date(event: LifeEvent | None) -> str | None:
    return None if event is None or event.is_doubtful else iso_date(event.date)


def _certain_text(fact: TextFact | None, publication: Publication) -> str | None:
    return None if fact is None or fact.is_doubtful else publication.text(fact.text)


def _certain_place(event: LifeEvent | None, publication: Publication) -> str | None:
    if event is None or event.is_doubtful:
        return None
    if event.place_text is not None:
        return publication.text(event.place_text)
    place = publication.collection.places.get(event.place) if event.place else None
    return publication.text(place.names) if place else None


def _membership(membership: Membership, publication: Publication) -> Node:
    return _filled(
        {
            "@type": "OrganizationRole",
            "roleName": publication.text(membership.role) if membership.role else None,
            "startDate": iso_date(membership.since),
            "endDate": iso_date(membership.until),
            "memberOf": {"@type": "Organization", "name": publication.text(membership.organisation)},
        }
    )


def _place_node(record: Site | Base, kind: str, types: Sequence[str], publication: Publication) -> Node:
    names: PlaceNames = record.names
    name = publication.name(names.zh, names.zh_hant, names.en)
    own_names = (names.zh, names.zh_hant, names.en, *names.others)
    return _filled(
        {
            "@type": types[0] if len(types) == 1 else list(types),
            "@id": publication.address(kind, record.id) + "#place",
            "name": name,
            "alternateName": [other for other in dict.fromkeys(own_names) if other and other != name],
            "address": _certain_text(record.address, publication),
            "geo": _geo(record.coordinates),
        }
    )


def _geo(coordinates: Coordinates | None) -> Node | None:
    # A position that is only roughly known names a neighbourhood; as `geo` it would pass for the house itself.
    if coordinates is None or not coordinates.verified or not coordinates.is_spot:
        return None
    latitude, longitude = coordinates.to_wgs84()
    return {"@type": "GeoCoordinates", "latitude": round(latitude, 6), "longitude": round(longitude, 6)}


def site_place(site: Site, publication: Publication) -> Node:
    """schema.org LandmarksOrHistoricalBuildings."""
    node = _place_node(site, "site", ("LandmarksOrHistoricalBuildings",), publication)
    return {**node, "description": publication.text(site.summary)} if site.summary else node


def base_place(base: Base, publication: Publication) -> Node:
    """schema.org Museum for a museum or memorial hall, TouristAttraction for every base."""
    museum = ("Museum",) if base.theme in (Theme.MUSEUM, Theme.MEMORIAL) else ()
    node = _place_node(base, "base", (*museum, "TouristAttraction"), publication)
    see = _certain_text(base.see, publication)
    return {**node, "description": see} if see else node


def route_trip(route: Route, publication: Publication) -> Node:
    """schema.org TouristTrip with its stops in their order."""
    names, sites = route.names, publication.collection.sites
    stops = [sites[stop.site] for stop in route.stops if stop.site in sites]
    return _filled(
        {
            "@type": "TouristTrip",
            "@id": publication.address("route", route.id) + "#route",
            "name": publication.name(names.zh, names.zh_hant, names.en),
            "description": publication.text(route.summary) if route.summary else None,
            "itinerary": {
                "@type": "ItemList",
                "itemListOrder": "https://schema.org/ItemListOrderAscending",
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": position,
                        "url": publication.address("site", site.id),
                        "name": publication.name(site.names.zh, site.names.zh_hant, site.names.en),
                    }
                    for position, site in enumerate(stops, 1)
                ],
            },
        }
    )


def citations(record: Figure | Site | Base | Route, publication: Publication) -> list[Node]:
    """The sources of a record as schema.org CreativeWork, each once, in the order in which the record names them."""
    sources = publication.collection.sources
    works = publication.works
    return [
        works.get(each) or works.setdefault(each, _creative_work(sources[each]))
        for each in dict.fromkeys(sources_of(record))
        if each in sources
    ]


def _creative_work(source: Source) -> Node:
    return _filled(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "datePublished": iso_date(source.date),
            "url": source.url,
        }
    )


def record_page(record: Figure | Site | Base | Route, title: str, publication: Publication) -> Node:
    """The page of one record: what it is about (`mainEntity`), and its sources (`citation`)."""
    if isinstance(record, Figure):
        kind, page_type, entity = "figure", "ProfilePage", person(record, publication)
    elif isinstance(record, Site):
        kind, page_type, entity = "site", "WebPage", site_place(record, publication)
    elif isinstance(record, Base):
        kind, page_type, entity = "base", "WebPage", base_place(record, publication)
    else:
        kind, page_type, entity = "route", "WebPage", route_trip(record, publication)
    page = collection_page(title, None, publication.address(kind, record.id), publication.language, page_type)
    return _filled({**page, "mainEntity": entity, "citation": citations(record, publication)})


def collection_page(
    title: str, description: str | None, url: str, language: str, page_type: str = "CollectionPage"
) -> Node:
    """A page that lists or explains: schema.org CollectionPage, or another of its kinds of WebPage."""
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": page_type,
            "name": title,
            "description": description,
            "url": url,
            "inLanguage": language_tag(language),
        }
    )


def website(name: str, description: str | None, url: str, language: str) -> Node:
    """The site as a whole, for its home page: schema.org WebSite."""
    return collection_page(name, description, url, language, "WebSite")


def breadcrumbs(trail: Iterable[tuple[str, str]]) -> Node:
    """schema.org BreadcrumbList from titles and addresses, the home page first."""
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": address}
            for position, (title, address) in enumerate(trail, 1)
        ],
    }


def language_tag(language: str) -> str:
    """The tag of BCP 47 by which others know a language of the site."""
    return "zh-Hans" if language == "zh" else language


def script_tag(data: Node) -> Markup:
    """The element that carries the data. Nothing in it can end the element or be read as markup.

    It is a block of data that browsers do not execute, so that `script-src` of a Content-Security-Policy allows it.
    """
    return Markup(f'<script type="application/ld+json">{json_html(data)}</script>')  # nosec: nothing in it is markup
