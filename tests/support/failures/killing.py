"""Builds a site over and over, each time killed at another step: ``killing.py SITE OLD NEW [N]``.

``SITE`` is a project whose content makes the site kept in ``NEW``; ``OLD`` is what is served.
A build is killed just before it makes a file or folder, moves one, starts a program or throws a
folder away, or a moment after that: at ``N`` such steps spread over it, or at each. After each kill
``site/`` has to be ``OLD`` or ``NEW``, whole. A line on each is printed. The program is loaded once
and forked, so a kill is cheap.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mkdocs.utils  # noqa: F401 - loaded once, before the forks
from mkdocs.__main__ import cli

from compiled_templates import keep_compiled_templates
from resource_site.paper.pdf_engine import require_engine

STEPS = ("os.rename", "os.mkdir", "ctypes.dlsym")
"""The last one is the start of a call of the system: the site changes places."""

LONG_STEPS = ("subprocess.Popen", "shutil.rmtree")
SOON = (0.01, 0.05)
"""Seconds after the start of a long step at which a build is also killed."""

Step = Callable[[str, float], None]


def on_each_step(act: Step) -> None:
    """Call ``act`` before each step of this process from now on, with its name and a delay."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in ("open", *STEPS, *LONG_STEPS):  # others may have no arguments at all
            return
        name = f"{event} {arguments[0] if event != 'ctypes.dlsym' else arguments[1]}"
        writes = event == "open" and set(str(arguments[1])) & set("wax+")
        if writes or event in STEPS + LONG_STEPS:
            act(name, 0)
        for delay in SOON if event in LONG_STEPS else ():
            act(f"{delay} s after {name}", delay)

    sys.addaudithook(hook)


def build() -> None:
    cli.main(["build", "--strict", "--quiet"], standalone_mode=False)


def killed_at(number: int) -> tuple[bool, str]:
    """Build in a process of its own, killed at step ``number``; return if it was, and its name."""
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        os.setpgrp()
        count = 0

        def act(name: str, delay: float) -> None:
            nonlocal count
            count += 1
            if count != number:
                return
            os.write(told, name.encode(errors="replace")[:200])
            if delay:
                signal.setitimer(signal.ITIMER_REAL, delay)  # its signal ends a process
            else:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            on_each_step(act)
            build()
        finally:
            os._exit(0)
    os.close(told)
    name = os.read(heard, 200).decode()
    os.close(heard)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status), name


def steps() -> int:
    """Return how many steps a whole build has."""
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        count = 0

        def act(*_: object) -> None:
            nonlocal count
            count += 1

        on_each_step(act)
        build()
        os.write(told, str(count).encode())
        os._exit(0)
    os.waitpid(child, 0)
    return int(os.read(heard, 20))


def content(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def main() -> None:
    project, old, new = map(Path, sys.argv[1:4])
    os.chdir(project)
    whole = {"old": content(old), "new": content(new)}
    require_engine()  # loaded once, too
    keep_compiled_templates()
    some = len(sys.argv) > 4
    put_back(old, pdfs=some)
    all_steps = steps()
    wanted = int(sys.argv[4]) if some else all_steps
    put_back(old, pdfs=some)
    for n in range(wanted):
        killed, name = killed_at(1 + n * (all_steps - 1) // max(wanted - 1, 1))
        seen = content(Path("site"))
        state = next((which for which, files in whole.items() if files == seen), "TORN")
        print(f"{state} {'killed' if killed else 'ended'} {name}", flush=True)
        put_back(old, pdfs=some)


def put_back(old: Path, *, pdfs: bool) -> None:
    """Let the next build start from ``old``, with all to be made anew, or all but ``pdfs``.

    To make those takes longer than all else, and is one step in twenty.
    """
    shutil.rmtree("site", ignore_errors=True)
    Path(".cache/site.sqlite").unlink(missing_ok=True)
    for kind in ("html", "bin") if pdfs else ("html", "bin", "pdf"):
        shutil.rmtree(Path(".cache/store", kind), ignore_errors=True)
    shutil.copytree(old, "site")


if __name__ == "__main__":
    main()
