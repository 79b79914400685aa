"""A page of the library as MkDocs sees one: the public way for a hook to own a page."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from ...pages.page_data import PageData


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


class LibraryFile(MadeFile):
    """A source that becomes a page at an address of our choice, whatever its name ends in."""

    stamp: tuple[bytes, bytes] | None = None
    """What is to be written in the place of what, in a page that is otherwise kept."""

    def __init__(self, data: PageData, config: MkDocsConfig) -> None:
        super().__init__(
            data.source,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{data.address}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.content_string = ""
        self.edit_uri = None
        self.data = data
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
        super().__init__(file.data.title, file, config)
        self.data = file.data
        self.listed = file.data.listed

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the words from the library, which has read and checked the file already."""
        self.markdown = self.data.text.markdown if self.data.text else ""
        self.meta = {
            "template": self.data.template,
            "title": self.data.title,
            "description": self.data.summary,
        }
