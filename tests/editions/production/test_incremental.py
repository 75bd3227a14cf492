"""Whatever is edited, a build or preview that keeps what it can makes what a clean one makes, or finds the same."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.support.collection import (
    BASE,
    CONFIGURATION,
    FIGURE,
    MARKDOWN,
    OTHER_FIGURE,
    SITE,
    SOURCES,
    write_collection,
    write_file,
)
from tests.support.incremental import Workplace, write_with_old_times

FIGURES = ("person-a", "person-b", "person-c", "person-d", "person-e")
# What is put in place of the name and the text of a record: of the same length, so that only the content tells.
WORDS = ("甲乙", "丙丁", "戊己", "庚辛")
PEOPLE = """\
people:
  - {id: friend, names: {zh: 虚构友, en: Fictional Friend}, note: {zh: 虚构的朋友, en: a fictional friend}}
"""
PLACES = """\
places:
  - id: town
    names: {zh: 虚构镇, en: Fictional Town}
    coordinates: {lat: 31.8, lng: 119.9, system: WGS-84, precision_m: 3000, sources: [novel], verified: true}
"""
ROUTE = """\
names: {zh: 虚构路, pinyin: Xūgòu Lù, en: Fictional Walk}
summary: {zh: 虚构的路线, en: a fictional walk}
stops:
  - {site: house, story: {zh: 虚构的故事, en: a fictional story}, sources: [novel], verified: true}
