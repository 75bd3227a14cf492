"""Elements that we add to folium. What a reader sees goes to the browser as JSON and becomes text there, never markup."""

from collections.abc import Mapping
from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

Json = Mapping[str, Any]


class PageGlue(MacroElement):  # type: ignore[misc]
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
        super().__init__()
        self._name = "PageGlue"
        self.function = function
        self.options = options


class TextMarker(folium.Marker):  # type: ignore[misc]
    """A marker that is a piece of text. It has its icon from the start: Leaflet would load the picture of its own first."""

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

    def __init__(self, location: tuple[float, float], icon: Json, **options: bool) -> None:
        super().__init__(location, **options)
        self.icon_options = icon


def label(parent: folium.Element, place: tuple[float, float], text: str, class_name: str, popup: Json | None = None, line: int = 0) -> None:
    """Set a text at a place. With a popup it can be reached by keyboard; without one it is part of the ground.

    `line` moves it down by so many lines, where several stand at one place.
    """
    options = {} if popup else {"interactive": False, "keyboard": False}
    marker = TextMarker(place, {"text": text, "className": class_name, "line": line}, **options)
    if popup:
        marker.add_child(PageGlue("popup", popup))
    marker.add_to(parent)
