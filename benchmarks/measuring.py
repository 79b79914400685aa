"""Measures a program: CPU time of all its processes, wall time and memory."""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU and of wall time, and the memory of the largest process, in MiB."""

    cpu: float
    clock: float
    memory: float


def run(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run ``command`` in ``folder`` and return its cost; raises ``RuntimeError`` if it fails.

    CPU time depends little on other load, but compare figures of the same run only.
    """
    arguments = [str(argument) for argument in command]
    program = shutil.which(arguments[0]) or arguments[0]
    start = perf_counter()
    process = os.fork()
    if not process:
        os.chdir(folder)
        with Path(os.devnull).open("w") as null:
            os.dup2(null.fileno(), 1)
        os.execve(program, arguments, {**os.environ, **(environment or {})})  # noqa: S606 - no shell
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(arguments)} failed in {folder}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, perf_counter() - start, usage.ru_maxrss / 1024)
