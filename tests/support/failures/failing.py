"""Builds a site over and over, each time with another call of the system that fails.

``failing.py FAULTS SITE OLD NEW FROM [N]``: ``FAULTS`` is ``faults.c``, compiled and loaded before
this program; the folders are those of ``killing.py``. A call that writes finds the disk full, one
that names a file has no right to, and one that waits for the disk finds it broken: once, or from
then on. ``N`` calls fail, spread over a build and beginning with ``FROM``, or each. A line on each
is printed: the state of the site, how the build ended, and what it said of it.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import NamedTuple

from mkdocs.__main__ import cli

from compiled_templates import keep_compiled_templates
from killing import content, put_back
from resource_site.paper.pdf_engine import require_engine

SAID = 4_000
"""Bytes of what a build says that are looked at."""


class Faults:
    """What ``faults.c`` counts, and lets fail."""

    def __init__(self, library: str) -> None:
        self._library = ctypes.CDLL(library)
        self._library.faults_name.restype = ctypes.c_char_p

    def begin(self, at: int, *, on: bool) -> None:
        self._library.faults_begin(at, int(on))

    @property
    def seen(self) -> int:
        return int(self._library.faults_seen())

    @property
    def name(self) -> str:
        return bytes(self._library.faults_name()).decode(errors="replace")


class Built(NamedTuple):
    """How a build ended, what it said, how many calls it made, and which of them failed."""

    code: int
    said: str
    calls: int
    failed: str


def build(faults: Faults, at: int, *, on: bool) -> Built:
    """Build in a process of its own, whose call ``at`` fails."""
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(told, 1)
        os.dup2(told, 2)
        faults.begin(at, on=on)
        code = 70
        try:
            cli.main(["build", "--strict", "--quiet"])
        except SystemExit as end:
            code = int(end.code or 0)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(told)
    said = b""
    while part := os.read(heard, 65_536):
        said += part
    os.close(heard)
    _, status = os.waitpid(child, 0)
    seen, name = faults.seen, faults.name
    faults.begin(0, on=False)
    text = said.decode(errors="replace")[-SAID:]
    return Built(os.waitstatus_to_exitcode(status), text, seen, name)


def main() -> None:
    faults = Faults(sys.argv[1])
    project, old, new = map(Path, sys.argv[2:5])
    first, *wanted = map(int, sys.argv[5:])
    os.chdir(project)
    whole = {"old": content(old), "new": content(new)}
    require_engine()  # loaded once, for all builds
    keep_compiled_templates()
    put_back(old, pdfs=bool(wanted))
    calls = build(faults, 0, on=False).calls
    put_back(old, pdfs=bool(wanted))
    count = wanted[0] if wanted else calls
    for n in range(count):
        at = first + n * (calls - first) // max(count - 1, 1)
        built = build(faults, at, on=n % 2 == 1)
        said = built.said
        seen = content(Path("site"))
        state = next((which for which, files in whole.items() if files == seen), "TORN")
        words = "TRACEBACK" if "Traceback" in said else "words" if said.strip() else "silent"
        print(f"{state} {built.code} {words} {at} of {calls}: {built.failed}", flush=True)
        if (words == "TRACEBACK" or state == "TORN") and wanted:
            print(said, file=sys.stderr)
        put_back(old, pdfs=bool(wanted))


if __name__ == "__main__":
    main()
