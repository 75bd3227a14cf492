"""Places as GeoJSON (RFC 7946): longitude before latitude, in WGS-84; no geometry for what nobody has located.

All sites, bases and towns are features of one collection. A position may be rough: `precision_m` is the radius in
metres within which the place lies, and `verified` says whether a source gives it.
"""

import json
from typing import Any

from generator.records.base import Base
from generator.records.coordinates import Coordinates
from generator.records.gazetteer import GazetteerPlace
from generator.records.site import Site

HEAD = '{\n "type": "FeatureCollection",\n "features": ['
FOOT = "]\n}\n"


def place_feature(kind: str, record: Site | Base, page: str) -> str:
    """A site or a base, whose page has the address `page`, as the text of a feature."""
    return _feature(kind, record.id, record.names.zh, record.names.en, record.coordinates, page)


def town_feature(place: GazetteerPlace) -> str:
    """A town of the gazetteer, which has no page, as the text of a feature."""
    return _feature("town", place.id, place.names.zh, place.names.en, place.coordinates, None)


def _feature(
    kind: str, record_id: str, zh: str | None, en: str | None, coordinates: Coordinates | None, page: str | None
) -> str:
    geometry: dict[str, Any] | None = None
    if coordinates is not None:
        latitude, longitude = coordinates.to_wgs84()
        # Six decimals are 10 cm, more than any position here knows (RFC 7946, 11.2).
        geometry = {"type": "Point", "coordinates": [round(longitude, 6), round(latitude, 6)]}
    feature = {
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
    # It stands two levels deep. A line feed inside a text is written as an escape, so all these are ends of lines.
    return "\n  " + json.dumps(feature, ensure_ascii=False, indent=1).replace("\n", "\n  ")
