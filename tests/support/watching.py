"""Pages under watch: whatever a page requests, fails to load or complains of is written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page


@dataclass
class Watch:
    """A page and what happened in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def watched_page(browser: Browser, **options: Any) -> Iterator[Watch]:
    """A fresh page in a context of its own; `options` are those of Playwright's `new_context`."""
    context = browser.new_context(**options)
    page = context.new_page()
    watch = Watch(page)
    page.on("request", lambda request: watch.requests.append(request.url))
    page.on("requestfailed", lambda request: watch.complaints.append(f"failed: {request.url}"))
    page.on("response", lambda answer: answer.status >= 400 and watch.complaints.append(f"{answer.status}: {answer.url}"))
    page.on("pageerror", lambda error: watch.complaints.append(f"error: {error}"))
    page.on("console", lambda said: said.type in ("error", "warning") and watch.complaints.append(f"console: {said.text}"))
    page.on("dialog", lambda dialog: (watch.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    try:
        yield watch
    finally:
        context.close()
