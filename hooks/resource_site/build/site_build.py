"""One build of a site, made anew each time: from what staff wrote to what readers get."""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..checks.content_loader import LoadedContent
from ..checks.site_check import load_all
from ..clock import today
from ..content.settings import Settings
from ..incremental.dependencies import Dependencies
from ..incremental.memo import Memo
from ..pages.contact_call import QrCodes, vcard_name
from ..pages.filters import lookups_of, prepare
from ..pages.library_view import LibraryView
from ..paper.pdf_engine import require_engine_once
from ..problems import Problem, report
from ..web import search_index
from ..web.service_worker import WORKER, worker_script
from .build_hash import build_hash
from .files.editor_files import EDITOR
from .files.library_file import LibraryFile
from .files.site_files import SiteFiles
from .files.web_files import SITEMAP
from .files.worksheet_files import SHEET_TEXT, SheetWriter, write_sheets
from .publishing.staging import Staging
from .rendering.link_check import lost_addresses
from .rendering.page_builder import MADE_PAGE, PageBuilder
from .rendering.page_content import PageContent
from .rendering.page_renderer import PageRenderer
from .rendering.theme_folders import add_theme, leave_unlisted
from .search_step import SearchStep
from .shared_state import SharedState

log = get_plugin_logger("resources")

PROBLEMS_STAND_HERE = b"<template data-problems></template>"
"""What a preview's page has in their place, so that a new problem makes no page anew."""


