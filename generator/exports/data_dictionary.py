"""The data dictionary: what each column of each download means. The tables take their columns from here."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column of a table, or one property of a GeoJSON feature."""

    name: str
    zh: str
    en: str


_ID = Column(
    "id", "编号，也是页面地址的一部分，公布后不变", "identifier, part of the page's address, stable once published"
)
_NAME_ZH = Column("name_zh", "名称（简体）", "name in simplified Chinese")
_NAME_EN = Column("name_en", "名称（英文）", "name in English")
_PINYIN = Column("pinyin", "名称的拼音，带声调", "pinyin of the name, with tones")
_OTHER_NAMES = Column("other_names", "其他名称，以“; ”分隔", "other names, separated by '; '")
_SUMMARY_ZH = Column("summary_zh", "概述（中文）", "summary in Chinese")
_SUMMARY_EN = Column("summary_en", "概述（英文）", "summary in English")
_TEXT_ZH = Column("text_zh", "内容（中文）", "text in Chinese")
_TEXT_EN = Column("text_en", "内容（英文）", "text in English")
_ADDRESS_ZH = Column("address_zh", "地址（中文）", "street address in Chinese")
_ADDRESS_EN = Column("address_en", "地址（英文）", "street address in English")
_LATITUDE = Column("latitude", "纬度，度，WGS-84", "latitude in degrees, WGS-84")
_LONGITUDE = Column("longitude", "经度，度，WGS-84", "longitude in degrees, WGS-84")
_PRECISION = Column(
    "precision_m",
    "位置的不确定半径，米；100 以上不能当作房屋的位置",
    "radius of uncertainty in metres; 100 or more is not a house",
)
_POSITION_VERIFIED = Column(
    "position_verified", "true：有出处给出这个位置；false：没有", "true: a source gives this position; false: none does"
)
_VERIFIED = Column(
    "verified", "true：至少一个出处这样说（不等于出处说得对）", "true: a source says so (not that the source is right)"
)
_HAS_VARIANTS = Column("has_variants", "true：另有不同说法（一说），见页面", "true: other accounts exist, see the page")
_SOURCES = Column(
    "sources", "出处编号，以空格分隔，见 sources.csv", "ids of sources, separated by spaces, see sources.csv"
)
_PAGE = Column(
    "page", "页面地址；网站没有公布地址时为相对路径", "address of the page; relative where the site has none"
)
_INFERRED = Column(
    "inferred",
    "true：由两条有出处的事实推出，没有出处直接说到",
    "true: follows from two sourced facts, stated by no source",
)

