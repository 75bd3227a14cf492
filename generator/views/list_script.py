"""The script that keeps the choice of a list's facets in the page's address."""

from importlib.resources import files

from generator.release.assets import AssetStore


def add_list_script(assets: AssetStore) -> str:
    """Store `lists.js` among the assets; answers its path from the root of the site."""
    script = files("generator").joinpath("theme", "static", "lists.js").read_text(encoding="utf-8")
    return assets.add("lists.js", script)