class Build:
    """One build; MkDocs' events call its methods in the order they stand here.

    ``shared`` is what a preview takes over from its last build, and hands on to the next.
    """

    _content: LoadedContent
    _settings: Settings
    _files: SiteFiles
    navigation: Navigation

    def __init__(self, config: MkDocsConfig, shared: SharedState, *, preview: bool) -> None:
        """Send a build that will be published to a folder of its own."""
        self._config = config
        self._shared = shared
        self._preview = preview
        self._problems: tuple[Problem, ...] = ()
        self._notes: dict[str, Any] | None = None
        self._theme_folders = leave_unlisted(config)
        # MkDocs' own sitemap knows neither when words changed nor which pages moved.
        config.theme.static_templates.discard(SITEMAP)
        self._overrides = Path(config.theme.custom_dir or "overrides")
        self._search = SearchStep(shared.cache, shared.search)
        self._staging = None if preview else Staging(config)

    def load(self) -> None:
        """Load everything staff wrote; a build to publish stops here if anything is wrong.

        Raises ``PluginError`` with every problem.
        """
        config, manifest = self._config, self._shared.cache.manifest
        settings_file = Path(config.config_file_path or "mkdocs.yml")
        self._content, settings, problems = load_all(
            settings_file, Path(config.docs_dir), preview=self._preview, manifest=manifest
        )
        if settings:  # where they are wrong, a preview goes on with the last good ones
            self._shared.settings = settings.settings
        self._problems = tuple(sorted(set(problems)))
        if self._problems and not (self._preview and self._shared.settings):
            raise PluginError(f"the site was not built.\n{report(self._problems)}")
        if self._shared.settings:
            self._settings = self._shared.settings
        if self._problems:
            log.warning(f"the preview leaves out what has a problem.\n{report(self._problems)}")
        if self._preview:
            # Loaded where it is needed: a build to publish tells staff nothing on its pages.
            from ..checks.readiness.page_notes import page_notes  # noqa: PLC0415

            self._notes = page_notes(self._content, self._problems, today(), manifest)

    def add_files(self, found: Files) -> Files:
        """Return every file of the site in the place of what MkDocs ``found``."""
        shared, store = self._shared, self._shared.cache.store
        shared.pdf_tool.prepare(lambda: require_engine_once(store), preview=self._preview)
        shared.search_tool.prepare(search_index.require_engine, preview=self._preview)
        self._files = SiteFiles(
            self._content,
            self._settings,
            self._overrides,
            self._config,
            store,
            preview=self._preview,
        )
        return self._files.all(found, pdfs=shared.pdf_tool.possible)

    def make(self, env: Environment, files: Files) -> None:
        """Make worksheets, and then the pages, which say how large those are.

        Raises ``PluginError`` where one cannot be made, or leads to what the site does not hold.
        """
        config, content, cache = self._config, self._content, self._shared.cache
        pdfs, searchable = self._shared.pdf_tool.possible, self._shared.search_tool.possible
        add_theme(env, self._theme_folders)
        if self._preview:
            env.bytecode_cache = self._shared.templates
        view = LibraryView(content.library, self._files.cards)
        sizes: dict[str, int] = {}
        dependencies = Dependencies({**view.lookups, **lookups_of(content.addresses, sizes)})
        view.get = dependencies.get
        prepare(env, dependencies, self._names(view))
        made_with = build_hash(config, self._overrides, self._preview, pdfs, searchable)
        writer = SheetWriter(
            env,
            SheetWriter.styles_in(self._overrides),
            Memo(cache.manifest, dependencies, SHEET_TEXT),
            cache.store,
            made_with,
            content.digests,
            self._files.site_url,
        )
        sizes |= write_sheets(content.library, config, files, writer, pdfs=pdfs)
        page_content = PageContent(
            env,
            dependencies,
            self._files.web_files,
            self._notes,
            self._files.site_url,
            content.prefix,
        )
        pages = PageBuilder(
            Memo(cache.manifest, dependencies, MADE_PAGE),
            cache.store,
            made_with,
            content.digests,
            site_url=self._files.site_url,
            render=PageRenderer(config, files, self.navigation, env, page_content).html,
            given=page_content.given,
        )
        self._make_pages(pages, files)
        self._stamp_problems(env, files)

    def _make_pages(self, pages: PageBuilder, files: Files) -> None:
        leads_to: list[tuple[LibraryFile, tuple[str, ...]]] = []
        for file, page in pages.build([file for file in files if isinstance(file, LibraryFile)]):
            leads_to.append((file, page.addresses))
            if self._shared.search_tool.possible:
                self._search.add(file, page)
        held = {file.dest_uri for file in files} | {WORKER}
        lost = list(lost_addresses(leads_to, held, self._content.prefix))
        if lost and not self._preview:
            raise PluginError(f"the site was not built.\n{report(lost)}")
        if lost and not self._problems:
            log.warning(f"some links lead nowhere.\n{report(lost)}")

    def _stamp_problems(self, env: Environment, files: Files) -> None:
        """Let every page of a preview say what has to be mended."""
        if self._problems:
            template = env.get_template("components/preview-bar/problems.html")
            stamp = PROBLEMS_STAND_HERE, template.render(problems=self._problems).encode()
            for file in files:
                if isinstance(file, LibraryFile):
                    file.stamp = stamp

    def _names(self, view: LibraryView) -> dict[str, Any]:
        """Return what every template knows of the site."""
        return {
            "site_name": self._config.site_name,
            "site_url": self._files.site_url,
            "library": view,
            "contact": self._settings.contact,
            "organisation": self._settings.organisation,
            "vcard_address": f"contact/{vcard_name(self._settings.contact)}",
            "styles": self._files.styles,
            "script": self._files.scripts.address,
            "qr_code": QrCodes(self._shared.cache.store).svg,
            "head_script": self._files.head_script,
            "has_worksheets": self._shared.pdf_tool.possible,
            "has_search": self._shared.search_tool.possible,
            "preview": self._preview,
            "editor_address": EDITOR if self._preview else "",
            "offline": self._is_kept_offline,
        }

    @property
    def _is_kept_offline(self) -> bool:
        """Tell whether visitors' browsers keep the site; a preview must never be an old one."""
        return self._settings.offline and not self._preview

    def finish(self) -> None:
        """Add what is made from the finished pages, and note that all is there to publish."""
        site = Path(self._config.site_dir)
        if self._shared.search_tool.possible:
            self._search.publish(site, preview=self._preview)
            self._shared.search = self._search.shown
        worker = worker_script(site, self._overrides, keep=self._is_kept_offline)
        (site / WORKER).write_text(worker, encoding="utf-8", newline="\n")
        self._shared.cache.manifest.save(forget_unused=True)
        self._shared.cache.store.tidy()
        if self._staging:
            self._staging.whole = True

    def stop(self) -> None:
        """Leave a build that went wrong; what was read of files need not be read again."""
        self._search.stop()
        self._shared.cache.manifest.save(forget_unused=False)
        if self._staging:
            self._staging.whole = False

    def close(self) -> None:
        """Put a whole build where the site was; leave the last good site after any other."""
        if self._staging:
            self._staging.close()
