"""All files of one build, which replace those that MkDocs found."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ...checks.content_loader import LoadedContent
from ...checks.css_syntax import require_css
from ...checks.files.linked_files import held_back_files
from ...checks.readiness.published_items import RECORD, record
from ...checks.readiness.published_pages import RECORD as PAGES
from ...checks.readiness.published_pages import published_pages, write_pages
from ...content.site.settings import Settings
from ...incremental.store import Store
from ...pages.library_view import CardViews
from ...pages.routes import Routes
from ...pages.site_facts import SiteFacts
from ...web.fonts import fonts
from ...web.inline_head_script import FRAMES, head_script, page_policy
from ...web.scripts import scripts
from ...web.stylesheets import (
    layouts_stylesheet,
    print_stylesheet,
    site_stylesheet,
    stylesheets_of_few_pages,
)
from .editor_files import SiteEditor
from .library_file import LibraryFile
from .picture_files import PictureFiles
from .static_files import (
    generated_files,
    immutable_patterns,
    is_published,
    refuse_pages,
    require_free_addresses,
)
from .web_files import WebFiles
from .worksheet_files import empty_sheets


class SiteFiles:
    """The files of one build, and those that templates refer to."""

    def __init__(
        self,
        loaded: LoadedContent,
        settings: Settings,
        overrides: Path,
        config: MkDocsConfig,
        store: Store,
        *,
        preview: bool,
    ) -> None:
        """Read them; raises ``ContentError`` for a style that is not CSS or names a lost file."""
        require_css(overrides, store)
        self.styles = {
            "site": site_stylesheet(overrides),
            "print": print_stylesheet(overrides),
            "layouts": layouts_stylesheet(overrides),
            **stylesheets_of_few_pages(overrides, preview=preview),
        }
        self.head_script = head_script(overrides)
        self.scripts = scripts(overrides)
        self.fonts = fonts(overrides)
        self.cards = CardViews(loaded.library)
        self.site_url = f"{(config.site_url or '').rstrip('/')}/"
        facts = SiteFacts(
            config.site_name,
            self.site_url,
            config.site_description or "",
            settings.organisation,
            settings.contact,
        )
        self.web_files = WebFiles(loaded.library, facts, overrides, config, store)
        waits = set() if preview else held_back_files(loaded, _named(settings, config))
        self._copied = [source for source in loaded.files if source not in waits]
        self._pictures = PictureFiles(loaded.docs, self._copied, config, store)
        self.picture = self._pictures.picture.get
        self._pages = published_pages(loaded.library, loaded.digests)
        self._loaded = loaded
        self._settings = settings
        self._overrides = overrides
        self._config = config
        self._preview = preview

    def all(self, found: Iterable[File], *, pdfs: bool) -> Files:
        """Return every file to publish, including those of ``found`` that are copied unchanged.

        ``pdfs`` is whether PDFs can be rendered. Raises ``PluginError`` if a file of ``docs/`` has
        the address of a generated one.
        """
        refuse_pages(found)
        config, library, docs = self._config, self._loaded.library, Path(self._config.docs_dir)
        gallery = None
        if self._preview:  # loaded where it is needed: readers get no page of components
            from ...pages.components import ComponentGallery  # noqa: PLC0415

            gallery = ComponentGallery(self._overrides / "components")
        routes = Routes(library, self.cards, self._settings, gallery)
        pages = [LibraryFile(data, config) for data in routes.all()]
        sheets = empty_sheets(library, config, pdfs=pdfs)
        worksheets = [file.src_uri for file in sheets]
        editor = SiteEditor(self._settings.editor, config, preview=self._preview)
        styles = self.styles.values()
        files = [
            *(file for file in found if is_published(file, docs, self._overrides, self._copied)),
            *generated_files(
                styles,
                self.scripts,
                self.fonts,
                settings=self._settings,
                site_url=self.site_url,
                config=config,
            ),
            *pages,
            *sheets,
            *self._pictures.versions(),
            *self.web_files.files(
                pages,
                worksheets=worksheets,
                security=self._settings.security,
                preview=self._preview,
            ),
            *editor.files(),
            *self.web_files.host_files(
                page_policy(self.head_script) + FRAMES,
                immutable_patterns(styles, self.scripts, self.fonts),
                worksheets,
                editor=editor.rules,
            ),
            File.generated(config, RECORD, content=record(library.checklists)),
            File.generated(config, PAGES, content=write_pages(self._pages)),
        ]
        require_free_addresses(files, docs, self._loaded.prefix)
        return Files([self._pictures.fitted(file) for file in files])


def _named(settings: Settings, config: MkDocsConfig) -> list[str]:
    """Return the files that the settings name."""
    links = [str(target) for entry in config.nav or () for target in dict(entry).values()]
    return [*links, settings.contact.photo or ""]
