"""Work spread over the cores of this computer."""

import os
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What this process's children do; they have it from the moment they are split off."""


class StoppedError(Exception):
    """The system stopped one of our processes."""

    def __init__(self) -> None:
        super().__init__("The computer stopped a part of the work; it may be short of memory.")


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], *, worth: int
) -> Generator[Result, None, None]:
    """Yield ``work(item)`` for each of ``items``, in order, on every core where that is quicker.

    ``worth`` is how many items make another process worth its start. A process is a copy of this
    one, so ``work`` may use all that is here; only results travel, and must pickle. Raises what
    ``work`` raises, and ``StoppedError`` where the system stopped a process.
    """
    global _work  # noqa: PLW0603 - the one way to hand over what cannot be pickled
    count = min(os.cpu_count() or 1, len(items) // worth)
    if count < 2 or not _can_copy():
        yield from map(work, items)
        return
    # Loaded where they are needed: most builds have little to make.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    _work = work, items
    try:
        with ProcessPoolExecutor(count, get_context("fork")) as pool:
            chunk = max(1, len(items) // (count * 8))
            yield from pool.map(_do, range(len(items)), chunksize=chunk)
    except BrokenProcessPool as error:
        raise StoppedError from error
    finally:
        _work = None


def _do(index: int) -> Any:
    if _work is None:
        raise RuntimeError("no work was handed over")
    work, items = _work
    return work(items[index])


def _can_copy() -> bool:
    """Tell whether a copy of this process works: not with threads, whose locks are copied too.

    Apple's libraries may not be used in a copy, and Windows has none.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
