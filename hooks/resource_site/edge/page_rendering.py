"""One page through MkDocs' own events and its template, as MkDocs itself would take it."""

from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .body_markdown import BodyMarkdown
from .library_page import LibraryPage


@dataclass(frozen=True)
class PageRendering:
    """What all pages are rendered with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    markdown: BodyMarkdown

    def html(self, page: LibraryPage) -> str:
        """Return the whole HTML of ``page``; every event of a page happens, in MkDocs' order."""
        events, config, files = self.config.plugins, self.config, self.files
        shown: Page = events.on_pre_page(page, config=config, files=files)
        shown.read_source(config)
        shown.markdown = events.on_page_markdown(
            shown.markdown or "", page=shown, config=config, files=files
        )
        self.markdown.fill(shown)
        shown.content = events.on_page_content(
            shown.content or "", page=shown, config=config, files=files
        )
        context = get_context(self.nav, [], config, shown)
        template = self.env.get_template(shown.meta["template"])
        context = events.on_page_context(context, page=shown, config=config, nav=self.nav)
        html = template.render(context)
        return events.on_post_page(html, page=shown, config=config)
