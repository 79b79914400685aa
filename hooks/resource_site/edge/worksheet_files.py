"""Each checklist's worksheet, as a file of the site."""

from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from ..content.checklist import Checklist
from ..content.library import Library
from ..stylesheets import worksheet_stylesheet
from ..worksheets import EngineMissingError, make_pdf, require_engine

log = get_plugin_logger("resources")

TEMPLATE = "print/worksheet.html"


class WorksheetFiles:
    """The PDFs of one site; made again in a preview only when what is on them changed."""

    def __init__(self) -> None:
        self.possible = True
        self._files: dict[str, File] = {}
        self._made: dict[str, bytes] = {}

    def files(self, library: Library, config: MkDocsConfig, *, preview: bool) -> list[File]:
        """Return an empty file for each worksheet, so that links to it are known to be good.

        Raises ``PluginError`` where this computer cannot make PDFs and the site is not a preview.
        """
        try:
            require_engine()
        except EngineMissingError as error:
            if not preview:
                raise PluginError(str(error)) from error
            if self.possible:
                log.warning(f"the preview leaves out the PDFs. {error}")
            self.possible = False
            return []
        self._files = {
            checklist.slug: File.generated(config, checklist.worksheet_address, content=b"")
            for checklist in library.checklists
        }
        return list(self._files.values())

    def make(self, library: Library, overrides: Path, env: Environment, site_url: str) -> None:
        """Fill each file with its PDF, just before MkDocs writes it."""
        style = worksheet_stylesheet(overrides).text
        kept: dict[str, bytes] = {}
        for slug, file in self._files.items():
            html = self._sheet(library.checklist[slug], env, site_url)
            key = sha256(f"{style}\0{html}".encode()).hexdigest()
            kept[key] = self._made.get(key) or self._press(html, style, overrides, slug)
            file.content_bytes = kept[key]
        self._made = kept

    def _sheet(self, checklist: Checklist, env: Environment, site_url: str) -> str:
        # Links on paper are whole addresses: "url" in a template joins them to base_url.
        return env.get_template(TEMPLATE).render(
            checklist=checklist, page=None, base_url=site_url, page_url=site_url + checklist.address
        )

    def _press(self, html: str, style: str, overrides: Path, slug: str) -> bytes:
        pdf, complaints = make_pdf(html, style, overrides)
        for complaint in complaints:
            log.warning(f"worksheet of {slug}: {complaint}")
        return pdf
