"""A small fictional site with the real search, opened from a folder in Chromium; every request elsewhere is noted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page

import generator
from generator.editions import theme_assets
from generator.language.words import Words
from generator.search import (
    PARTS_WORDS,
    WORDS,
    Kind,
    Name,
    NameRole,
    SearchEntry,
    build_index,
    text_parts,
)
from tests.support.index_in_parts import index_in_parts

ROOT = Path(generator.__file__).parent
SCRIPTS = tuple(f"{name}.js" for name in theme_assets.SCRIPTS if name.startswith("search"))
FULL, GIVEN, COURTESY, PEN = NameRole.FULL, NameRole.GIVEN, NameRole.COURTESY, NameRole.PEN

# Every person and place here is made up; the surnames and characters are those that programs misread.
PEOPLE = (
    ("shan", "单小青", "Shàn Xiǎoqīng", 10),
    ("zeng", "曾一果", "Zēng Yīguǒ", 10),
    ("miao", "缪子川", "Miào Zǐchuān", 10),
    ("qiu", "仇木", "Qiú Mù", 10),
    ("xie", "解云", "Xiè Yún", 10),
    ("zha", "查良木", "Zhā Liángmù", 10),
    ("zhai", "翟亮亮", "Zhái Liàngliàng", 10),
    ("ou", "区大川", "Ōu Dàchuān", 10),
    ("lv", "吕绿", "Lǚ Lǜ", 10),
    ("rare", "赵𠮷元", "Zhào Jíyuán", 10),
    ("zhao", "赵元果", "Zhào Yuánguǒ", 50),
    ("zhao-second", "赵元甲", "Zhào Yuánjiǎ", 20),
    ("zhuang", "庄应旂", "Zhuāng Yīngqí", 10),
)


def entries() -> list[SearchEntry]:
    """The fictional collection."""
    made = [
        SearchEntry(
            Kind.FIGURE,
            f"figures/{key}/",
            name,
            (Name(name, FULL, pinyin), Name(name[1:], GIVEN, pinyin.partition(" ")[2])),
            f"{name}是虚构的人物。",
            "",
            prominence,
        )
        for key, name, pinyin, prominence in PEOPLE
    ]
    return [
        *made,
        SearchEntry(
            Kind.FIGURE,
            "figures/qian/",
            "钱知",
            (
                Name("钱知", FULL, "Qián Zhī"),
                Name("宣仲", COURTESY, None),
                Name("青果客", PEN, None),
                Name("Tsien Chih", NameRole.ENGLISH),
            ),
            "虚构的语言学家。",
            "他在运河边住了三十年，常与赵元果一同听船夫唱歌，并把所听的歌声记在一本没有出版的册子里。" * 2
            + "The Party of Art, a fictional society, printed the songs of the canal in 1912.",
            10,
        ),
        SearchEntry(Kind.SITE, "sites/lake/", "长荡湖", (Name("长荡湖", FULL, "Chángdàng Hú"),), "虚构的湖。", "", 0),
        SearchEntry(Kind.SITE, "sites/house/", "赵元果故居", (), "虚构的宅子。", "院中有一株老桂花树。", 0),
        SearchEntry(Kind.BASE, "bases/school/", "青果学堂", (), "", "", 0),
        SearchEntry(Kind.PAGE, "long/", "啊" * 40, (), "", "", 0),
        SearchEntry(Kind.PAGE, "", "首页", (), "", "船夫", 0),
        SearchEntry(Kind.SOURCE, "sources/#source-x", "虚构日报：运河的歌", (), "", "", 0),
        SearchEntry(
            Kind.PAGE,
            'hostile/"><img src=x onerror=alert(1)>/',
            "<img src=x onerror=alert(1)>恶意",
            (Name("</script><script>alert(2)</script>怪名", PEN),),
            "<b>摘要</b>",
            "<svg onload=alert(3)>恶文",
            0,
        ),
        *(SearchEntry(Kind.ROUTE, f"routes/{number}/", f"路线第{number}", (), "", "", 0) for number in range(40)),
    ]


POLICY = "default-src 'none'; script-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'self'"
PAGE = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
</head><body><p tabindex="0" id="elsewhere">elsewhere</p>{forms}{scripts}</body></html>"""


def write_files(folder: Path, made: list[SearchEntry], words: Words) -> tuple[str, str]:
    """Write the two files of a small index; answers their paths."""
    index = build_index(made, {key: words(key) for key in WORDS})
    (folder / "names.js").write_text(index.names, encoding="utf-8")
    (folder / "text.js").write_text(index.text, encoding="utf-8")
    return "names.js", "text.js"