"""
words = st.sampled_from(WORDS)
figures = st.sampled_from(FIGURES)


def figure(word: str, born: int, other: str, source: str, place: str, draft: bool) -> str:
    """A figure who is bound to another person, to a place, and to entries of registers."""
    lines = FIGURE.replace("甲", word).replace("1901-02-03", f"{born}-02-03").replace("person-b", other)
    lines = lines.replace("[novel, paper]", f"[{source}]").replace("place: house", f"place: {place}")
    return lines + f"draft: {str(draft).lower()}\n"


class EditedCollection(RuleBasedStateMachine):
    """A collection under edits of every sort. Some are mistakes: then both builds must end with the same findings."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="qingguo-edited-"))
        self.place = Workplace(self.folder)
        self.is_edited = True
        self.checks = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def write(self, name: str, text: str, with_old_times: bool = False) -> None:
        path = self.place.root / name
        if with_old_times and path.is_file():
            write_with_old_times(path, text)
        else:
            write_file(self.place.root, name, text)
        self.is_edited = True

    @initialize()
    def start(self) -> None:
        write_collection(self.place.root)
        write_file(self.place.root, "content/people.yml", PEOPLE)
        write_file(self.place.root, "sites_map/places.yml", PLACES)
        for language, title in (("zh", "巷"), ("en", "Lane")):
            write_file(self.place.root, f"content/{language}/lane.md", f"---\ntitle: {title}\ndescription: d\n---\n")
        for name in FIGURES[2:]:
            write_file(
                self.place.root, f"figures/{name}.yml", figure("甲乙", 1845, "person-b", "paper", "house", False)
            )

    @rule(
        name=figures, word=words, born=st.integers(1840, 1849), other=st.sampled_from((*FIGURES, "friend")),
        source=st.sampled_from(("novel", "paper")), place=st.sampled_from(("house", "house", "hall")),
        draft=st.sampled_from((False, False, True)), with_old_times=st.booleans(),
    )  # fmt: skip
    def write_figure(
        self, name: str, word: str, born: int, other: str, source: str, place: str, draft: bool, with_old_times: bool
    ) -> None:
        self.write(f"figures/{name}.yml", figure(word, born, other, source, place, draft), with_old_times)

    @rule(name=figures, word=words, zh_hant=st.sampled_from((None, "虛搆", "虛構")))
    def write_brief_figure(self, name: str, word: str, zh_hant: str | None) -> None:
        text = OTHER_FIGURE.replace("虚构的人物乙", f"虚构的人物{word}")
        if zh_hant is not None:
            text = text.replace("zh: 虚构乙,", f"zh: 虚构乙, zh_hant: {zh_hant}乙,")
        self.write(f"figures/{name}.yml", text)

    @rule(first=figures, second=figures)
    def rename_figure(self, first: str, second: str) -> None:
        path = self.place.root / "figures" / f"{first}.yml"
        if path.exists():
            path.replace(path.with_stem(second))
            self.is_edited = True

    @rule(first=figures, second=figures)
    def exchange_figures(self, first: str, second: str) -> None:
        """Each takes the other's place with its own times and inode."""
        paths = [self.place.root / "figures" / f"{name}.yml" for name in (first, second)]
        if first != second and all(path.exists() for path in paths):
            spare = paths[0].with_suffix(".spare")
            paths[0].rename(spare)
            paths[1].rename(paths[0])
            spare.rename(paths[1])
            self.is_edited = True

    @rule(name=figures)
    def move_figure_into_a_folder(self, name: str) -> None:
        path = self.place.root / "figures" / f"{name}.yml"
        if path.exists():
            write_file(self.place.root, f"figures/more/{name}.yml", path.read_bytes())
            path.unlink()
            self.is_edited = True

    @rule(
        name=st.sampled_from(
            (
                *(f"figures/{each}.yml" for each in FIGURES),
                "sites_map/routes/walk.yml",
                "sites_map/bases/hall.yml",
                "sites_map/places.yml",
                "content/people.yml",
                "content/zh/picture.txt",
                "content/zh/sources.md",
                "content/en/bases/index.md",
                "content/zh/notes.md",
            )
        )
    )
    def remove(self, name: str) -> None:
        (self.place.root / name).unlink(missing_ok=True)
        self.is_edited = True

    @rule(word=words, scope=st.sampled_from(("city", "lane")), draft=st.booleans(), with_old_times=st.booleans())
    def write_site(self, word: str, scope: str, draft: bool, with_old_times: bool) -> None:
        text = SITE.replace("虚构宅", f"虚构{word}").replace("scope: city", f"scope: {scope}")
        self.write("sites_map/sites/house.yml", text + f"draft: {str(draft).lower()}\n", with_old_times)

    @rule(word=words, person=figures)
    def write_base(self, word: str, person: str) -> None:
        self.write("sites_map/bases/hall.yml", BASE.replace("虚构的展品", word).replace("person-a", person))

    @rule(word=words)
    def write_route(self, word: str) -> None:
        self.write("sites_map/routes/walk.yml", ROUTE.replace("故事", word))

    @rule(name=st.sampled_from(tuple(MARKDOWN)), word=words, language=st.sampled_from(("zh", "en")))
    def write_page(self, name: str, word: str, language: str) -> None:
        front = f"---\ntitle: {word}\ndescription: 虚构的{word}\n---\n"
        self.write(f"content/{language}/{name}", f"{front}\n虚构{{novel}}。\n\n{MARKDOWN[name][2]}\n")

    @rule(word=words, linked=st.sampled_from(("sources.md", "figures/index.md", "nowhere.md")))
    def write_notes(self, word: str, linked: str) -> None:
        front = f"---\ntitle: {word}\ndescription: 虚构的{word}\n---\n"
        self.write("content/zh/notes.md", f"{front}\n[虚构]({linked})与[虚构的人](figures/person-c/)。\n")

    @rule(word=words)
    def write_what_is_copied(self, word: str) -> None:
        self.write("content/zh/picture.txt", word)

    @rule(word=words, tier=st.sampled_from("ABC"), read=st.sampled_from(("full", "excerpt")), swap=st.booleans())
    def write_sources(self, word: str, tier: str, read: str, swap: bool) -> None:
        text = SOURCES.replace("虚构的书", f"虚构的{word}").replace("tier: B", f"tier: {tier}")
        head, *entries = text.replace("read: full", f"read: {read}").splitlines()
        self.write("content/sources.yml", "\n".join([head, *(reversed(entries) if swap else entries)]) + "\n")

    @rule(word=words, more=st.booleans())
    def write_people(self, word: str, more: bool) -> None:
        entry = "  - {id: stranger, names: {zh: 虚构客, en: Guest}, note: {zh: 虚构的客人, en: a guest}}\n"
        self.write("content/people.yml", PEOPLE.replace("虚构的朋友", word) + (entry if more else ""))

    @rule(word=words, lat=st.sampled_from(("31.8", "31.9")))
    def write_places(self, word: str, lat: str) -> None:
        self.write("sites_map/places.yml", PLACES.replace("虚构镇", f"虚构{word}").replace("31.8", lat))

    @rule(name=figures)
    def name_a_town(self, name: str) -> None:
        path = self.place.root / "figures" / f"{name}.yml"
        if path.exists():
            text = path.read_text(encoding="utf-8")
            self.write(f"figures/{name}.yml", text.replace('date: "1920", text', 'date: "1920", place: town, text'))

    @rule(
        word=words,
        languages=st.sampled_from(("[zh, zh-Hant, en]", "[zh, en]", "[en, zh-Hant, zh]")),
        navigation=st.sampled_from(("figures/index.md", "figures/index.md, sources.md")),
        address=st.sampled_from(('""', "https://city.example/heritage/")),
        more=st.sampled_from(("", "      traditional: {虚构: 虛搆}\n")),
    )
    def write_configuration(self, word: str, languages: str, navigation: str, address: str, more: str) -> None:
        text = CONFIGURATION.replace("虚构城", f"虚构{word}").replace("[zh, zh-Hant, en]", languages)
        text = text.replace("[figures/index.md]", f"[{navigation}]").replace('site_url: ""', f"site_url: {address}")
        self.write("mkdocs.yml", text + more)

    @rule(name=figures)
    def break_figure(self, name: str) -> None:
        self.write(f"figures/{name}.yml", "names: [\n")

    @rule()
    def start_again(self) -> None:
        """Most mistakes are mended."""
        for folder in ("figures", "content", "sites_map"):
            shutil.rmtree(self.place.root / folder)
        self.start()
        self.is_edited = True

    @rule(name=st.sampled_from(("index.html", "figures/index.html", "assets/search-zh.js", "downloads/figures.csv")))
    def tamper_with_what_is_published(self, name: str) -> None:
        path = self.place.target / name
        if path.exists():
            content = path.read_bytes()
            path.unlink()
            path.write_bytes(b"tampered with".ljust(len(content))[: len(content)])

    @precondition(lambda self: self.is_edited)
    @invariant()
    def warm_equals_clean(self) -> None:
        """Builds and refreshes of a preview follow each other, with one cache."""
        self.is_edited = False
        self.checks += 1
        place = self.place
        if self.checks % 2:
            before, warm, clean, after = place.published(), place.build(), place.clean_build(), place.published()
        else:
            before, warm, clean, after = place.shown(), place.preview(), place.clean_preview(), place.shown()
        assert_same(warm, clean)
        assert after == (before if isinstance(warm, list) else warm)


def assert_same(warm: object, clean: object) -> None:
    """The files that differ are named, not shown."""
    if isinstance(warm, dict) and isinstance(clean, dict):
        assert {path for path in warm.keys() | clean.keys() if warm.get(path) != clean.get(path)} == set()
    else:
        assert warm == clean


TestEditedCollection = EditedCollection.TestCase
# Each step builds twice, so there are far fewer than of other properties.
TestEditedCollection.settings = settings(
    max_examples=max(4, settings().max_examples // 20), stateful_step_count=10, suppress_health_check=list(HealthCheck)
)
