"""A collection made of records that use every field; its people and places do not exist."""

from collections.abc import Callable

from generator.archive.collection import Collection
from generator.language.traditional import TraditionalConverter
from generator.records.base import Base
from generator.records.figure import Figure
from generator.records.gazetteer import GazetteerPlace
from generator.records.person import ContextPerson
from generator.records.plan import LanePlan
from generator.records.programme import Programme
from generator.records.route import Route
from generator.records.site import Site
from generator.records.source import Source
from generator.release.assets import AssetStore
from generator.views.downloads import Download
from generator.views.site_views import SiteViews

LANGUAGES = ("zh", "zh-Hant", "en")


def unchanged(text: str) -> str:
    """The texts of the fiction as they are."""
    return text


def empty_collection() -> Collection:
    """A city of which nothing is recorded yet."""
    return Collection({}, {}, {}, {}, {}, {}, {}, None, None)


def views(
    collection: Collection, language: str = "zh", explicit_index: bool = False, site_url: str = "https://example.org/"
) -> SiteViews:
    """The views of a collection, with the downloads of an edition that has one file."""
    download = Download("downloads/figures.csv", "Figures", "One row a figure", (("id", "the id"),))
    return SiteViews(
        collection,
        language,
        TraditionalConverter({}),
        AssetStore(),
        LANGUAGES,
        None,
        explicit_index,
        downloads=(download,),
        site_name="Fictional City",
        site_url=site_url,
    )


