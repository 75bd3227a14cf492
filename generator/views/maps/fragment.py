"""From a folium map to what a page needs: a piece of HTML, and scripts and styles that are assets of the output.

Folium would write its script into the page and load ten files from four hosts. Here the script becomes a file of its
own, which a Content-Security-Policy without `unsafe-inline` lets pass, and the files are those of `generator/vendor/`.
"""

import contextlib
import itertools
import re
from collections.abc import Iterator, Mapping

import folium
from branca.element import Element, Figure
from markupsafe import Markup

from generator.views.maps.assets import MapFragment

_SCRIPTS = {"leaflet": "leaflet.js", "markerclusterjs": "leaflet.markercluster.js"}
_NOT_NEEDED = frozenset(
    {
        # Popups and icons are drawn by maps.js, so that neither jQuery nor an icon font is needed.
        "jquery",
        "bootstrap",
        "awesome_markers",
        # Styles are those of shared_assets.
        "leaflet_css",
        "markerclustercss",
        "markerclusterdefaultcss",
        "bootstrap_css",
        "glyphicons_css",
        "awesome_markers_font_css",
        "awesome_markers_css",
        "awesome_rotate_css",
    }
)


class ForeignResource(Exception):
    """Folium asks for a file that we do not have."""


@contextlib.contextmanager
def reproducible(key: str) -> Iterator[None]:
    """Inside it, folium's elements are numbered from 1 instead of named by random bytes. `key` begins their names."""
    numbers = itertools.count(1)
    random_id = Element.__dict__["_generate_id"]
    setattr(Element, "_generate_id", classmethod(lambda cls: f"{key}{next(numbers)}"))  # noqa: B010 - for the type checker
    try:
        yield
    finally:
        setattr(Element, "_generate_id", random_id)  # noqa: B010


def fragment(key: str, map_: folium.Map, title: str, no_script: str, data: Markup = Markup("")) -> MapFragment:
    """Take apart a map built inside `reproducible(key)`. `title` is spoken; `data` is for the script to read."""
    figure = map_.get_root()
    assert isinstance(figure, Figure)  # a map without a parent makes its own
    figure.render()
    map_id = map_.get_name()
    html = Markup(
        '<div class="map" data-map-kind="{kind}">'
        '<div class="map-canvas" id="{id}" role="region" aria-label="{title}"></div>'
        "<noscript><p>{no_script}</p></noscript>{data}</div>"
    ).format(kind=key, id=map_id, title=title, no_script=no_script, data=data)
    body = re.sub(r"\n\s*\n+", "\n", figure.script.render())
    return MapFragment(
        html=html,
        scripts=(*_scripts(figure.header._children), "maps.js"),
        styles=("maps.css",),
        script_name=f"maps/{key}.js",
        script_source=f'qingguoMaps.add("{map_id}", function () {{{body}\n}});\n',
    )


def _scripts(header: Mapping[str, Element]) -> tuple[str, ...]:
    """Our files for the resources that folium names in its header."""
    scripts = []
    for name, child in header.items():
        if not hasattr(child, "url") or name in _NOT_NEEDED:
            continue
        if name not in _SCRIPTS:
            raise ForeignResource(f"{name}: {child.url}")
        scripts.append(_SCRIPTS[name])
    return tuple(scripts)
