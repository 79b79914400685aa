"""The Markdown of pages, as MkDocs reads it: one converter for all pages of a build."""

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from ..typography import quicken_typography


class BodyMarkdown:
    """Turns the bodies of pages into HTML.

    MkDocs makes a converter for each page, which takes as long as a third of the page itself.
    """

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._files = files
        self._config = config
        self._markdown = Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs
        )
        quicken_typography(self._markdown)

    def fill(self, page: Page) -> None:
        """Give ``page`` its content and its list of headings; one without a body has neither."""
        page.content = ""
        if page.markdown:
            markdown = self._markdown.reset()
            # Registered anew, it takes the place of the page before.
            _RelativePathTreeprocessor(page.file, self._files, self._config)._register(markdown)
            page.content = markdown.convert(page.markdown)
            page.toc = get_toc(getattr(markdown, "toc_tokens", []))
