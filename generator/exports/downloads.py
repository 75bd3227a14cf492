"""Every file that readers can download, by its name."""

from collections.abc import Callable

from generator.archive.collection import Collection
from generator.exports.csv_tables import TABLES, csv_table, dictionary_table
from generator.exports.geojson import places_geojson


def downloads(collection: Collection, address: Callable[[str, str], str]) -> dict[str, bytes]:
    """The downloads of a published collection (without drafts): tables, places, and the dictionary that explains them.

    `address` answers the address of a record's page from kind and id; where the site has no address, the path of the
    page from the root of the site.
    """
    return {
        **{name: csv_table(name, collection, address) for name in TABLES},
        "places.geojson": places_geojson(collection, address),
        "data-dictionary.csv": dictionary_table(),
    }
