"""Tile layers: none, unless the configuration names one.

Tianditu, whose tiles (`_w`) are in Web Mercator and fit WGS-84; every reader of the page can see TOKEN:

    tiles:
      url: "https://t{s}.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default\
&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=TOKEN"
      attribution: "© 天地图"
      approval_number: "(the number that the service shows)"
      subdomains: "01234567"
      max_zoom: 18
"""

import re
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints, model_validator

from generator.records.finding import Message
from generator.records.model import PlainText, Record, bad_value

TileAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"'<>`\\;,]{8,1000}$")]


class TileLayerOptions(Record):
    """A tile layer below the project's own drawing. `subdomains` are the characters that `{s}` stands for."""

    url: TileAddress
    attribution: PlainText
    approval_number: PlainText | None = None
    subdomains: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{0,16}$")] = ""
    max_zoom: Annotated[int, Field(ge=1, le=22)] = 18

    @model_validator(mode="after")
    def _has_blanks(self) -> Self:
        if not all(blank in self.url for blank in ("{x}", "{y}", "{z}")):
            raise bad_value("含 {x}、{y}、{z} 的 https 地址", "an https address with {x}, {y} and {z}")
        if ("{s}" in self.url) != bool(self.subdomains):
            raise bad_value(
                "地址中的 {s} 与 subdomains 要么都有，要么都没有", "{s} in the address and subdomains, or neither"
            )
        if re.search(r"[{}]", _host(self.url.replace("{s}", "a"))):
            raise bad_value("主机名中只能有 {s} 一个空", "no blank but {s} in the name of the host")
        return self

    @property
    def credit(self) -> str:
        """What the map shows about the tiles: who made them, and the approval number."""
        return self.attribution if self.approval_number is None else f"{self.attribution} · {self.approval_number}"


def _host(url: str) -> str:
    return urlsplit(url).netloc


def tile_host(options: TileLayerOptions | None) -> tuple[str, ...]:
    """The origins that a Content-Security-Policy must allow as sources of images; none without tiles."""
    if options is None:
        return ()
    names = [options.url.replace("{s}", letter) for letter in options.subdomains] or [options.url]
    return tuple(f"https://{_host(name)}" for name in names)


def tile_findings(options: TileLayerOptions | None) -> tuple[Message, ...]:
    """What keeps tiles from being published: in China a map that is shown in public states its approval number."""
    if options is None or options.approval_number is not None:
        return ()
    return (
        Message(
            "地图瓦片没有审图号：填写 tiles.approval_number，或去掉 tiles",
            "the tile layer has no map approval number (审图号): fill in tiles.approval_number, or remove tiles",
        ),
    )
