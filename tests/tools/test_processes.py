from pathlib import Path

import pytest

from tools.messages import Problem
from tools.processes import answer_of, fingerprint, is_done, mark_done, run


def test_a_step_is_done_only_in_the_state_that_it_ended_in(tmp_path: Path) -> None:
    source, stamp = tmp_path / "some.lock", tmp_path / "stamps" / "some"
    source.write_text("one", encoding="utf-8")
    assert not is_done(stamp, fingerprint(source))
    mark_done(stamp, fingerprint(source))
    assert is_done(stamp, fingerprint(source))
    source.write_text("two", encoding="utf-8")
    assert not is_done(stamp, fingerprint(source))


def test_parts_do_not_run_together() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


def test_a_failure_says_the_sentence() -> None:
    with pytest.raises(Problem, match="no such luck"):
        run(["false"], "no such luck")


def test_what_cannot_be_run_has_no_answer() -> None:
    assert answer_of(["echo", "yes"]) == "yes"
    assert answer_of(["false"]) is None
    assert answer_of(["/nowhere/program"]) is None
    assert answer_of(["sleep", "5"], seconds=0.1) is None
