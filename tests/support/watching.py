"""Pages under watch: whatever a page requests, fails to load or complains of is written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Response


@dataclass
class Watch:
    """A page and what happened in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def answered(self, answer: Response) -> None:
        """A server's answer; an error is a complaint."""
        if answer.status >= 400:
            self.complaints.append(f"{answer.status}: {answer.url}")

    def said(self, message: ConsoleMessage) -> None:
        """A line of the console; errors and warnings are complaints."""
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def asked(self, dialog: Dialog) -> None:
        """A dialog, which none of our pages opens."""
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def watched_page(browser: Browser, **options: Any) -> Iterator[Watch]:
    """A fresh page in a context of its own; `options` are those of Playwright's `new_context`."""
    context = browser.new_context(**options)
    page = context.new_page()
    watch = Watch(page)
    page.on("request", lambda request: watch.requests.append(request.url))
    page.on("requestfailed", lambda request: watch.complaints.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: watch.complaints.append(f"error: {error}"))
    page.on("response", watch.answered)
    page.on("console", watch.said)
    page.on("dialog", watch.asked)
    try:
        yield watch
    finally:
        context.close()
