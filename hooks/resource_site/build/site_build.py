"""One build of the site, from the content in ``docs/`` to the published files."""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..checks.content_loader import LoadedContent
from ..checks.readiness.drafts import outside_drafts
from ..checks.site_check import load_all
from ..clock import today
from ..content.site.settings import Settings
from ..content.site.vcard import vcard_name
from ..incremental.dependencies import Dependencies
from ..incremental.result_cache import ResultCache
from ..pages.environment import prepare_environment
from ..pages.filters import add_filters, filter_lookups
from ..pages.library_view import LibraryView
from ..pages.qr_codes import QrCodes
from ..paper.pdf_engine import require_engine_once
from ..problems import Problem, in_order, report
from ..web import search_index
from ..web.host_files import REFERRER_POLICY
from ..web.inline_head_script import page_policy
from ..web.search_data import SearchData
from ..web.service_worker import WORKER, worker_script
from .build_hash import build_hash
from .files.editor_files import EDITOR, notes_file
from .files.library_file import LibraryFile
from .files.site_files import SiteFiles
from .files.web_files import SITEMAP
from .files.worksheet_files import SHEET_TEXT, SheetWriter, write_sheets
from .publishing.staging import Staging
from .rendering.link_check import broken_links
from .rendering.page_builder import BUILT_PAGE, PageBuilder
from .rendering.page_content import PageContent
from .rendering.page_renderer import PageRenderer
from .rendering.theme_templates import add_theme_templates, hide_theme_files
from .search_step import SearchStep
from .shared_state import SharedState

log = get_plugin_logger("resources")

PROBLEMS_PLACEHOLDER = b"<template data-problems></template>"
"""Replaced by the problems when a preview's page is published, so that its HTML can be cached."""