def fictional_collection(say: Callable[[str], str] = unchanged) -> Collection:
    """Two figures, three sites, a base, a route; `say` makes every text of the records out of its natural wording."""

    def both(zh: str, en: str) -> dict[str, str]:
        return {"zh": say(zh), "en": say(en)}

    def fact(zh: str, en: str, **more: object) -> dict[str, object]:
        return {"text": both(zh, en), "sources": ["novel"], "verified": True, **more}

    plan_place = {"basis": both("据书", "from the book"), "sources": ["novel"]}
    spot = {"lat": 31.77, "lng": 119.95, "system": "GCJ-02", "sources": ["paper"], "note": both("一处注", "a note")}
    sources = (
        {
            "id": "novel",
            "tier": "B",
            "title": say("虚构的书"),
            "publisher": say("虚构社"),
            "date": "2001",
            "read": "full",
        },
        {
            "id": "paper",
            "tier": "A",
            "title": say("A fictional paper"),
            "url": "https://example.org/paper",
            "access": "mirror",
            "read": "excerpt",
            "note": both("转载", "a copy"),
        },
        {"id": "unused", "tier": "C", "title": say("无人用的书"), "read": "none"},
    )
    first = {
        "id": "jia",
        "prominence": 60,
        "names": {
            "zh": say("虚构甲"),
            "zh-Hant": say("虛構甲"),
            "pinyin": say("Xū Gòujiǎ"),
            "en": say("Person A"),
            "others": [
                {"kind": "courtesy", "zh": say("子虚"), "sources": ["novel"], "verified": True},
                {"kind": "pen", "zh": say("乌有"), "en": say("Nobody")},
            ],
        },
        "disambiguation": both("不是别人", "nobody else"),
        "summary": both("虚构的法学家", "a fictional lawyer"),
        "fields": ["law", "art"],
        "city_links": ["born"],
        "born": {
            "date": "1901-02-03",
            "original": both("光绪二十六年", "in the 26th year of Guangxu"),
            "place": "town",
            "sources": ["novel"],
            "verified": True,
        },
        "died": {"date": "1980", "place_text": both("远方", "far away"), "sources": ["paper"]},
        "birthplace": fact(
            "虚构巷", "Fictional Lane", variants=[{"text": both("另一巷", "another lane"), "sources": ["paper"]}]
        ),
        "native_place": fact("虚构城", "Fictional City"),
        "organisations": [
            {
                "id": "club",
                "organisation": both("虚构社", "Fictional Club"),
                "role": both("社长", "chair"),
                "since": "1930",
                "until": "1940",
                "sources": ["novel"],
                "verified": True,
            }
        ],
        "roles": [{"title": both("教授", "professor"), "from": "1932", "sources": ["novel"], "verified": True}],
        "timeline": [
            {
                "date": "1936-11-23",
                "text": both("被捕", "is arrested"),
                "place": "town",
                "sources": ["novel"],
                "verified": True,
            },
            {
                "date": "1915~",
                "text": both("入学", "goes to school"),
                "original": both("乙卯年", "the year yimao"),
                "sources": ["paper"],
                "verified": True,
                "variants": [{"text": both("一九一八年入学", "in 1918"), "sources": ["novel"]}],
                "note": both("两说未决", "undecided"),
            },
            {"date": "1949/..", "text": both("无出处的事", "an event without source")},
        ],
        "works": [{"title": both("《虚构集》", "Fictions"), "date": "1950", "sources": ["novel"], "verified": True}],
        "biography": fact("第一段。\n\n**第二段。**", "First paragraph.\n\n**Second.**"),
        "relations": [
            {
                "person": "yi",
                "kind": "counsel",
                "text": both("为乙辩护", "defends B"),
                "inferred": True,
                "sources": ["novel"],
                "verified": True,
            },
            {"person": "guest", "kind": "clansman", "text": both("族人", "of one clan"), "sources": ["novel"]},
        ],
        "places": [
            {"place": "hall", "kind": "born_at", "text": both("生于后进", "in the back court"), "sources": ["novel"]},
            {"place": "museum", "kind": "donated_to", "sources": ["novel"], "verified": True},
        ],
        "identifiers": {"wikidata": "Q42", "viaf": "7"},
        "review": [{"stage": "first_review", "by": say("虚构编辑部"), "date": "2026-01-02"}],
    }
    second = {
        "id": "yi",
        "draft": True,
        "names": {"zh": say("虚构乙"), "pinyin": say("Xū Gòuyǐ"), "en": say("Person B")},
        "fields": ["law"],
    }
    hall = {
        "id": "hall",
        "names": {"zh": say("虚构堂"), "pinyin": say("Xūgòu Táng"), "en": say("Fiction Hall")},
        "kind": both("宅第", "house"),
        "scope": "lane",
        "period": both("明", "Ming"),
        "summary": both("一座宅子", "a house"),
        "location": both("巷口", "at the corner"),
        "address": fact("虚构巷1号", "1 Fictional Lane"),
        "coordinates": {**spot, "precision_m": 500},
        "protection": {
            "level": "provincial",
            "batch": say("第八批"),
            "since": "2019-03",
            "earlier": both("原为市级", "municipal before"),
            "sources": ["novel"],
            "verified": True,
        },
        "conservation": fact("已修", "repaired"),
        "four_parts": {"people": fact("有人", "people"), "carrier": fact("有屋", "a house")},
        "people": [
            {"person": "guest", "kind": "lived_at", "text": both("少年时", "as a boy"), "sources": ["novel"]},
            {"name": both("无名客", "a guest"), "sources": ["novel"]},
        ],
        "sources": ["novel", "paper"],
        "verified": True,
    }
    bridge = {
        "id": "bridge",
        "names": {"zh": say("虚构桥"), "en": say("Fiction Bridge")},
        "kind": both("桥", "bridge"),
        "scope": "lane",
    }
    museum = {
        "id": "museum",
        "names": {"zh": say("虚构馆"), "en": say("Fiction Museum")},
        "kind": both("馆", "museum"),
        "scope": "city",
        "coordinates": {**spot, "system": "WGS-84", "precision_m": 20, "verified": True},
    }
    base = {
        "id": "hall-base",
        "names": {"zh": say("虚构基地"), "en": say("Fiction Base")},
        "theme": "residence",
        "site": "hall",
        "address": fact("虚构巷1号", "1 Fictional Lane"),
        "naming": {"batch": 1, "date": "2019", "sources": ["novel"], "verified": True},
        "statuses": [fact("候选", "a candidate")],
        "see": fact("看房子", "the house"),
        "school_programmes": [fact("讲解", "a guided walk")],
        "practical": [fact("周一闭馆", "closed on Mondays", kind="opening", expires="2027-01-01")],
        "figures": [{"person": "jia", "sources": ["novel"], "verified": True}],
        "coordinates": {**spot, "precision_m": 300},
        "sources": ["novel"],
        "verified": True,
    }
    route = {
        "id": "walk",
        "names": {"zh": say("虚构路线"), "en": say("Fiction Walk")},
        "summary": both("一条路线", "a walk"),
        "stops": [
            {"site": "hall", "story": both("从这里走起", "start here"), "sources": ["novel"], "verified": True},
            {"site": "bridge"},
        ],
        "distance_m": 400,
        "walking_minutes": 6,
    }
    plan = {
        "width": 1000,
        "height": 500,
        "note": both("示意图", "schematic"),
        "west": both("西街", "West Street"),
        "east": both("东街", "East Street"),
        "unknown_order": both("次序待核", "order unknown"),
        "lane": {"label": both("虚构巷", "Fictional Lane"), "top": 300, "bottom": 330, **plan_place},
        "canal": {"label": both("虚构河", "Fictional Canal"), "top": 400, "bottom": 450, **plan_place},
        "slots": [
            {
                "site": "hall",
                "shape": "house",
                "placement": "known",
                "label": both("虚构堂", "Fiction Hall"),
                "x": 200,
                "y": 200,
            }
            | {"width": 120, "height": 100, **plan_place},
            {
                "site": "bridge",
                "shape": "bridge",
                "placement": "unknown",
                "label": both("虚构桥", "Bridge"),
                "x": 600,
                "y": 60,
            }
            | {"width": 80, "height": 80, **plan_place},
        ],
    }
    programme = {
        "title": both("虚构的文章", "A fictional article"),
        "issuer": both("虚构部", "Fictional Office"),
        "published": "2019-08-05",
        "project": both("虚构工程", "Fictional project"),
        "system": both("虚构体系", "Fictional system"),
        "system_meaning": both("一库三法", "one and three"),
        "summary": both("名号不是统计", "a label, not a count"),
        "scope": [both("一", "one"), both("二", "two")],
        "parts": [
            {
                "id": "ten",
                "number": 10,
                "title": both("宣传十位", "ten people"),
                "text": both("没有名字", "no names"),
                "points": [both("修缮", "repair")],
                "slogan": [both("有人物", "people")],
                "sources": ["novel"],
                "verified": True,
            }
        ],
        "pool": {
            "title": both("人才库", "pool"),
            "text": both("五道程序", "five steps"),
            "procedure": [both("提名", "nomination")],
            "counts": [
                {"id": "ten", "label": both("名人", "figures"), "number": 10},
                {"id": "hundred", "label": both("代表", "representatives"), "number": 130},
            ],
        },
        "measures": [
            {
                "number": 1,
                "title": both("办法", "measures"),
                "text": both("要点", "point"),
                "mechanisms": [both("谈心", "talks")],
            }
        ],
        "negative_list": {"title": both("清单", "list"), "aspects": [both("立场", "stance")], "items": 50},
        "effects": [{"title": both("作用", "effect"), "text": both("说明", "text")}],
        "next_steps": both("下一步", "next"),
        "sources": ["novel"],
        "verified": True,
    }
    return Collection(
        figures={"jia": Figure.model_validate(first), "yi": Figure.model_validate(second)},
        sites={str(each["id"]): Site.model_validate(each) for each in (bridge, hall, museum)},
        bases={"hall-base": Base.model_validate(base)},
        routes={"walk": Route.model_validate(route)},
        sources={str(each["id"]): Source.model_validate(each) for each in sources},
        people={
            "guest": ContextPerson.model_validate(
                {"id": "guest", "names": both("客", "Guest"), "note": both("背景", "context")}
            )
        },
        places={
            "town": GazetteerPlace.model_validate(
                {"id": "town", "names": both("虚构镇", "Fictional Town"), "coordinates": {**spot, "precision_m": 5000}}
            )
        },
        plan=LanePlan.model_validate(plan),
        programme=Programme.model_validate(programme),
    )
