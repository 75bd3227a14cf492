"""The browser that Lighthouse drives finds a Chinese font under the names that the style sheets give."""

import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from tools import browser as browsers
from tools.reader_fonts import FAMILY, STANDS_FOR, configuration, ensure_reader_fonts


@pytest.mark.browser
def test_a_browser_finds_the_font_under_each_usual_name(chromium: Browser, tmp_path: Path) -> None:
    environment: dict[str, str | float | bool] = {**os.environ, **ensure_reader_fonts(tmp_path)}
    browser = chromium.browser_type.launch(
        executable_path=str(browsers.path()), args=["--no-sandbox", "--disable-gpu"], env=environment
    )
    try:
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        for command in ("DOM.enable", "CSS.enable"):
            session.send(command)
        for name in STANDS_FOR:
            page.set_content(f"<p style=\"font-family: '{name}'\">史良Shi</p>")
            root = session.send("DOM.getDocument")["root"]["nodeId"]
            node = session.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
            used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            assert [(each["familyName"], each["glyphCount"]) for each in used] == [(FAMILY, 5)], name
    finally:
        browser.close()


def test_the_style_sheets_name_what_the_font_stands_for() -> None:
    tokens = Path(__file__).parents[2] / "generator" / "theme" / "static" / "tokens.css"
    text = tokens.read_text(encoding="utf-8")
    assert [name for name in STANDS_FOR if f'"{name}"' not in text] == []


def test_a_folder_with_signs_of_markup_stays_well_formed() -> None:
    parsed = ElementTree.fromstring(configuration(Path("/a & b/<fonts>"), Path("/cache")))
    assert parsed.findtext("dir") == "/a & b/<fonts>"
