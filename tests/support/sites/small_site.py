"""A real small site in a folder of its own, built by the real program, and what came out of it."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser, LexborNode

from drawing import draw
from forked import POSSIBLE, run_forked
from resource_site.checks.site_check import check_content

PROJECT = Path(__file__).parents[3]
SHARED_CACHE = PROJECT / ".cache/tests"
SHARED = ("pdf", "docx", "png", "svg", "txt", "gz")
"""Kinds of kept files that take long to make; what is in one of them depends on no site."""

EPOCH = "1795435200"
"""The day of every test, 23 November 2026, in seconds since 1970."""

PATIENCE = 600
"""Seconds until a program that does not end has failed; the project's own site took
over 200 where lines were counted."""


def day_of_content() -> str:
    """Return the day on which a page of the project itself was last reviewed, as ``EPOCH`` is."""
    files = [*(PROJECT / "docs").rglob("*.md"), *(PROJECT / "docs").rglob("*.yml")]
    found = (
        re.search(r"^reviewed: (\d{4}-\d\d-\d\d)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        for file in files
    )
    last = max(match[1] for match in found if match)
    return noon(last)


BASE = """
docs/index.md
    ---
    title: Kind, practical help
    summary: Guides and checklists.
    ---
    Welcome.
docs/contact.md
    ---
    title: Contact
    summary: How to reach us.
    ---
    Write to us.
docs/topics.yml
    - slug: after-an-interview
      title: After an interview
      summary: While you wait, and when you hear.
    - slug: your-rights
      title: Your rights
      summary: What the law says.
"""


def noon(day: str) -> str:
    """Return the noon of a day such as ``2026-11-23``, as a build is told it."""
    return str(int(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp()))


@dataclass(frozen=True)
class Page:
    """One page that came out: parsed, and as text."""

    html: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    def all(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        found = self.tree.css(selector)
        assert len(found) == 1, f"{len(found)} of {selector}"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        return [" ".join(node.text().split()) for node in self.tree.css(selector)]

    @property
    def text(self) -> str:
        body = self.tree.body
        assert body is not None
        return " ".join(body.text(separator=" ").split())


class Site:
    """A project folder with the real templates and generator, and content drawn by a test."""

    def __init__(
        self,
        folder: Path,
        drawing: str = "",
        *,
        content: Path | None = None,
        own_cache: bool = False,
    ) -> None:
        """Draw a site; all but those with their ``own_cache`` make each PDF and picture once."""
        self.folder = folder
        shutil.copy(PROJECT / "mkdocs.yml", folder)
        for name in ("hooks", "overrides"):
            (folder / name).symlink_to(PROJECT / name)
        if not own_cache:
            (folder / ".cache/store").mkdir(parents=True)
            for name in SHARED:
                (SHARED_CACHE / name).mkdir(parents=True, exist_ok=True)
                (folder / ".cache/store" / name).symlink_to(SHARED_CACHE / name)
        if content:
            shutil.copytree(content, folder / "docs")
        else:
            draw(folder, BASE)
        draw(folder, drawing)

    def forget(self) -> None:
        """Let the next build make every page and the search index anew; PDFs and pictures stay."""
        (self.folder / ".cache/site.sqlite").unlink(missing_ok=True)
        for kind in ("html", "bin"):
            shutil.rmtree(self.folder / ".cache/store" / kind, ignore_errors=True)

    @classmethod
    def at(cls, folder: Path) -> "Site":
        """Return the site that is in ``folder`` already."""
        site = cls.__new__(cls)
        site.folder = folder
        return site

    def copied(self, folder: Path) -> "Site":
        """Return a copy of it, as it is now, in the new ``folder``: built, and with what it keeps.

        Files that are one under two names (a page in the site, and kept) stay one.
        """
        copies: dict[int, str] = {}

        def copy(source: str, target: str) -> str:
            number = Path(source).stat().st_ino
            if number in copies:
                os.link(copies[number], target)
                return target
            copies[number] = target
            return shutil.copy2(source, target)

        shutil.copytree(self.folder, folder, symlinks=True, copy_function=copy)
        return Site.at(folder)

    def draw(self, drawing: str) -> None:
        draw(self.folder, drawing)

    def run(
        self, *command: str, today: str = EPOCH, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one of the programs of this project here, as staff do, in a process of its own.

        With an ``environment`` it is started; else it is split off from one that has it loaded.
        """
        given = {
            **os.environ,
            "SOURCE_DATE_EPOCH": today,
            "NO_MKDOCS_2_WARNING": "1",
            **environment,
        }
        if POSSIBLE and not environment:
            return run_forked(command, self.folder, given, PATIENCE)
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            env=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    def build(self, *, today: str = EPOCH, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run("mkdocs", "build", "--strict", today=today, **environment)

    def built(self, *, today: str = EPOCH) -> "Site":
        """Build, and fail the test where that fails."""
        result = self.build(today=today)
        assert result.returncode == 0, result.stderr
        return self

    def problems(self, *, publish: bool = False) -> list[str]:
        """Return every problem of this site, a line each."""
        return [str(found) for found in check_content(self.folder / "mkdocs.yml", publish=publish)]

    def path(self, address: str) -> Path:
        return self.folder / "site" / address

    def page(self, address: str) -> Page:
        file = self.path(address)
        file = file / "index.html" if address.endswith("/") or not address else file
        return Page(file.read_text(encoding="utf-8"))

    def pdf(self, address: str) -> PdfReader:
        return PdfReader(BytesIO(self.path(address).read_bytes()))

    def files(self) -> dict[str, bytes]:
        """Return every file that came out, with its bytes."""
        root = self.folder / "site"
        return {
            file.relative_to(root).as_posix(): file.read_bytes()
            for file in sorted(root.rglob("*"))
            if file.is_file()
        }
