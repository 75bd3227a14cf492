"""A folder becomes a collection; whatever is wrong in it is a finding, and one bad file hides no other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.collection import Collection
from generator.archive.load import load_collection
from generator.records.finding import Finding

FIGURE = "names: {zh: 虚构甲, pinyin: Xū Gòujiǎ, en: Person A}\n"
Write = Callable[[str, str | bytes], None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file into the folder of the test."""

    def to_file(file: str, content: str | bytes) -> None:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return to_file


def load(root: Path) -> tuple[Collection, dict[str, Finding]]:
    """The collection, and the findings by file (one a file)."""
    collection, findings = load_collection(root)
    by_file = {finding.file: finding for finding in findings}
    assert len(by_file) == len(findings)
    return collection, by_file


def test_an_empty_folder_is_an_empty_collection(tmp_path: Path) -> None:
    collection, findings = load(tmp_path)
    assert findings == {}
    assert list(collection.records()) == []


def test_records_come_in_the_order_of_their_ids(tmp_path: Path, write: Write) -> None:
    for name in ("figures/b.yml", "figures/a.yml", "figures/deeper/0.yml"):
        write(name, FIGURE)
    collection, findings = load(tmp_path)
    assert findings == {}
    assert list(collection.figures) == ["0", "a", "b"]
    assert collection.file_of("figure", "0") == "figures/deeper/0.yml"


BAD: dict[str, tuple[str | bytes, str | None, int]] = {
    "figures/empty.yml": ("", "file-empty", 1),
    "figures/truncated.yml": ("names: {zh: 甲, pin", "yaml", 1),
    "figures/utf16.yml": (FIGURE.encode("utf-16"), "file-encoding", 1),
    "figures/large.yml": (b"#" * 1_000_001, "file-too-large", 0),
    "figures/bomb.yml": ("a: &a [x, x]\nb: [*a, *a]\n", "yaml", 1),
    "figures/deep.yml": ("[\n" * 3000, "yaml", 21),
    "figures/twice.yml": (FIGURE + "names: {}\n", "yaml", 2),
    "figures/two.yml": (FIGURE + "---\n" + FIGURE, "yaml", 2),
    "figures/bidi.yml": (FIGURE + "# \u202e\n", "yaml", 2),
    "figures/unknown.yml": (FIGURE + "religion: x\n", "value-extra_forbidden", 2),
    "figures/Capital.yml": (FIGURE, "id-form", 0),
    "figures/con.yml": (FIGURE, "id-form", 0),
    "figures/a b.yml": (FIGURE, "id-form", 0),
    "figures/..x.y.yml": (FIGURE, None, 0),  # hidden: neither read nor reported here
    "figures/史良.yml": (FIGURE, "id-form", 0),
    f"figures/{'a' * 65}.yml": (FIGURE, "id-form", 0),
    "figures/sub/good.yml": (FIGURE, "id-twice", 0),
    "sites_map/sites/bad.yml": ("names: 1\n", "value-model_type", 1),
}


def test_every_bad_file_is_a_finding_and_the_good_one_is_read(tmp_path: Path, write: Write) -> None:
    write("figures/good.yml", FIGURE)
    for file, (content, _, _) in BAD.items():
        write(file, content)
    collection, findings = load_collection(tmp_path)
    assert list(collection.figures) == ["good"]
    assert list(collection.sites) == []
    for file, (_, code, line) in BAD.items():
        found = [finding for finding in findings if finding.file == file]
        if code is None:
            assert found == []
        else:
            assert found[0].code == code, file
            assert found[0].line == line, file
            assert found[0].severity.value == "error"


@pytest.mark.parametrize("name", ["figures/a.yml", "figures", "sites_map/sites", "content/sources.yml", "content/zh"])
def test_a_symbolic_link_is_one_error_and_nothing_behind_it_is_read(tmp_path: Path, write: Write, name: str) -> None:
    write("outside/a.yml", FIGURE)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).symlink_to(tmp_path / ("outside" if "." not in name else "outside/a.yml"))
    collection, findings = load_collection(tmp_path)
    assert {finding.code for finding in findings} == {"symbolic-link"}
    assert name in {finding.file for finding in findings}
    assert list(collection.records()) == []


def test_the_same_id_twice_in_a_register_is_found_at_the_second(tmp_path: Path, write: Write) -> None:
    write(
        "content/sources.yml",
        "sources:\n  - {id: a, tier: A, title: t, read: full}\n  - {id: a, tier: B, title: u, read: full}\n",
    )
    _, findings = load(tmp_path)
    finding = findings["content/sources.yml"]
    assert (finding.code, finding.field, finding.line) == ("id-twice", ("sources", 1, "id"), 3)


def test_a_register_may_be_larger_than_a_record(tmp_path: Path, write: Write) -> None:
    write("content/sources.yml", "sources: []\n" + "#" * 1_500_000)
    assert load(tmp_path)[1] == {}


def test_loading_twice_gives_the_same(tmp_path: Path, write: Write) -> None:
    for file, (content, _, _) in BAD.items():
        write(file, content)
    assert load_collection(tmp_path)[1] == load_collection(tmp_path)[1]
