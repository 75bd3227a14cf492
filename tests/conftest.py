"""What every test relies on: how hypothesis searches, and that no test is skipped in silence."""

import pytest
from hypothesis import settings

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