DICTIONARY: dict[str, tuple[Column, ...]] = {
    "figures.csv": (
        _ID,
        _NAME_ZH,
        Column("name_zh_hant", "名称（繁体），只在另行给出时有", "name in traditional Chinese, only where given"),
        _PINYIN,
        _NAME_EN,
        _OTHER_NAMES,
        Column(
            "born", "生年月日，EDTF（ISO 8601-2）：~ 约，? 存疑，X 不详", "birth, EDTF: ~ about, ? uncertain, X unknown"
        ),
        Column(
            "born_doubtful",
            "true：未核实、无出处或另有说法",
            "true: not verified, without source, or other accounts exist",
        ),
        Column("died", "卒年月日，EDTF；在世或不详为空", "death, EDTF; empty if alive or not found"),
        Column(
            "died_doubtful",
            "true：未核实、无出处或另有说法",
            "true: not verified, without source, or other accounts exist",
        ),
        Column("birthplace_zh", "出生地（中文）", "birthplace in Chinese"),
        Column("birthplace_en", "出生地（英文）", "birthplace in English"),
        Column("native_place_zh", "籍贯（中文）", "ancestral native place in Chinese"),
        Column("native_place_en", "籍贯（英文）", "ancestral native place in English"),
        Column("fields", "领域，以空格分隔", "fields of work, separated by spaces"),
        Column("city_links", "与本市的关系，以空格分隔", "links to the city, separated by spaces"),
        Column("organisations_zh", "所属组织（中文），以“; ”分隔", "organisations in Chinese, separated by '; '"),
        Column("organisations_en", "所属组织（英文），以“; ”分隔", "organisations in English, separated by '; '"),
        _SUMMARY_ZH,
        _SUMMARY_EN,
        Column("wikidata", "维基数据编号", "Wikidata number"),
        Column("viaf", "VIAF 编号", "VIAF number"),
        Column(
            "sources", "本记录用到的全部出处编号，以空格分隔", "ids of all sources of the record, separated by spaces"
        ),
        _PAGE,
    ),
    "sites.csv": (
        _ID,
        _NAME_ZH,
        _PINYIN,
        _NAME_EN,
        _OTHER_NAMES,
        Column("kind_zh", "类别（中文）", "kind in Chinese"),
        Column("kind_en", "类别（英文）", "kind in English"),
        Column(
            "scope",
            "lane 巷内，near 附近，city 市内他处",
            "lane: in the lane, near: close by, city: elsewhere in the city",
        ),
        Column("period_zh", "年代（中文）", "period in Chinese"),
        Column("period_en", "年代（英文）", "period in English"),
        _SUMMARY_ZH,
        _SUMMARY_EN,
        _ADDRESS_ZH,
        _ADDRESS_EN,
        Column(
            "protection_level",
            "文物保护级别；空：没有查到，不等于不受保护",
            "legal protection; empty: none found, not unprotected",
        ),
        Column("protection_batch", "公布批次", "batch of the announcement"),
        Column("protection_since", "公布时间，EDTF", "date of the announcement, EDTF"),
        _LATITUDE,
        _LONGITUDE,
        _PRECISION,
        _POSITION_VERIFIED,
        _VERIFIED,
        _SOURCES,
        _PAGE,
    ),
    "bases.csv": (
        _ID,
        _NAME_ZH,
        _PINYIN,
        _NAME_EN,
        _OTHER_NAMES,
        Column("theme", "主题", "theme"),
        Column("site", "所在地点的编号，见 sites.csv", "id of its site, see sites.csv"),
        _ADDRESS_ZH,
        _ADDRESS_EN,
        Column(
            "naming_batch", "市级命名批次；空：没有查到命名", "batch of its naming by the city; empty: no naming found"
        ),
        Column("naming_date", "命名时间，EDTF", "date of its naming, EDTF"),
        Column("see_zh", "看什么（中文）", "what to see, in Chinese"),
        Column("see_en", "看什么（英文）", "what to see, in English"),
        Column("figures", "所展人物的编号，以空格分隔", "ids of the people shown, separated by spaces"),
        _LATITUDE,
        _LONGITUDE,
        _PRECISION,
        _POSITION_VERIFIED,
        _VERIFIED,
        _SOURCES,
        _PAGE,
    ),
    "relations.csv": (
        Column("person", "人物编号", "id of the person"),
        Column(
            "other_kind",
            "另一方：figure 人物，person 背景人物，site 地点，base 基地",
            "the other: figure, person, site or base",
        ),
        Column("other", "另一方的编号", "id of the other"),
        Column("kind", "关系的种类", "kind of the relation"),
        _TEXT_ZH,
        _TEXT_EN,
        _INFERRED,
        _VERIFIED,
        _HAS_VARIANTS,
        _SOURCES,
    ),
    "events.csv": (
        Column("figure", "人物编号，见 figures.csv", "id of the figure, see figures.csv"),
        Column("date", "日期，EDTF", "date, EDTF"),
        Column("earliest", "这个日期可能的第一天，ISO 8601", "first day that the date may mean, ISO 8601"),
        Column("latest", "这个日期可能的最后一天，ISO 8601", "last day that the date may mean, ISO 8601"),
        Column("original_zh", "出处中的原写法（年号、农历）", "wording of the source (reign year, lunar date)"),
        _TEXT_ZH,
        _TEXT_EN,
        Column("place", "地名编号，见 places.geojson", "id of the town, see places.geojson"),
        Column("posthumous", "true：身后之事", "true: after death"),
        _VERIFIED,
        _HAS_VARIANTS,
        _SOURCES,
    ),
    "sources.csv": (
        _ID,
        Column(
            "tier",
            "A 官方或机构，B 报刊、百科、学术，C 转载、旅游页，none 常识",
            "A official, B press or scholarship, C copies, none",
        ),
        Column("title", "题名", "title"),
        Column("publisher", "发布者", "publisher"),
        Column("date", "发布日期，EDTF", "date of publication, EDTF"),
        Column("url", "发布者自己的网址", "the publisher's own address"),
        Column("access", "original 原页，mirror 转载", "original page, or mirror"),
        Column(
            "read",
            "读到多少：full 全文，partial 部分，excerpt 摘录，none 未读",
            "how much was read: full, partial, excerpt, none",
        ),
        Column("note_zh", "说明（中文）", "note in Chinese"),
        Column("note_en", "说明（英文）", "note in English"),
        Column("uses", "有多少处以它为据", "number of places that rest on it"),
    ),
    "places.geojson": (
        Column("kind", "site 地点，base 基地，town 市镇", "site, base or town"),
        _NAME_ZH,
        _NAME_EN,
        _PRECISION,
        Column("verified", _POSITION_VERIFIED.zh, _POSITION_VERIFIED.en),
        Column("sources", "位置的出处编号列表", "list of the ids of the position's sources"),
        _PAGE,
    ),
}
"""The columns of every download, in their order. GeoJSON features have their id as the id of the feature."""
