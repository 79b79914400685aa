"""One page through MkDocs' own events and its template, as MkDocs itself would take it."""

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..files.library_file import LibraryPage
from .page_content import PageContent, allow_nothing_else


@dataclass(frozen=True)
class PageRendering:
    """What all pages are rendered with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    content: PageContent

    def html(self, page: LibraryPage) -> str:
        """Return the whole HTML of ``page``; every event of a page happens, in MkDocs' order.

        What may not stand in a page is taken out last, when nothing changes its words any more.
        """
        events, config, files = self.config.plugins, self.config, self.files
        shown: Page = events.on_pre_page(page, config=config, files=files)
        shown.read_source(config)
        shown.markdown = events.on_page_markdown(
            shown.markdown or "", page=shown, config=config, files=files
        )
        context: Any = get_context(self.nav, [], config, shown)
        context |= self.content.names(page)
        made = self.content.html(page, context)
        shown.content = events.on_page_content(made, page=shown, config=config, files=files)
        template = self.env.get_template(shown.meta["template"])
        context = events.on_page_context(context, page=shown, config=config, nav=self.nav)
        allow_nothing_else(shown, made, self.content.prefix)
        html = template.render(context)
        return events.on_post_page(html, page=shown, config=config)
