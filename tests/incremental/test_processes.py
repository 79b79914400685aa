"""Work on every core comes back in order, and so do its failures."""

import os
import signal
import subprocess
import sys

import pytest

from resource_site.incremental.parallel_map import parallel_map


def test_results_come_in_order_and_tasks_may_use_the_parents_objects() -> None:
    here = object()
    results = list(parallel_map(lambda n: (n * n, here is not None), range(100), min_per_process=1))
    assert results == [(n * n, True) for n in range(100)]


def test_little_work_stays_in_this_process() -> None:
    assert set(parallel_map(lambda _: os.getpid(), range(3), min_per_process=10)) == {os.getpid()}


def test_a_failure_arrives_as_it_was_raised() -> None:
    def fail(number: int) -> int:
        raise KeyError(number)

    with pytest.raises(KeyError, match="0"):
        list(parallel_map(fail, range(100), min_per_process=1))


STOPPED = """
import os, signal
from resource_site.incremental.parallel_map import WorkerKilledError, parallel_map
me = os.getpid()
def stop(number):
    if number == 50 and os.getpid() != me:
        os.kill(os.getpid(), signal.SIGKILL)
    return number
try:
    print(len(list(parallel_map(stop, range(100), min_per_process=1))))
except WorkerKilledError as error:
    print(error)
"""


@pytest.mark.skipif(
    not hasattr(os, "fork") or (os.cpu_count() or 1) < 2, reason="no copy of a process is made here"
)
def test_a_process_that_the_system_stops_is_told_in_words() -> None:
    # In a program of its own, since a process that has threads is not copied.
    ran = subprocess.run(
        [sys.executable, "-c", STOPPED], capture_output=True, text=True, check=True, timeout=60
    )
    assert "short of memory" in ran.stdout


KILLED = """
import os, signal, sys
from resource_site.incremental import parallel_map as module
results = getattr(module, sys.argv[1])(abs, range(100), min_per_process=1)
print(next(results), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(
    not hasattr(os, "fork") or (os.cpu_count() or 1) < 2, reason="no copy of a process is made here"
)
@pytest.mark.parametrize("way", ["parallel_map", "parallel_map_spawned"])
def test_no_process_outlives_a_build_that_is_killed(way: str) -> None:
    # What it prints ends only when every process that could print has ended.
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, way], capture_output=True, text=True, check=False, timeout=30
    )
    assert (ran.stdout, ran.returncode) == ("0\n", -signal.SIGKILL)
