"""What maps are made of: plain values, already in the language of the page."""

from dataclasses import dataclass

from generator.language.words import Words
from generator.records.coordinates import SYMBOLIC_PRECISION_M


@dataclass(frozen=True)
class MapKind:
    """A kind of things on a map, which the reader can switch on and off."""

    id: str
    label: str


@dataclass(frozen=True)
class MapPoint:
    """One thing on a map. `lat` and `lng` are WGS-84 degrees; `precision_m` is the radius in which the thing lies."""

    id: str
    label: str
    href: str
    kind: str
    lat: float
    lng: float
    precision_m: int
    text: str = ""

    @property
    def is_spot(self) -> bool:
        """Whether it may be drawn as a pin."""
        return self.precision_m < SYMBOLIC_PRECISION_M


@dataclass(frozen=True)
class Town:
    """A town of the gazetteer, named on the ground of the map."""

    name: str
    lat: float
    lng: float


@dataclass(frozen=True)
class LifeStop:
    """A dated event of a life at a town of the gazetteer. Stops come in the order of time."""

    date: str
    text: str
    place: str
    lat: float
    lng: float
    precision_m: int


@dataclass(frozen=True)
class MapWords:
    """Words of the interface on every map. `precision` has the blank `{metres}`, `number` the blank `{count}`.

    `credit` names where the towns come from; `no_script` says what stands in the map's place without JavaScript.
    """

    zoom_in: str
    zoom_out: str
    close: str
    north: str
    precision: str
    number: str
    credit: str
    schematic: str
    no_script: str

    @classmethod
    def of(cls, words: Words) -> "MapWords":
        """The words of one language."""
        return cls(
            zoom_in=words("map_zoom_in"),
            zoom_out=words("map_zoom_out"),
            close=words("map_close"),
            north=words("lane_north"),
            precision=words("map_precision"),
            number=words("map_number"),
            credit=words("map_credit"),
            schematic=words("map_schematic"),
            no_script=words("map_no_script"),
        )


def short_name(name: str) -> str:
    """A name without what stands behind it in parentheses; the popup says all."""
    return name.split("（")[0].split(" (")[0]


def kind_class(kind: str) -> str:
    """The part of a class name that says a kind."""
    return "".join(character if character.isascii() and character.isalnum() else "-" for character in kind)
