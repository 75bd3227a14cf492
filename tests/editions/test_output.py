"""What stands in the files of the real site, page by page: doubts, the ten and no others, data for machines."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from generator.archive.load import load_collection
from generator.archive.references import facts_of
from generator.records.figure import Figure
from generator.release.tree import read_tree
from generator.views.anchors import fact_anchors
from tests.support.building import REPOSITORY, run_qingguo
from tests.support.collection import CONFIGURATION, write_collection, write_file

ALTERNATES = ("liu-jingji", "wu-gengmei", "xie-zhiliu")
LANGUAGES = ("", "zh-Hant/", "en/")
ADDRESS = "https://city.example/heritage/"
LANGUAGE_OF = {"": "zh-Hans", "zh-Hant/": "zh-Hant", "en/": "en"}


def pages(tree: Path) -> dict[str, str]:
    """Every page by its address below the root of the site."""
    return {
        path.relative_to(tree).as_posix().removesuffix("index.html"): path.read_text(encoding="utf-8")
        for path in sorted(tree.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def figures() -> list[Figure]:
    """The figures that the site shows."""
    return list(load_collection(REPOSITORY)[0].published().figures.values())


def first_mark(html: str, anchor: str) -> str:
    """The badges of doubt in the first mark that follows a fact."""
    mark = re.split('<span class="mark-group[^"]*">', html.partition(f'id="{anchor}"')[2], maxsplit=1)[-1]
    return mark.partition("<button")[0]


def test_the_real_site_is_the_same_in_another_process(public_tree: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    result = run_qingguo("build", "--out", again, language="zh_CN.UTF-8", PYTHONHASHSEED="7", TZ="Asia/Shanghai")
    assert result.returncode == 0, result.stdout
    assert read_tree(again) == read_tree(public_tree)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_every_doubtful_fact_of_a_figure_has_its_badge(public_tree: Path, figures: list[Figure], prefix: str) -> None:
    missing, doubts = [], 0
    for figure in figures:
        html = (public_tree / prefix / "figures" / figure.id / "index.html").read_text(encoding="utf-8")
        anchors = fact_anchors(figure)
        for path, fact in facts_of(figure):
            badges = first_mark(html, anchors[path])
            kind = "unsourced" if not fact.sources else "unverified" if not fact.verified else ""
            wanted = [each for each in (kind, "variant" if fact.variants else "") if each]
            doubts += bool(wanted)
            right = all(f"doubt-{each}" in badges for each in wanted) and (bool(kind) == ("doubt-un" in badges))
            if not right or f'id="{anchors[path]}"' not in html:
                missing.append((figure.id, path, wanted, badges))
    assert missing == []
    assert doubts > 30


def test_ten_figures_have_a_page_and_the_alternates_have_none(public_tree: Path, figures: list[Figure]) -> None:
    assert len(figures) == 10
    for prefix in LANGUAGES:
        folder = public_tree / prefix / "figures"
        assert {path.name for path in folder.iterdir() if path.is_dir()} == {figure.id for figure in figures}
    for path in public_tree.rglob("*"):
        if path.suffix in (".html", ".js", ".csv", ".geojson", ".xml", ".txt"):
            text = path.read_text(encoding="utf-8")
            for alternate in ALTERNATES:
                assert alternate not in text, path


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("", "不是官方名单"),
        ("zh-Hant/", "不是官方名單"),
        ("en/", "not an official list"),
        ("figures/", "不是官方名单"),
        ("en/figures/", "not an official list"),
    ],
)
def test_the_page_says_that_the_selection_is_ours(public_tree: Path, page: str, said: str) -> None:
    html = (public_tree / page / "index.html").read_text(encoding="utf-8")
    assert said in html.partition("<main")[2].partition("</main>")[0]


def test_every_page_has_data_for_machines(public_tree: Path) -> None:
    for path, html in pages(public_tree).items():
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        nodes: list[dict[str, Any]] = [json.loads(text) for text in found]
        assert nodes, path
        assert all(node["@context"] == "https://schema.org" and node["@type"] for node in nodes), path
        crumbs = [node for node in nodes if node["@type"] == "BreadcrumbList"]
        if path not in LANGUAGES and not path.endswith("404.html"):
            assert len(crumbs) == 1, path
            assert [each["position"] for each in crumbs[0]["itemListElement"]] == list(
                range(1, len(crumbs[0]["itemListElement"]) + 1)
            )


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)


def test_every_page_is_under_a_strict_policy(public_tree: Path) -> None:
    for path, html in pages(public_tree).items():
        before = html.partition("<script")[0]
        policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', before)
        assert [unescape(policy) for policy in policies] == [POLICY], path
        inline = re.findall(r"<script(?![^>]* src=)([^>]*)>", html)
        assert {each.strip() for each in inline} <= {'type="application/ld+json"', *DATA_SCRIPTS}, path
        assert not re.search(r"<[^>]+\s(?:on[a-z]+|style)\s*=", html), path


DATA_SCRIPTS = ('type="application/json" id="life-stops"',)


def test_a_record_page_is_marked_in_the_navigation(public_tree: Path, figures: list[Figure]) -> None:
    sections = {f"figures/{figures[0].id}/": "figures", "sites/baguitang/": "sites", "bases/zhou-library/": "bases"}
    for path, section in sections.items():
        for prefix in LANGUAGES:
            html = (public_tree / prefix / path / "index.html").read_text(encoding="utf-8")
            navigation = html.partition('id="site-navigation"')[2].partition("</nav>")[0]
            assert re.findall(r'<a href="([^"]*)" aria-current="true">', navigation) == [f"../../{section}/"], path


def alternates(html: str) -> dict[str, str]:
    """The counterparts that a page names to search engines, by language."""
    return {
        language: unescape(href)
        for language, href in re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html)
    }


def counterparts_of(address: str, html: str) -> dict[str, str]:
    """The counterparts to which a page links its readers, by language, as whole addresses."""
    return {
        language: urljoin(address, unescape(href))
        for href, language in re.findall(r'<a href="([^"]+)" lang="[^"]+" hreflang="([^"]+)"', html)
    }


def test_counterparts_name_each_other(public_tree: Path) -> None:
    root = "https://host.example/"
    named = {root + path: counterparts_of(root + path, html) for path, html in pages(public_tree).items()}
    for address, counterparts in named.items():
        if not address.endswith("404.html"):
            assert set(counterparts) == set(LANGUAGE_OF.values()), address
            assert address in counterparts.values(), address
            for language, counterpart in counterparts.items():
                assert named[counterpart] == counterparts, (address, language)


def test_no_counterpart_is_named_by_half_an_address(public_tree: Path) -> None:
    """Search engines heed whole addresses only, and this site has none of its own yet."""
    assert {path for path, html in pages(public_tree).items() if alternates(html)} == set()


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fictional city whose site has an address, below the root of its host."""
    root = write_collection(tmp_path_factory.mktemp("addressed"))
    write_file(root, "mkdocs.yml", CONFIGURATION.replace('site_url: ""', f"site_url: {ADDRESS}"))
    result = run_qingguo("build", "--root", root)
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "dist" / "public"


def test_the_sitemap_lists_every_page_with_its_counterparts(addressed: Path) -> None:
    names = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    listed = {
        entry.findtext("map:loc", "", names): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", names)
        }
        for entry in ElementTree.parse(addressed / "sitemap.xml").getroot().findall("map:url", names)
    }
    built = {ADDRESS + path: html for path, html in pages(addressed).items() if not path.endswith("404.html")}
    assert set(listed) == set(built)
    for address, counterparts in listed.items():
        assert {LANGUAGE_OF[each] for each in LANGUAGES} | {"x-default"} == set(counterparts)
        named = alternates(built[address])
        assert named and named == {language: counterparts[language] for language in named}
        assert f'<link rel="canonical" href="{address}">' in built[address]
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (addressed / "robots.txt").read_text()
