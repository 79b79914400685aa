"""``map`` over several processes, with the results in order."""

import gc
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerKilledError(Exception):
    """Raised when the operating system killed a worker process."""

    def __init__(self) -> None:
        super().__init__("The computer stopped a part of the work; it may be short of memory.")


def parallel_map(
    work: Callable[[Item], Result], items: Sequence[Item], *, min_per_process: int
) -> Generator[Result, None, None]:
    """Yield ``work(item)`` for each of ``items``, in order, in forked processes if there are many.

    A process is started for every ``min_per_process`` items, up to one a core. ``work`` may be a
    closure; results must pickle. Raises what ``work`` raises, and ``WorkerKilledError``.
    """
    count = _process_count(len(items), min_per_process)
    if count < 2 or not _can_fork():
        yield from map(work, items)
    else:
        # A fork has the work and the items already, so only indices need to be pickled.
        yield from _run("fork", count, _run_item, range(len(items)), (work, items))


def parallel_map_spawned(
    work: Callable[[Item], Result], items: Sequence[Item], *, min_per_process: int
) -> Generator[Result, None, None]:
    """Do as ``parallel_map`` in spawned processes, for libraries that do not survive a fork.

    They start more slowly, but on every system. ``work`` must be a function of a module, and
    ``items`` must pickle too.
    """
    count = _process_count(len(items), min_per_process)
    if count < 2:
        yield from map(work, items)
    else:
        yield from _run("spawn", count, work, items)


def _process_count(items: int, min_per_process: int) -> int:
    return min(os.cpu_count() or 1, items // min_per_process)


def _run(
    method: str,
    count: int,
    work: Callable[[Any], Any],
    items: Sequence[Any],
    inherited: tuple[Any, ...] = (),
) -> Iterator[Any]:
    # Imported here because most builds have too little work for processes.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    set_up = _set_up_forked if inherited else _set_up_spawned
    pool = ProcessPoolExecutor(count, get_context(method), set_up, inherited)
    try:
        chunk = max(1, len(items) // (count * 8)) if inherited else 1
        yield from pool.map(work, items, chunksize=chunk)
    except BrokenProcessPool as error:
        raise WorkerKilledError from error
    finally:
        pool.shutdown(cancel_futures=True)


def _set_up_spawned() -> None:
    _end_with_parent()
    gc.set_threshold(100_000)  # collecting as often as Python does took 6 % of the time


_inherited: list[Any] = []
"""In a forked process: ``work`` and ``items``."""


def _set_up_forked(*inherited: Any) -> None:
    _end_with_parent()
    _inherited[:] = inherited


def _end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, killed or not.

    By itself it would wait for work for ever: it holds both ends of the queue that work comes
    through, so it never sees that end.
    """
    from multiprocessing import parent_process  # noqa: PLC0415

    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _run_item(index: int) -> Any:
    work, items = _inherited
    return work(items[index])


def _can_fork() -> bool:
    """Return whether forking is safe: not with threads, as a fork copies the locks they hold.

    Apple's system libraries may not be used in a fork, and Windows has no fork.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
