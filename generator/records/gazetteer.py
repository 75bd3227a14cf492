"""A place of the gazetteer: a town that lives pass through, as `sites_map/places.yml` lists them."""

from generator.records.coordinates import Coordinates
from generator.records.model import Record, RecordId
from generator.records.text import LocalizedText


class GazetteerPlace(Record):
    """A town or a region, located as a whole; without coordinates it is listed but not drawn."""

    id: RecordId
    names: LocalizedText
    coordinates: Coordinates | None = None


class Gazetteer(Record):
    """The file `sites_map/places.yml`."""

    places: tuple[GazetteerPlace, ...]
