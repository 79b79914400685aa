"""A page of the library as MkDocs sees one: the public way for a hook to own a page."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from ..markdown.document import Document


class MadeFile(File):
    """A file of the site that was made and kept; it is published without being copied."""

    made: str = ""
    """Where it is kept; what is made late is not there yet when MkDocs first hears of it."""

    @classmethod
    def of(cls, config: MkDocsConfig, address: str, made: Path) -> "MadeFile":
        """Return the file at ``address``, relative to the site's root, that is kept in ``made``."""
        file = cls(address, src_dir=None, dest_dir=config.site_dir, use_directory_urls=True)
        file.made = str(made)
        return file

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - MkDocs' signature
        """Publish the file under its address, as a second name of the same bytes if it can be."""
        publish(self.made, self.abs_dest_path)


def publish(kept: str, target: str) -> None:
    """Let ``target`` be the file ``kept``: by a link, or by a copy where there are no links.

    Text, as Path is slower and there are many thousand files.
    """
    with suppress(OSError):
        os.link(kept, target)
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
    with suppress(FileNotFoundError):  # but a preview writes into the folder it shows
        os.unlink(target)  # noqa: PTH108
    try:
        os.link(kept, target)
    except OSError:
        shutil.copyfile(kept, target)


@dataclass(frozen=True)
class PageFacts:
    """What a page is made from: its ``template`` shows ``view``, and the words of ``text``, if any.

    ``changed`` is the day its words were last new or checked, where that is known. ``listed`` tells
    whether search engines should show it.
    """

    template: str
    title: str
    summary: str
    text: Document | None = None
    changed: date | None = None
    listed: bool = True
    view: Mapping[str, Any] = field(default_factory=dict)

    @property
    def shows(self) -> object:
        """Return what of the library this page is about, if anything."""
        kinds = ("article", "checklist", "standard_page")
        return next((self.view[kind] for kind in kinds if kind in self.view), None)


class LibraryFile(MadeFile):
    """A source that becomes a page at an address of our choice, whatever its name ends in.

    ``source`` is what links in Markdown call it, so MkDocs can resolve them.
    """

    stamp: tuple[bytes, bytes] | None = None
    """What is to be written in the place of what, in a page that is otherwise kept."""

    def __init__(self, source: str, address: str, config: MkDocsConfig, facts: PageFacts) -> None:
        super().__init__(
            source,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{address}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.content_string = ""
        self.edit_uri = None
        self.address = address
        self.facts = facts
        self._config = config
        self._page: LibraryPage | None = None

    @property
    def page(self) -> "LibraryPage":
        """Return the page, which most builds need of few files."""
        return self._page or LibraryPage(self, self._config)

    @page.setter
    def page(self, page: "LibraryPage") -> None:
        self._page = page

    def copy_file(self, dirty: bool = False) -> None:
        """Publish the page, with its stamp."""
        super().copy_file(dirty)
        if self.stamp:
            target = Path(self.abs_dest_path)
            stamped = target.read_bytes().replace(*self.stamp)
            target.unlink()  # it may be the kept page itself
            target.write_bytes(stamped)

    def is_documentation_page(self) -> bool:
        """Return false: ``PageMaking`` makes the page, and MkDocs publishes what was made."""
        return False


class LibraryPage(Page):
    """A page of the library."""

    file: LibraryFile

    def __init__(self, file: LibraryFile, config: MkDocsConfig) -> None:
        super().__init__(file.facts.title, file, config)
        self.facts = file.facts
        self.listed = file.facts.listed

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the words from the library, which has read and checked the file already."""
        self.markdown = self.facts.text.markdown if self.facts.text else ""
        self.meta = {
            "template": self.facts.template,
            "title": self.facts.title,
            "description": self.facts.summary,
        }
