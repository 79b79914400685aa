"""Work spread over the cores of this computer, with the results in order."""

import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class StoppedError(Exception):
    """The system stopped one of our processes."""

    def __init__(self) -> None:
        super().__init__("The computer stopped a part of the work; it may be short of memory.")


def parallel_map(
    work: Callable[[Item], Result], items: Sequence[Item], *, worth: int
) -> Generator[Result, None, None]:
    """Yield ``work(item)`` for each of ``items``, in order, on every core where that is quicker.

    ``worth`` is how many items make another process worth its start. A process is a copy of this
    one, so ``work`` may use all that is here; only results travel, and must pickle. Raises what
    ``work`` raises, and ``StoppedError`` where the system stopped a process.
    """
    count = _processes(len(items), worth)
    if count < 2 or not _can_copy():
        yield from map(work, items)
    else:
        # A copy has the work and the items from the moment it starts: those cannot be pickled.
        handed = (work, items)
        yield from _mapped("fork", count, _do, range(len(items)), handed)


def parallel_map_fresh(
    work: Callable[[Item], Result], items: Sequence[Item], *, worth: int
) -> Generator[Result, None, None]:
    """Do as ``parallel_map``, in processes that start with nothing of this one.

    That is slower to begin, and the only way for libraries of the system that may not be copied;
    every computer does it alike. ``work`` is a function of a module, and items must pickle too.
    """
    count = _processes(len(items), worth)
    if count < 2:
        yield from map(work, items)
    else:
        yield from _mapped("spawn", count, work, items)


def _processes(count: int, worth: int) -> int:
    return min(os.cpu_count() or 1, count // worth)


def _mapped(
    method: str,
    count: int,
    work: Callable[[Any], Any],
    items: Sequence[Any],
    handed: tuple[Any, ...] = (),
) -> Iterator[Any]:
    # Loaded where they are needed: most builds have little to make.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    pool = ProcessPoolExecutor(count, get_context(method), _take if handed else None, handed)
    try:
        chunk = max(1, len(items) // (count * 8)) if handed else 1
        yield from pool.map(work, items, chunksize=chunk)
    except BrokenProcessPool as error:
        raise StoppedError from error
    finally:
        pool.shutdown(cancel_futures=True)


_handed: list[Any] = []
"""In a copy of this process: its work, and the items it does that for."""


def _take(*handed: Any) -> None:
    _handed[:] = handed


def _do(index: int) -> Any:
    work, items = _handed
    return work(items[index])


def _can_copy() -> bool:
    """Tell whether a copy of this process works: not with threads, whose locks are copied too.

    Apple's libraries may not be used in a copy, and Windows has none.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
