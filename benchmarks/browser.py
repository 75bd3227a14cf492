"""The search, measured in Chromium through the page alone: bytes, latency, heap, and whether it finds the right person.

Only what a visitor can see is relied on: a search field in a form of role `search`, and links among its results.
"""

import gzip
import statistics
from collections import defaultdict
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response, sync_playwright

from benchmarks.queries import KINDS, Query, queries, read_figures
from tools import browser as chromium
from tools.static_server import serving

_QUIET_MS = 60
"""Results count as complete when nothing changed for so long and nothing is loading."""
_TEXTS_QUIET_MS = 600
"""The same for words of a text: texts are asked for when the reader pauses, and have to be loaded."""
_LIMIT_MS = 10_000

# Types a query and waits until its results stand. Answers the milliseconds until the last change, and addresses.
_ASK = """async ([query, quiet, limit]) => {
  const form = document.querySelector("form[data-search=page]") || document.querySelector("form[role=search]");
  const input = form.querySelector("input[name=q], .search-input");
  const results = form.querySelector(".search-results");
  let last = performance.now();
  const observer = new MutationObserver(() => { last = performance.now(); });
  const clear = () => { input.value = ""; input.dispatchEvent(new InputEvent("input", { bubbles: true })); };
  clear();
  await new Promise((done) => setTimeout(done, 0));
  observer.observe(form, { childList: true, subtree: true, attributes: true });
  const begin = performance.now();
  last = begin;
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const asked = performance.now();
  last = Math.max(last, asked);
  while (performance.now() - begin < limit) {
    await new Promise((done) => setTimeout(done, 5));
    if (performance.now() - last > quiet && form.dataset.searchState !== "loading") break;
  }
  observer.disconnect();
  const links = Array.from(results.querySelectorAll("a[href]")).slice(0, 40).map((link) => link.href);
  return { asked: asked - begin, complete: last - begin, links };
}"""

# A reader has typed before anything is loaded. Answers when the wanted link stands there, and what had come by then.
_FIRST = """async ([query, wanted]) => {
  const input = document.querySelector("form[role=search] input");
  const begin = performance.now();
  input.value = query;
  input.focus();
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  while (!input.form.querySelector(`a[href*="${wanted}"]`)) {
    if (performance.now() - begin > 60000) throw new Error(`no result for ${query}`);
    await new Promise((done) => setTimeout(done, 1));
  }
  const end = performance.now();
  const loaded = performance.getEntriesByType("resource")
    .filter((entry) => entry.startTime >= begin && entry.responseEnd <= end).map((entry) => entry.name);
  return { milliseconds: end - begin, loaded };
}"""


class _Traffic:
    """The compressed size of everything that a page loads."""

    def __init__(self, page: Page) -> None:
        self.responses: list[Response] = []
        page.on("response", lambda response: self.responses.append(response))

    def bytes(self, addresses: Container[str] | None = None) -> int:
        """The sum over all responses, or those from `addresses`, as gzip would send them. Fonts count only for all."""
        bodies = [
            response.body()
            for response in self.responses
            if response.ok and (addresses is None or (response.url in addresses and _is_no_font(response.url)))
        ]
        return sum(min(len(body), len(gzip.compress(body, 6))) for body in bodies)


def _is_no_font(address: str) -> bool:
    """Results show without their fonts, which the browser loads as it loads them for any other text."""
    return not address.endswith((".woff2", ".woff"))


def measure_browser(output: Path, collection: Path, count: int, sample: int = 200) -> dict[str, Any]:
    """Search a built site for a sample of its figures. Answers bytes, milliseconds, and shares by kind of query."""
    asked = list(queries(read_figures(collection), sample))
    first = next(query for query in asked if query.kind == "full" and query.unique)
    with serving(output) as address, sync_playwright() as playwright:
        # A sandbox needs a user who is not root.
        started = playwright.chromium.launch(
            executable_path=str(chromium.path()), args=["--no-sandbox", "--enable-precise-memory-info"]
        )
        try:
            page = started.new_page()
            traffic = _Traffic(page)
            page.goto(address, wait_until="networkidle")
            page_bytes = traffic.bytes()
            first_ms, needed = _first_result(page, first)
            search_bytes = traffic.bytes(frozenset(needed))
            page.goto(address + "search/", wait_until="networkidle")
            page.focus("form[data-search=page] input, main form[role=search] input")
            page.wait_for_load_state("networkidle")
            outcomes = [(query, page.evaluate(_ASK, [query.text, _quiet_ms(query), _LIMIT_MS])) for query in asked]
            again = [
                page.evaluate(_ASK, [query.text, _quiet_ms(query), _LIMIT_MS])
                for query in asked[:: max(1, len(asked) // 150)]
                if query.kind != "middle"
            ]
            heap = _heap(page)
        finally:
            started.close()
    return {
        "figures": count,
        "page_bytes": page_bytes,
        "first_result_bytes": search_bytes,
        "first_result_ms": first_ms,
        "queries": len(asked),
        "first_time_ms": _spread([outcome["complete"] for query, outcome in outcomes if query.kind != "middle"]),
        "again_ms": _spread([outcome["complete"] for outcome in again]),
        "heap_bytes": heap,
        "quality": quality([(query, _ids(outcome["links"])) for query, outcome in outcomes]),
    }


def _quiet_ms(query: Query) -> int:
    return _TEXTS_QUIET_MS if query.kind == "middle" else _QUIET_MS


def _first_result(page: Page, query: Query) -> tuple[float, list[str]]:
    """Milliseconds until the person stands among the results of the box at the head of the page, and what had come."""
    (wanted,) = query.wanted
    outcome = page.evaluate(_FIRST, [query.text, f"figures/{wanted}/"])
    return round(float(outcome["milliseconds"]), 1), outcome["loaded"]


def _heap(page: Page) -> int:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return int(session.send("Runtime.getHeapUsage")["usedSize"])


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {"median": round(statistics.median(ordered), 2), "p95": round(ordered[int(len(ordered) * 0.95)], 2)}


def _ids(links: Sequence[str]) -> list[str]:
    """The records behind result links, each once, in their order."""
    found = [
        link.split("#")[0].split("?")[0].removesuffix("index.html").rstrip("/").rsplit("/", 1)[-1] for link in links
    ]
    return list(dict.fromkeys(found))


def quality(outcomes: Sequence[tuple[Query, Sequence[str]]]) -> dict[str, dict[str, float | int]]:
    """By kind of query: how many had one answer only, the shares in percent of these that came first and within five,
    and how many had several, with the share of these whose most prominent bearer came first."""
    by_kind: dict[str, list[tuple[Query, Sequence[str]]]] = defaultdict(list)
    for query, found in outcomes:
        by_kind[query.kind].append((query, found))
    table: dict[str, dict[str, float | int]] = {}
    for kind in KINDS:
        alone = [(query, found) for query, found in by_kind[kind] if query.unique]
        several = [(query, found) for query, found in by_kind[kind] if not query.unique]
        table[kind] = {
            "unique": len(alone),
            "first": _share([bool(query.wanted & set(found[:1])) for query, found in alone]),
            "within_five": _share([bool(query.wanted & set(found[:5])) for query, found in alone]),
            "several": len(several),
            "prominent_first": _share([bool(query.wanted & set(found[:1])) for query, found in several]),
        }
    return table


def _share(hits: Sequence[bool]) -> float:
    """The share of hits in percent; 0 where there is nothing to hit."""
    return round(100 * sum(hits) / len(hits), 1) if hits else 0.0
