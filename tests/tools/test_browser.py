from pathlib import Path

import pytest

from tools import browser
from tools.messages import Problem


def script(path: Path, status: int) -> Path:
    path.write_text(f"#!/bin/sh\necho Chromium 1\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_variable_goes_before_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = script(tmp_path / "mine", 0)
    monkeypatch.setenv(browser.VARIABLE, str(chosen))
    assert browser.path() == chosen


def test_a_chosen_browser_that_does_not_run_is_not_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(browser.VARIABLE, str(script(tmp_path / "broken", 1)))
    with pytest.raises(Problem, match="broken"):
        browser.path()


def test_a_program_that_only_bears_the_name_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "RECORD", tmp_path / "none")
    script(tmp_path / "chromium", 1)
    works = script(tmp_path / "google-chrome", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert browser.path() == works


def test_no_browser_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "candidates", lambda: iter([tmp_path / "nowhere"]))
    with pytest.raises(Problem, match="make test"):
        browser.path()
