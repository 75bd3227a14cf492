"""Elements that we add to folium: texts go to the browser as JSON and become text nodes there, never markup."""

from collections.abc import Mapping
from typing import Any

import folium
from branca.element import Element, MacroElement
from folium.template import Template

Json = Mapping[str, Any]


class PageGlue(MacroElement):
    """Calls a function of `maps.js` with the element that it belongs to and with options."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            qingguoMaps.{{ this.function }}({{ this._parent.get_name() }}, {{ this.options|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, function: str, options: Json) -> None:
        """`function` is a name that we write, never one from a record."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "PageGlue"
        self.function = function
        self.options = options


def attach(parent: Element, function: str, options: Json) -> None:
    """Call `qingguoMaps.function` with `parent` once the browser has made it."""
    parent.add_child(PageGlue(function, options))


class TextMarker(folium.Marker):
    """A marker that is a piece of text. It has its icon from the start, or else Leaflet would load its own picture."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.marker(
                {{ this.location|tojson }},
                {icon: qingguoMaps.icon({{ this.icon_options|tojson }}), ...{{ this.options|tojavascript }}}
            ).addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, location: tuple[float, float], icon: Json, **options: bool | int) -> None:
        super().__init__(location, **options)  # type: ignore[arg-type]
        self.icon_options = icon


def label(
    parent: Element,
    place: tuple[float, float],
    text: str,
    class_name: str,
    popup: Json | None = None,
    line: int = 0,
) -> None:
    """Set a text at a place. With a popup it can be reached by keyboard; without one it is part of the ground.

    `line` moves it down by so many lines, where several stand at one place; -1 is the first line above the place.
    """
    options: dict[str, bool | int] = {} if popup else {"interactive": False, "keyboard": False, "zIndexOffset": -2000}
    marker = TextMarker(place, {"text": text, "className": class_name, "line": line}, **options)
    if popup:
        attach(marker, "popup", popup)
    marker.add_to(parent)
