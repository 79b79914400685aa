"""What a program costs: seconds of CPU of all its processes, of the clock, and memory."""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Cost:
    """Of one run; ``memory`` is that of its largest process, in MiB."""

    cpu: float
    clock: float
    memory: float


def run(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run ``command`` in ``folder``, and return its cost. Raises ``RuntimeError`` where it fails.

    CPU disturbs little by what else the machine does; compare figures of one run all the same.
    """
    words = [str(word) for word in command]
    program = shutil.which(words[0]) or words[0]
    start = perf_counter()
    process = os.fork()
    if not process:
        os.chdir(folder)
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
        os.execve(program, words, {**os.environ, **(environment or {})})  # noqa: S606 - no shell
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(words)} failed in {folder}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, perf_counter() - start, usage.ru_maxrss / 1024)
