"""The scripts and the style of lists."""

from importlib.resources import files

from generator.release.assets import AssetStore


def add_list_script(assets: AssetStore) -> str:
    """Store `lists.js`, which keeps the choice of facets in the address; answers its path from the root of the site."""
    return _add(assets, "lists.js")


def add_long_list_script(assets: AssetStore) -> str:
    """Store `long-lists.js`, the facets of lists that are spread over several pages; answers its path."""
    return _add(assets, "long-lists.js")


def add_list_style(assets: AssetStore) -> str:
    """Store `long-lists.css`, the style of such lists; answers its path."""
    return _add(assets, "long-lists.css")


def add_points_script(assets: AssetStore) -> str:
    """Store `map-points.js`, which fills maps of very many places; answers its path."""
    return _add(assets, "map-points.js")


def _add(assets: AssetStore, name: str) -> str:
    if name in assets.by_name:
        return assets.by_name[name]
    return assets.add(name, files("generator").joinpath("theme", "static", name).read_text(encoding="utf-8"))
