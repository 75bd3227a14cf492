"""axe-core finds nothing on any kind of page, in both languages and both colour schemes."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.building import REPOSITORY
from tests.support.watching import watched_page

pytestmark = pytest.mark.browser

AXE = (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

KINDS = (
    "",
    "figures/",
    "figures/shi-liang/",
    "figures/zhao-yuanren/",
    "lane/",
    "sites/",
    "sites/baguitang/",
    "bases/",
    "bases/zhou-library/",
    "people/",
    "timeline/",
    "programme/",
    "sources/",
    "sourcing/",
    "accessibility/",
    "search/?q=zyr",
    "data/",
    "404.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_violation(chromium: Browser, public_address: str, prefix: str, scheme: str) -> None:
    violations: dict[str, list[str]] = {}
    # The page's own policy forbids foreign scripts, axe-core among them.
    with watched_page(chromium, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce") as watch:
        for kind in KINDS:
            if kind == "404.html" and prefix:
                continue
            watch.page.goto(public_address + prefix + kind)
            watch.page.wait_for_load_state("networkidle")
            # Else what a browser draws only when the reader comes near would not be looked at.
            watch.page.add_style_tag(content="* { content-visibility: visible !important }")
            watch.page.add_script_tag(content=AXE)
            found: list[dict[str, Any]] = watch.page.evaluate("axe.run().then(result => result.violations)")
            if found:
                violations[kind] = [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]
    assert violations == {}