def write_parts(
    folder: Path, made: list[SearchEntry], words: Words, part_bytes: int = 30, names_bytes: int = 0, rows: int = 8
) -> tuple[str, str]:
    """Write an index in parts as tiny as a collection of a hundred entries needs; answers the path of its names."""

    def add(name: str, content: str) -> str:
        path = folder / "index/search-zh" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return f"search-zh/{name}"

    parts = [
        part for start in range(0, len(made), 20) for part in text_parts(made[start : start + 20], part_bytes)
    ]
    found = index_in_parts(parts, {key: words(key) for key in PARTS_WORDS}, add, names_bytes, rows, rows)
    (folder / "index/names.js").write_text(found.names, encoding="utf-8")
    (folder / "index/text.js").write_text(found.text, encoding="utf-8")
    return "index/names.js", "index/text.js"


def write_site(
    folder: Path,
    language: str = "zh",
    made: list[SearchEntry] | None = None,
    write: Callable[[Path, list[SearchEntry], Words], tuple[str, str]] = write_files,
) -> Path:
    """Write the site with a page that has the box only and a search page; answers the folder."""
    words = Words(language)
    names, text = write(folder, entries() if made is None else made, words)
    for name in SCRIPTS:
        (folder / name).write_bytes((ROOT / "theme/static" / name).read_bytes())
    theme = Environment(loader=FileSystemLoader(ROOT / "theme/partials"), autoescape=True)
    views = Environment(loader=FileSystemLoader(ROOT / "views/templates"), autoescape=True)
    for page in ("home", "search", "figures/shan"):
        up = "../" * (page.count("/") + 1)
        site = {"root": "", "search": {"names": names, "text": text, "explicit_index": True}}
        box = theme.get_template("search.html").render(site=site, words=words.all, link=up.__add__, root=up.rstrip("/"))
        root = views.get_template("search.html").render(t=words, root=up, explicit_index=True)
        scripts = "".join(f'<script src="{up}{name}" defer></script>' for name in SCRIPTS)
        target = folder / page / "index.html"
        target.parent.mkdir(parents=True)
        forms = box + (root if page == "search" else "")
        target.write_text(PAGE.format(policy=POLICY, forms=forms, scripts=scripts), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional site in Chinese."""
    return write_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def site_in_parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with its index in parts, beside the two files of the small index."""
    folder = write_site(tmp_path_factory.mktemp("parts"), write=write_parts)
    write_files(folder, entries(), Words("zh"))
    return folder


NAMESAKES = (
    ("韩钧", "Hán Jūn", 5, ()),
    ("郝杰", "Hǎo Jié", 50, ()),
    ("胡菊维", "Hú Júwéi", 99, ()),
    ("何静好", "Hé Jìnghǎo", 0, ()),
    ("王衡", "Wáng Héng", 90, (Name("后觉", COURTESY, None),)),
    ("史和季", "Shǐ Héjì", 96, ()),
    ("石辉", "Shí Huī", 40, ()),
    ("孙怀和", "Sūn Huáihé", 1, ()),
    ("宋海", "Sòng Hǎi", 0, ()),
    ("莫昌鸿", "Mò Chānghóng", 0, ()),
    ("裘梅程", "Qiú Méichéng", 60, ()),
    ("万一", "Wàn Yī", 80, ()),
    ("王安宁", "Wáng Ānníng", 3, ()),
)


@pytest.fixture(scope="session")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of people whose initials are alike."""
    made = [
        SearchEntry(
            Kind.FIGURE,
            f"figures/{number}/",
            name,
            (Name(name, FULL, pinyin), Name(name[1:], GIVEN, pinyin.partition(" ")[2]), *others),
            "",
            "",
            prominence,
        )
        for number, (name, pinyin, prominence, others) in enumerate(NAMESAKES)
    ]
    return write_site(tmp_path_factory.mktemp("namesakes"), made=made)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page without network; the test fails when it asked for anything but files, or when a script failed."""
    context = chromium.new_context(offline=True)
    opened = context.new_page()
    opened.set_default_timeout(5000)
    troubles: list[str] = []
    requests: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda message: troubles.append(message.text))
    yield opened
    context.close()
    assert troubles == []
    assert [url for url in requests if not url.startswith("file:")] == []