class Build:
    """One build; MkDocs' events call its public methods in this order.

    ``shared`` is the state that the builds of a preview share.
    """

    _content: LoadedContent
    _settings: Settings
    _files: SiteFiles
    navigation: Navigation

    def __init__(self, config: MkDocsConfig, shared: SharedState, *, preview: bool) -> None:
        """Set up the build; unless it is a preview, MkDocs writes into a staging folder."""
        self._config = config
        self._shared = shared
        self._preview = preview
        self._problems: tuple[Problem, ...] = ()
        self._notes: dict[str, Any] | None = None
        self._theme_folders = hide_theme_files(config)
        # MkDocs' own sitemap has neither the dates of changes nor the pages that moved. Not every
        # theme names the page of what is not found.
        config.theme.static_templates.discard(SITEMAP)
        config.theme.static_templates.add("404.html")
        self._overrides = Path(config.theme.custom_dir or "overrides")
        self._search = SearchStep(shared.cache, shared.search)
        self._staging = None if preview else Staging(config)

    def load(self) -> None:
        """Load the content and the settings.

        Raises ``PluginError`` with every problem; a preview logs them and leaves out what has one.
        """
        config, manifest = self._config, self._shared.cache.manifest
        settings_file = Path(config.config_file_path or "mkdocs.yml")
        self._content, settings, problems = load_all(
            settings_file, Path(config.docs_dir), preview=self._preview, manifest=manifest
        )
        if settings:  # a preview goes on with the last valid ones
            self._shared.settings = settings.settings
        self._problems = tuple(in_order(problems))
        if not self._preview:  # a build leaves invalid drafts out, as it does all others
            self._problems = outside_drafts(self._problems, self._content)
        if self._problems and not (self._preview and self._shared.settings):
            raise PluginError(f"the site was not built.\n{report(self._problems)}")
        if self._shared.settings:
            self._settings = self._shared.settings
        if self._problems:
            log.warning(f"the preview leaves out what has a problem.\n{report(self._problems)}")
        if self._preview:
            # Imported here, as published pages have no notes.
            from ..checks.readiness.page_notes import page_notes  # noqa: PLC0415

            self._notes = page_notes(self._content, self._problems, today(), manifest)

    def add_files(self, found: Files) -> Files:
        """Return every file of the site, to replace those that MkDocs ``found``."""
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
        files = self._files.all(found, pdfs=shared.pdf_tool.is_available)
        if self._notes is not None:
            files.append(notes_file(self._notes, self._config))
        return files

    def make(self, env: Environment, files: Files) -> None:
        """Build the worksheets, then the pages, which show the worksheets' sizes.

        Raises ``PluginError`` if one cannot be rendered, or has a broken link inside the site.
        """
        config, content, cache = self._config, self._content, self._shared.cache
        pdfs, searchable = self._shared.pdf_tool.is_available, self._shared.search_tool.is_available
        add_theme_templates(env, self._theme_folders)
        if self._preview:
            env.bytecode_cache = self._shared.templates
        view = LibraryView(content.library, self._files.cards)
        sizes: dict[str, int] = {}
        lookups = {**view.lookups, **filter_lookups(content.addresses, sizes)}
        dependencies = Dependencies({**lookups, "picture": self._files.picture})
        view.get = dependencies.get
        add_filters(prepare_environment(env), dependencies)
        env.globals.update(self._globals(view))
        build_key = build_hash(config, self._overrides, self._preview, pdfs, searchable)
        writer = SheetWriter(
            env,
            SheetWriter.styles_in(self._overrides),
            ResultCache(cache.manifest, dependencies, SHEET_TEXT),
            cache.store,
            build_key,
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
            ResultCache(cache.manifest, dependencies, BUILT_PAGE),
            cache.store,
            build_key,
            content.digests,
            site_url=self._files.site_url,
            render=PageRenderer(config, files, self.navigation, env, page_content).html,
            inputs=page_content.inputs,
        )
        self._build_pages(pages, files)
        self._show_problems(env, files)

    def _build_pages(self, pages: PageBuilder, files: Files) -> None:
        links: list[tuple[LibraryFile, tuple[str, ...]]] = []
        for file, page in pages.build([file for file in files if isinstance(file, LibraryFile)]):
            links.append((file, page.addresses))
            if self._shared.search_tool.is_available:
                self._search.add(file, page)
        published = {file.dest_uri for file in files} | {WORKER}
        broken = list(broken_links(links, published, self._content.prefix))
        if broken and not self._preview:
            raise PluginError(f"the site was not built.\n{report(broken)}")
        if broken and not self._problems:
            log.warning(f"some links lead nowhere.\n{report(broken)}")

    def _show_problems(self, env: Environment, files: Files) -> None:
        """Show the problems on every page of a preview."""
        if self._problems:
            template = env.get_template("components/preview-bar/problems.html")
            html = template.render(problems=self._problems).encode()
            for file in files:
                if isinstance(file, LibraryFile):
                    file.replacement = PROBLEMS_PLACEHOLDER, html

    def _globals(self, view: LibraryView) -> dict[str, Any]:
        """Return the variables of every template."""
        return {
            "site_name": self._config.site_name,
            "site_url": self._files.site_url,
            "library": view,
            "contact": self._settings.contact,
            "organisation": self._settings.organisation,
            "vcard_address": f"contact/{vcard_name(self._settings.contact)}",
            "styles": self._files.styles,
            "script": self._files.scripts.address,
            "font": self._files.fonts.address,
            "qr_code": QrCodes(self._shared.cache.store).svg,
            "head_script": self._files.head_script,
            "page_policy": page_policy(self._files.head_script),
            "referrer_policy": REFERRER_POLICY,
            "has_worksheets": self._shared.pdf_tool.is_available,
            "has_search": self._shared.search_tool.is_available,
            "preview": self._preview,
            "editor_address": EDITOR if self._preview else "",
            "offline": self._works_offline,
        }

    @property
    def _works_offline(self) -> bool:
        """Return whether the service worker caches the site; a preview must never be stale."""
        return self._settings.offline and not self._preview

    def finish(self) -> None:
        """Write the search index and the service worker, and mark the build as complete."""
        site = Path(self._config.site_dir)
        if self._shared.search_tool.is_available:
            content = self._content
            self._search.data = SearchData.of(
                content.search_words, content.library.topic, self._overrides
            )
            self._search.publish(site, preview=self._preview)
            self._shared.search = self._search.index
        worker = worker_script(site, self._overrides, keep=self._works_offline)
        (site / WORKER).write_text(worker, encoding="utf-8", newline="\n")
        self._shared.cache.manifest.save(forget_unused=True)
        self._shared.cache.store.tidy()
        if self._staging:
            self._staging.is_complete = True

    def stop(self) -> None:
        """Stop a failed build; what was cached of the files it read is saved."""
        self._search.stop()
        self._shared.cache.manifest.save(forget_unused=False)
        if self._staging:
            self._staging.is_complete = False

    def close(self) -> None:
        """Publish a complete build; otherwise, leave the last site in place."""
        if self._staging:
            self._staging.close()
