"""Renders one page with its template."""

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ...pages.html_whitespace import without_indent
from ..files.library_file import LibraryPage
from .page_content import PageContent, sanitise


@dataclass(frozen=True)
class PageRenderer:
    """Renders the pages of one build."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    content: PageContent

    def html(self, page: LibraryPage) -> str:
        """Return the HTML of ``page``.

        MkDocs' page events are raised in its order, for other plugins and hooks; of a page without
        a file of its own, such as a list, only the last one: they ask for that file. The content is
        sanitised after the last event that can change it.
        """
        config, files = self.config, self.files
        run = self._run_event if page.file.abs_src_path else _unchanged
        page = run("pre_page", page, config=config, files=files)
        page.read_source(config)
        page.markdown = run(
            "page_markdown", page.markdown or "", page=page, config=config, files=files
        )
        context: Any = get_context(self.nav, [], config, page)
        context |= self.content.variables(page)
        content = self.content.html(page, context)
        page.content = run("page_content", content, page=page, config=config, files=files)
        context = run("page_context", context, page=page, config=config, nav=self.nav)
        sanitise(page, content, self.content.prefix)
        html = self.env.get_template(page.data.template).render(context)
        return str(self._run_event("post_page", without_indent(html), page=page, config=config))

    def _run_event(self, event: str, item: Any, **arguments: Any) -> Any:
        """Return ``item`` as the handlers of ``event`` return it."""
        plugins = self.config.plugins
        return plugins.run_event(event, item, **arguments) if plugins.events[event] else item


def _unchanged(event: str, item: Any, **arguments: Any) -> Any:  # noqa: ARG001 - as _run_event
    return item
