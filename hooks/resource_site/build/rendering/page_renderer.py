"""One page: its words and its template, as HTML."""

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ...pages.html_whitespace import without_indent
from ..files.library_file import LibraryPage
from .page_content import PageContent, allow_nothing_else


@dataclass(frozen=True)
class PageRenderer:
    """What all pages are rendered with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    content: PageContent

    def html(self, page: LibraryPage) -> str:
        """Return the whole HTML of ``page``.

        The events of a page happen in MkDocs' order, for other plugins and hooks that listen. What
        may not stand in a page is taken out last, when nothing changes its words any more.
        """
        config, files = self.config, self.files
        page = self._changed("pre_page", page, config=config, files=files)
        page.read_source(config)
        page.markdown = self._changed(
            "page_markdown", page.markdown or "", page=page, config=config, files=files
        )
        context: Any = get_context(self.nav, [], config, page)
        context |= self.content.names(page)
        made = self.content.html(page, context)
        page.content = self._changed("page_content", made, page=page, config=config, files=files)
        context = self._changed("page_context", context, page=page, config=config, nav=self.nav)
        allow_nothing_else(page, made, self.content.prefix)
        html = self.env.get_template(page.data.template).render(context)
        return str(self._changed("post_page", without_indent(html), page=page, config=config))

    def _changed(self, event: str, item: Any, **about: Any) -> Any:
        """Return ``item`` as those that listen to ``event`` leave it."""
        plugins = self.config.plugins
        return plugins.run_event(event, item, **about) if plugins.events[event] else item
