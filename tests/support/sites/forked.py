"""A program of this project in a process of its own, split off from one that has loaded it all.

Loading the generator takes longer than building a small site. Each process that runs tests has a
server (``multiprocessing``'s fork server) which loads it once; the server's children, one for each
program that is asked for, start with no other state than that.
"""

import atexit
import os
import runpy
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired
from tempfile import TemporaryDirectory

from compiled_templates import keep_compiled_templates

POSSIBLE = sys.platform == "linux" and "COVERAGE_RUN" not in os.environ
"""Windows has no fork, and Apple's libraries may not be used after one. What is measured has to be
measured from its first line."""

LOADED = (
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "mkdocs.plugins",
    "resource_site.__main__",
    "resource_site.checks.site_check",
    "resource_site.build.site_build",
    "resource_site.paper.pdf_renderer",
    "resource_site.paper.post_processing",
    "weasyprint",
    "concurrent.futures.process",
    "yaml",
)
"""What a build imports. Not the theme: it says something when it is first loaded."""


def run_forked(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], timeout: float
) -> CompletedProcess[str]:
    """Run ``python -m command`` in ``folder``, and return how it ended and what it said.

    ``environment`` is the whole of it, but for what Python itself reads as it starts. Raises
    ``TimeoutExpired``, with the process killed.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    with TemporaryDirectory() as name:
        said = [str(Path(name, stream)) for stream in ("stdout", "stderr")]
        process = context.Process(target=_become, args=(command, folder, environment, said))
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise TimeoutExpired(command, timeout)
        out, errors = (Path(file).read_text(encoding="utf-8") for file in said)
        return CompletedProcess(command, process.exitcode, out, errors)


def _become(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], said: Sequence[str]
) -> None:
    """Let this process be the program: its arguments, folder, environment and streams."""
    os.cpu_count = lambda: 1  # tests run on every core already, so more processes only cost
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, file in enumerate((os.devnull, *said)):
        opened = os.open(file, os.O_RDWR | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    keep_compiled_templates()
    sys.argv = list(command)
    sys.path.insert(0, str(folder))
    sys.modules.pop(f"{command[0]}.__main__", None)  # loaded with all it needs, and run anew
    try:
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)
    finally:
        atexit._run_exitfuncs()  # which multiprocessing leaves out at the end of a child
