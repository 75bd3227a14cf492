"""A collection of very many records; its people and places do not exist."""

from functools import cache

from generator.archive.collection import Collection
from generator.records.base import Base
from generator.records.figure import Figure
from generator.records.site import Site
from generator.records.source import Source

FIGURES = 520
SITES = 530
BASES = 230

_FIELDS = ("law", "art", "music")
_SCOPES = ("lane", "near", "city")
_THEMES = ("residence", "lane", "memorial", "organisation", "museum")


def _figure(number: int, say: str) -> Figure:
    born = 1780 + number * 7 % 160
    return Figure.model_validate(
        {
            "id": f"person-{number:03}",
            "prominence": number % 90,
            "names": {"zh": f"虚构{number}{say}", "pinyin": f"Xū Gòu {number:03}{say}", "en": f"Person {number}{say}"},
            "summary": {"zh": f"虚构的人{say}", "en": f"a fictional person{say}"},
            "fields": [_FIELDS[number % 3]],
            "born": {"date": str(born), "sources": ["novel"], "verified": True} if number % 50 else None,
            "organisations": [
                {"id": f"club-{number % 40}", "organisation": {"zh": f"社{number % 40}{say}"}, "sources": ["novel"]}
            ],
            "timeline": [
                {"date": str(born + 20), "text": {"zh": f"入学{say}"}, "sources": ["novel"], "verified": True},
                {"date": f"{born + 40}~", "text": {"zh": f"远行{say}"}, "sources": ["paper"], "verified": False},
                {"date": str(born + 41), "text": {"zh": f"无出处的事{say}"}},
            ],
            "relations": [
                {
                    "person": f"person-{(number * 3 + 1) % FIGURES:03}",
                    "kind": "same_school",
                    "text": {"zh": f"同校{say}"},
                    "inferred": number % 5 == 0,
                    "sources": ["novel"],
                    "verified": True,
                }
            ],
            "places": [{"place": f"site-{number % 7:03}", "kind": "lived_at", "sources": ["novel"], "verified": True}],
        }
    )


def _names(word: str, number: int, say: str) -> dict[str, str]:
    return {"zh": f"虚构{word}{number}{say}", "en": f"Fiction {number}{say}"}


def _site(number: int, say: str) -> Site:
    return Site.model_validate(
        {
            "id": f"site-{number:03}",
            "names": _names("宅", number, say),
            "kind": {"zh": f"宅第{say}"},
            "scope": _SCOPES[number % 3],
            "coordinates": {
                "lat": 31.7 + number * 0.001,
                "lng": 119.9,
                "system": "WGS-84",
                "precision_m": 20 if number % 2 else 500,
            },
        }
    )


def _base(number: int, say: str) -> Base:
    return Base.model_validate(
        {"id": f"base-{number:03}", "names": _names("馆", number, say), "theme": _THEMES[number % 5]}
    )


@cache
def crowd(say: str = "") -> Collection:
    """More figures, sites, bases, events, relations and citations than one page holds. `say` ends every text."""
    sources = (
        {"id": "novel", "tier": "B", "title": f"虚构的书{say}", "read": "full"},
        {"id": "paper", "tier": "A", "title": f"A fictional paper{say}", "read": "full"},
    )
    figures, sites = (_figure(each, say) for each in range(FIGURES)), (_site(each, say) for each in range(SITES))
    return Collection(
        figures={each.id: each for each in figures},
        sites={each.id: each for each in sites},
        bases={each.id: each for each in (_base(number, say) for number in range(BASES))},
        routes={},
        sources={str(each["id"]): Source.model_validate(each) for each in sources},
        people={},
        places={},
        plan=None,
        programme=None,
    )
