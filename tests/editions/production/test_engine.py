"""Where the stages run on this machine."""

import os
import signal
import sys

import pytest

from generator.editions.production.engine import LostWorker, local_executor, run


def _die(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core needs no pool")
def test_a_worker_that_the_system_ends_is_told_in_a_sentence() -> None:
    with pytest.raises(LostWorker) as told, local_executor(True) as (pool, workers):
        list(run(pool, workers, _die, range(9)))
    assert "memory ran out" in told.value.message[1]
