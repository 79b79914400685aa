"""A page of the library as MkDocs sees one: the public way for a hook to own a page."""

from datetime import date
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page


class LibraryFile(File):
    """A source that becomes a page at an address of our choice, whatever its name ends in.

    ``source`` is what links in Markdown call it, so MkDocs can resolve them.
    """

    def __init__(self, source: str, address: str, config: MkDocsConfig) -> None:
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

    def is_documentation_page(self) -> bool:
        """Return true: even a YAML file is a page here."""
        return True


class LibraryPage(Page):
    """A page that shows ``view`` through ``template``, with ``body`` as its Markdown, if any.

    ``changed`` is the day its words were last new or checked, where that is known. ``listed`` tells
    whether search engines should show it.
    """

    def __init__(
        self,
        file: LibraryFile,
        config: MkDocsConfig,
        *,
        template: str,
        title: str,
        summary: str,
        body: str = "",
        changed: date | None = None,
        listed: bool = True,
        view: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(title, file, config)
        self.view = view or {}
        self.changed = changed
        self.listed = listed
        self._body = body
        self._front_matter = {"template": template, "title": title, "description": summary}

    @property
    def shows(self) -> object:
        """Return what of the library this page is about, if anything."""
        kinds = ("article", "checklist", "standard_page")
        return next((self.view[kind] for kind in kinds if kind in self.view), None)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the words from the library, which has read and checked the file already."""
        self.markdown = self._body
        self.meta = dict(self._front_matter)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the body into HTML; a page without one has no content and no contents list."""
        if self._body:
            super().render(config, files)
        else:
            self.content = ""
