"""What tests share: how hypothesis searches, the real site built once, a Chromium without a network."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.support.building import run_qingguo
from tests.support.server import serving
from tools import browser as browsers

# A shared machine has slow moments, so no example has a deadline; `make soak` searches longer.
settings.register_profile("qingguo", deadline=None)
settings.register_profile("soak", deadline=None, max_examples=5000, derandomize=False)
settings.load_profile("qingguo")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test turns the run red: what it should have proved was not proved."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def public_tree(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built from the repository's own content by the real command; once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    tree, failed = shared / "public", shared / "public-failed"
    try:
        (shared / "public-lock").mkdir()
    except FileExistsError:
        while not tree.exists() and not failed.exists():
            time.sleep(0.2)
    else:
        result = run_qingguo("build", "public", "--out", tree)
        if result.returncode != 0:
            failed.write_text(result.stdout + result.stderr, encoding="utf-8")
    assert not failed.exists(), failed.read_text(encoding="utf-8")
    return tree


@pytest.fixture(scope="session")
def public_address(public_tree: Path) -> Iterator[str]:
    """The address at which the real site is served."""
    with serving(public_tree) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium that can reach nothing but this machine."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(browsers.path()),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield launched
        launched.close()
