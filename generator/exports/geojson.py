"""Places as GeoJSON (RFC 7946): longitude before latitude, in WGS-84; no geometry for what nobody has located."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from generator.archive.collection import Collection
from generator.records.coordinates import Coordinates


def places_geojson(collection: Collection, address: Callable[[str, str], str]) -> bytes:
    """All sites, bases and towns of the published collection; `address` answers the address of a record's page.

    A position may be rough: `precision_m` is the radius in metres within which the place lies, and `verified` says
    whether a source gives it.
    """
    features = [*_record_features(collection, address), *_towns(collection)]
    data = {"type": "FeatureCollection", "features": features}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _record_features(collection: Collection, address: Callable[[str, str], str]) -> Iterator[dict[str, Any]]:
    for kind, records in (("site", collection.sites), ("base", collection.bases)):
        for record in records.values():
            page = address(kind, record.id)
            yield _feature(kind, record.id, record.names.zh, record.names.en, record.coordinates, page)


def _towns(collection: Collection) -> Iterator[dict[str, Any]]:
    for place in collection.places.values():
        yield _feature("town", place.id, place.names.zh, place.names.en, place.coordinates, None)


def _feature(
    kind: str, record_id: str, zh: str | None, en: str | None, coordinates: Coordinates | None, page: str | None
) -> dict[str, Any]:
    geometry: dict[str, Any] | None = None
    if coordinates is not None:
        latitude, longitude = coordinates.to_wgs84()
        # Six decimals are 10 cm, more than any position here knows (RFC 7946, 11.2).
        geometry = {"type": "Point", "coordinates": [round(longitude, 6), round(latitude, 6)]}
    return {
        "type": "Feature",
        "id": f"{kind}/{record_id}",
        "geometry": geometry,
        "properties": {
            "kind": kind,
            "name_zh": zh,
            "name_en": en,
            "precision_m": coordinates.precision_m if coordinates else None,
            "verified": coordinates.verified if coordinates else None,
            "sources": list(coordinates.sources) if coordinates else [],
            "page": page,
        },
    }
