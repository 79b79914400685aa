"""MkDocs files and pages of our own, which are published from the store."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from ...pages.page_data import PageData


class StoredFile(File):
    """A file that is published from the store, by a hard link where possible."""

    built: str = ""
    """The path in the store; set before MkDocs publishes the file."""

    @classmethod
    def of(cls, config: MkDocsConfig, address: str, built: Path) -> "StoredFile":
        """Return ``built`` as the file at ``address``, relative to the site's root."""
        file = cls(address, src_dir=None, dest_dir=config.site_dir, use_directory_urls=True)
        file.built = str(built)
        return file

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - MkDocs' signature
        """Publish the file."""
        publish(self.built, self.abs_dest_path)


def publish(stored: str, target: str) -> None:
    """Hard-link the file ``stored`` to ``target``, or copy it where links are not supported.

    Paths are strings, as ``Path`` is slower and there are thousands of files.
    """
    with suppress(OSError):
        os.link(stored, target)
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
    with suppress(FileNotFoundError):  # it exists only in a preview, which has no staging
        os.unlink(target)  # noqa: PTH108
    try:
        os.link(stored, target)
    except OSError:
        shutil.copyfile(stored, target)


class LibraryFile(StoredFile):
    """A page of the library; its address comes from its page data and not from its source."""

    replacement: tuple[bytes, bytes] | None = None
    """Bytes to replace in the published page, and what with."""

    def __init__(self, data: PageData, config: MkDocsConfig) -> None:
        is_file = os.path.isfile(f"{config.docs_dir}/{data.source}")  # noqa: PTH113 - see publish
        super().__init__(
            data.source,
            src_dir=config.docs_dir if is_file else None,  # for plugins, which ask git about it
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{data.address}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        if not is_file:
            self.content_string = ""
        self.edit_uri = None
        self.data = data
        self._config = config
        self._page: LibraryPage | None = None

    @property
    def page(self) -> "LibraryPage":
        """Return MkDocs' page, made when needed: most pages come from the cache."""
        return self._page or LibraryPage(self, self._config)

    @page.setter
    def page(self, page: "LibraryPage") -> None:
        self._page = page

    def copy_file(self, dirty: bool = False) -> None:
        """Publish the page, with the replacement."""
        super().copy_file(dirty)
        if self.replacement:
            target = Path(self.abs_dest_path)
            html = target.read_bytes().replace(*self.replacement)
            target.unlink()  # it may be a hard link to the page in the store
            target.write_bytes(html)

    def is_documentation_page(self) -> bool:
        """Return False: ``PageBuilder`` renders the page, and MkDocs copies it as a file."""
        return False


class LibraryPage(Page):
    """A page of the library."""

    file: LibraryFile

    def __init__(self, file: LibraryFile, config: MkDocsConfig) -> None:
        super().__init__(file.data.title, file, config)
        self.data = file.data
        self.listed = file.data.listed

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Set the Markdown and metadata from page data, without reading the file again."""
        self.markdown = self.data.text.markdown if self.data.text else ""
        self.meta = {
            "template": self.data.template,
            "title": self.data.title,
            "description": self.data.summary,
        }
