"""Work on every core comes back in order, with its failures, and leaves no process behind."""

import os
import signal

import pytest

from resource_site.processes import StoppedError, spread


def test_results_come_in_order_and_may_use_what_is_here() -> None:
    here = object()
    results = list(spread(lambda n: (n * n, here is not None), range(100), worth=1))
    assert results == [(n * n, True) for n in range(100)]


def test_little_work_is_done_here() -> None:
    assert set(spread(lambda _: os.getpid(), range(3), worth=10)) == {os.getpid()}


def test_a_failure_arrives_as_it_was_raised() -> None:
    def fail(number: int) -> int:
        raise KeyError(number)

    with pytest.raises(KeyError, match="0"):
        list(spread(fail, range(100), worth=1))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows copies no process")
def test_a_process_that_the_system_stops_is_told_in_words() -> None:
    me = os.getpid()

    def stop(number: int) -> int:
        if number == 50 and os.getpid() != me:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(StoppedError, match="short of memory"):
        list(spread(stop, range(100), worth=1))
