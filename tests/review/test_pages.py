"""The pages that people write can be read, exist in all languages, and point to what exists."""

from typing import Any

import pytest

PAGE = "content/zh/index.md"


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("{gazette, blog}", "{gazette, blog, nobody}", "page-source-unknown", (6, 4)),
        ("{gazette, blog}", "{gazette}{blog，gazette}{blog}", "page-source-unknown", (6, 13)),
        ("{gazette, blog}", "{Gazette}{blog}", "page-source-unknown", (6, 4)),
        ("qingguo:lane-plan", "qingguo:lane_plan", "page-block-unknown", (8, 1)),
        ("<!-- qingguo:lane-plan -->", "<!--qingguo: nothing-->", "page-block-unknown", (8, 1)),
        ("qingguo:figure/jia-yi", "qingguo:figure/nobody", "page-link-unknown", (10, 6)),
        ("qingguo:figure/jia-yi", "qingguo:person/jia-yi", "page-link-unknown", (10, 6)),
        ("qingguo:figure/jia-yi", "qingguo:figure/../jia-yi", "page-link-unknown", (10, 6)),
        ("title: 首页", "title: [首页", "front-matter-unreadable", (3, 12)),
        ("title: 首页", "title: &a 首页", "front-matter-unreadable", (2, 8)),
        ("description: 虚构的首页\n", "", "front-matter-incomplete", (1, 1)),
        ("title: 首页", "title:", "front-matter-incomplete", (1, 1)),
    ],
)
def test_a_fault_in_a_page_is_found_at_its_place(
    workshop: Any, old: str, new: str, code: str, place: tuple[int, int]
) -> None:
    workshop.replace(PAGE, old, new)
    finding = workshop.only()
    assert (finding.code, finding.file, finding.line, finding.column) == (code, PAGE, *place)
    assert finding.severity.value == ("warning" if code.endswith("incomplete") else "error")


@pytest.mark.parametrize("text", ["{: .wide}", "{#anchor}", "{{ value }}", "{ }", "qing guo:x"])
def test_other_braces_are_no_source_marks(workshop: Any, text: str) -> None:
    workshop.append(PAGE, text)
    assert workshop.codes() == []


def test_front_matter_must_be_keys_with_values(workshop: Any) -> None:
    workshop.write("content/en/index.md", "---\n- title\n---\nText.\n")
    assert "front-matter-unreadable" in workshop.codes()


def test_a_page_without_front_matter_says_what_is_missing(workshop: Any) -> None:
    workshop.write("content/en/index.md", "Text.\n")
    assert workshop.codes() == ["front-matter-incomplete", "front-matter-incomplete"]


@pytest.mark.parametrize("content", ["首页".encode("utf-16"), "---\n题\n".encode("gb18030"), b"#" * 1_000_001])
def test_a_page_that_cannot_be_read_is_an_error_and_no_traceback(workshop: Any, content: bytes) -> None:
    workshop.write("content/en/index.md", content)
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file) == ("page-unreadable", "error", "content/en/index.md")


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_a_page_missing_in_one_language_is_found(workshop: Any, language: str, other: str) -> None:
    workshop.write(f"content/{language}/sub/lane.md", "---\ntitle: t\ndescription: d\n---\n")
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file) == (
        "page-missing",
        "warning",
        f"content/{language}/sub/lane.md",
    )
    assert f"content/{other}/sub/lane.md" in finding.mend.en


def test_a_link_to_a_draft_is_a_dead_end(workshop: Any) -> None:
    workshop.replace("figures/jia-yi.yml", "names:\n", "draft: true\nnames:\n")
    assert sorted(workshop.codes()) == ["draft", "page-link-unknown"]


def test_front_matter_that_never_ends_is_an_error(workshop: Any) -> None:
    workshop.replace(PAGE, "虚构的首页\n---", "虚构的首页\n")
    assert workshop.codes().count("front-matter-unreadable") == 1


@pytest.mark.parametrize("path", ["figures/jia-yi.md", "sites/old-house/index.md"])
def test_a_page_at_the_address_of_a_record_is_an_error(workshop: Any, path: str) -> None:
    for language in ("zh", "en"):
        workshop.write(f"content/{language}/{path}", "---\ntitle: a\ndescription: b\n---\nText.\n")
    assert workshop.codes() == ["page-hidden", "page-hidden"]


@pytest.mark.parametrize("name", ["a.html", "a.SVG", "folder/a.js"])
def test_a_file_that_browsers_would_run_is_an_error(workshop: Any, name: str) -> None:
    workshop.write(f"content/en/{name}", "<script>alert(1)</script>")
    finding = workshop.only()
    assert (finding.code, finding.severity.value, finding.file) == ("file-active", "error", f"content/en/{name}")


def test_a_picture_is_no_finding(workshop: Any) -> None:
    workshop.write("content/en/a.png", b"\x89PNG")
    assert workshop.codes() == []
