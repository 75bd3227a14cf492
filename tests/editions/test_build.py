"""Building as a user does it: the same bytes every time, by either door, and nothing lost when the content is bad."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.release.tree import read_tree
from tests.support.building import REPOSITORY, run_qingguo
from tests.support.collection import CONFIGURATION, FIGURE, write_collection, write_file


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small fictional city with a published site."""
    root = write_collection(tmp_path_factory.mktemp("city"))
    result = run_qingguo("build", "--root", root)
    assert result.returncode == 0, result.stdout + result.stderr
    return root


def test_another_city_is_built_without_a_word_of_the_first_one(built: Path) -> None:
    tree = read_tree(built / "dist" / "public")
    assert "figures/person-a/index.html" in tree
    for path, content in tree.items():
        if path.endswith(".html"):
            for word in ("常州", "青果巷", "Changzhou", "Qingguo Lane"):
                assert word not in content.decode(), (path, word)


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    result = run_qingguo("build", "--root", built, "--out", again, "--clean", PYTHONHASHSEED="7", TZ="Asia/Shanghai")
    assert result.returncode == 0, result.stdout
    assert read_tree(again) == read_tree(built / "dist" / "public")


def test_addresses_in_shards_lead_from_page_to_page(built: Path, tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    write_file(root, "mkdocs.yml", CONFIGURATION.replace("qingguo:\n", "qingguo:\n      sharded_addresses: true\n"))
    result = run_qingguo("build", "--root", root)
    # The gate has followed every link.
    assert result.returncode == 0, result.stdout + result.stderr
    tree = read_tree(root / "dist" / "public")
    flat = read_tree(built / "dist" / "public")
    assert len(tree) == len(flat)
    moved = [path for path in tree if re.fullmatch(r"(en/|zh-Hant/)?figures/[0-9a-f]{2}/person-a/index.html", path)]
    assert moved and not [path for path in tree if "figures/person-a" in path]
    address = min(moved, key=len).removesuffix("index.html").encode()
    assert any(address in tree[path] for path in tree if path.startswith("assets/search"))


def test_mkdocs_build_gives_the_same_site(built: Path, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", built / "mkdocs.yml", "-d", tmp_path / "site"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert read_tree(tmp_path / "site") == read_tree(built / "dist" / "public")


BAD_INPUTS: dict[str, tuple[str, str | bytes, str]] = {
    "a character that no font has": ("figures/person-c.yml", FIGURE.replace("虚构甲", "虚构\U0002ebf0"), "no font has"),
    "a character that no font has, in prose": (
        "content/en/index.md",
        "---\ntitle: Home\ndescription: d\n---\n\nFictional \U0002ebf0.\n",
        "content/en/index.md error character-without-font",
    ),
    "empty": ("figures/person-c.yml", "", "empty"),
    "truncated": ("figures/person-c.yml", FIGURE[:57], "figures/person-c.yml:"),
    "wrong encoding": ("figures/person-c.yml", "names: {zh: 虚构}".encode("gb18030"), "UTF-8"),
    "utf-16": ("figures/person-c.yml", "names: {zh: 虚构}".encode("utf-16"), "UTF-8"),
    "null bytes": ("figures/person-c.yml", b"names: \x00", "control character"),
    "billion laughs": ("figures/person-c.yml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "anchor"),
    "deep nesting": ("figures/person-c.yml", "[" * 3000, "nesting"),
    "a tag": ("figures/person-c.yml", "names: !!python/object/apply:os.system [id]\n", "tags"),
    "duplicate key": ("figures/person-c.yml", FIGURE + "draft: true\ndraft: true\n", "twice"),
    "unknown key": ("figures/person-c.yml", FIGURE + "religion: none\n", "unknown key"),
    "a list": ("figures/person-c.yml", "- a\n- b\n", "figures/person-c.yml:1"),
    "too large": ("figures/person-c.yml", "# " + "x" * 1_100_000, "limit"),
    "id with dots": ("figures/a..b.yml", FIGURE, "id"),
    "reference out of the folder": (
        "figures/person-c.yml",
        FIGURE.replace("person: person-b", "person: ../../secret"),
        "relations[0].person",
    ),
    "id in capitals": ("figures/Person-C.yml", FIGURE, "id"),
    "impossible date": ("figures/person-c.yml", FIGURE.replace("1901-02-03", "1901-02-30"), "born.date"),
    "died before born": ("figures/person-c.yml", FIGURE.replace("1980-01-01", "1890-01-01"), "died"),
    "dangling person": ("figures/person-c.yml", FIGURE.replace("person: person-b", "person: nobody"), "nobody"),
    "dangling source": ("figures/person-c.yml", FIGURE.replace("[novel]", "[nothing]"), "nothing"),
    "broken sources": ("content/sources.yml", "sources: [", "content/sources.yml:"),
    "broken place": ("sites_map/sites/house.yml", "names: [", "sites_map/sites/house.yml:"),
    "broken base": ("sites_map/bases/hall.yml", "theme: castle\n", "theme"),
    "unknown block": ("content/zh/index.md", "---\ntitle: 首页\n---\n\n<!-- qingguo:nothing -->\n", "nothing"),
    "unknown source token": ("content/zh/index.md", "---\ntitle: 首页\n---\n\n虚构{nothing}。\n", "nothing"),
    "dead link": ("content/zh/index.md", "---\ntitle: 首页\n---\n\n[虚构](nowhere/)\n", "nowhere/"),
    "dead anchor": ("content/zh/index.md", "---\ntitle: 首页\n---\n\n[虚构](sources/#nowhere)\n", "#nowhere"),
    "page in the wrong encoding": ("content/zh/index.md", "虚构".encode("gb18030"), "UTF-8"),
    "broken configuration": ("mkdocs.yml", "site_name: [", "mkdocs.yml"),
    "unknown page in the navigation": (
        "mkdocs.yml",
        CONFIGURATION.replace("[figures/index.md]", "[figures/index.md, nowhere.md]"),
        "nowhere.md",
    ),
    "unknown language": ("mkdocs.yml", CONFIGURATION.replace("zh-Hant", "xx"), "xx"),
}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_bad_input_is_named_and_what_was_published_stays(name: str, built: Path, tmp_path: Path) -> None:
    file, content, expected = BAD_INPUTS[name]
    root = write_collection(tmp_path / "city")
    target = tmp_path / "public"
    write_file(target, "index.html", "the release before")
    write_file(root, file, content)
    for language in ("en_GB.UTF-8", "zh_CN.UTF-8"):
        result = run_qingguo("build", "--root", root, "--out", target, language=language)
        said = result.stdout + result.stderr
        assert result.returncode == 1, said
        assert "Traceback" not in said
        assert Path(file).name.split(".")[0] in result.stdout
        if language.startswith("en"):
            assert expected in result.stdout
        else:
            assert any("\u4e00" <= character <= "\u9fff" for character in result.stdout)
        assert {path: content for path, content in read_tree(target).items()} == {"index.html": b"the release before"}
        assert sorted(path.name for path in tmp_path.iterdir()) == ["city", "public"]


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    secret = write_file(tmp_path, "secret.md", "---\ntitle: secret\n---\nsecret\n")
    (root / "content" / "zh" / "notes.md").symlink_to(secret)
    result = run_qingguo("build", "--root", root, "--out", tmp_path / "public")
    assert result.returncode == 1
    assert "content/zh/notes.md" in result.stdout
    assert not (tmp_path / "public").exists()


def test_one_bad_file_does_not_hide_another(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    write_file(root, "figures/person-c.yml", "")
    write_file(root, "figures/person-d.yml", "[")
    result = run_qingguo("check", "--root", root)
    assert result.returncode == 1
    assert "person-c.yml" in result.stdout
    assert "person-d.yml" in result.stdout
