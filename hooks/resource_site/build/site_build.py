"""One site under MkDocs: what each of its events asks for, in order."""

import gc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..checks.content_loader import Loaded
from ..checks.site_check import load_all
from ..clock import today
from ..content.settings import Settings
from ..incremental.cache import Cache
from ..incremental.dependencies import Questions
from ..incremental.memo import Memory
from ..incremental.parallel_map import StoppedError
from ..pages.contact_call import QrCodes, vcard_name
from ..pages.filters import answers_from, prepare
from ..pages.library_view import Shelves
from ..problems import Problem, report
from ..web.service_worker import WORKER, worker_script
from .build_hash import site_recipe
from .cache_folder import Kept, kept_folder
from .disk_errors import in_words
from .files.editor_files import EDITOR
from .files.library_file import LibraryFile
from .files.site_files import SiteFiles
from .files.web_files import SITEMAP
from .files.worksheet_files import WorksheetFiles, WorksheetMaking
from .preview import keep_running
from .rendering.link_check import lost_addresses
from .rendering.page_builder import MadePage, PageMaking
from .rendering.page_content import PageContent
from .rendering.page_renderer import PageRendering
from .rendering.theme_folders import add_theme, leave_unlisted
from .search_step import SiteSearch
from .staging import Staging

if TYPE_CHECKING:  # only a preview needs it, and watching files takes a while to load
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("resources")

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""In a preview, until Python looks for unused ones; by itself it does so after 700.

Most of what a build reads is used to its end, and looking through it took a fifth of the time.
"""

PROBLEMS_STAND_HERE = b"<template data-problems></template>"
"""What a preview's page has in their place, so that a new problem makes no page anew."""


class SiteBuild:
    """What this process knows of the site; under ``mkdocs serve`` it lasts many builds."""

    settings: Settings
    loaded: Loaded
    overrides: Path
    files: SiteFiles
    theme_folders: list[str]
    kept: Kept
    nav: Navigation

    def __init__(self) -> None:
        self.preview = False
        self.notes: dict[str, Any] = {}
        self.problems: tuple[Problem, ...] = ()
        self.staging: Staging | None = None
        self.worksheets = WorksheetFiles()
        self.search = SiteSearch()

    def start(self, command: str) -> None:
        """Learn whether this is a preview, which keeps running whatever staff save."""
        self.preview = command == "serve"
        if self.preview:
            gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
        else:  # it ends soon, and needs most of what it reads until then: 12 % of its CPU
            gc.disable()

    def configure(self, config: MkDocsConfig) -> None:
        """Send a build that will be published to a folder of its own."""
        self.theme_folders = leave_unlisted(config)
        # MkDocs' own sitemap knows neither when words changed nor which pages moved.
        config.theme.static_templates.discard(SITEMAP)
        self.overrides = Path(config.theme.custom_dir or "overrides")
        if not self.preview:
            self.staging = Staging(config)

    def load(self, config: MkDocsConfig) -> None:
        """Load everything staff wrote; a build to publish stops here if anything is wrong."""
        settings_file = Path(config.config_file_path or "mkdocs.yml")
        if not hasattr(self, "kept"):
            self.kept = Kept.of(config, preview=self.preview)
        self.loaded, settings, problems = load_all(
            settings_file, Path(config.docs_dir), preview=self.preview, kept=self.kept.read
        )
        if settings:  # where they are wrong, a preview keeps the last good ones
            self.settings = settings.settings
        self.problems = tuple(sorted(set(problems)))
        if self.problems and not (self.preview and hasattr(self, "settings")):
            raise PluginError(f"the site was not built.\n{report(self.problems)}")
        if self.problems:
            log.warning(f"the preview leaves out what has a problem.\n{report(self.problems)}")
        if self.preview:
            # Loaded where it is needed: a build to publish tells staff nothing on its pages.
            from ..checks.readiness.page_notes import page_notes  # noqa: PLC0415

            self.notes = page_notes(self.loaded, self.problems, today(), self.kept.read)
        self.kept.read.save()

    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what the library shows."""
        self.files = SiteFiles(
            self.loaded, self.settings, self.overrides, config, preview=self.preview
        )
        return self.files.all(files, self.worksheets)

    def make(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Make worksheets, and then the pages, which say how large those are."""
        add_theme(env, self.theme_folders)
        env.bytecode_cache = self.kept.templates
        self.search.engine.prepare(preview=self.preview)
        library = self.loaded.library
        shelves = Shelves(library, self.files.cards)
        questions = Questions(
            {
                **shelves.answers,
                **answers_from(self.loaded.addresses, self.worksheets.sizes),
            }
        )
        shelves.ask = questions.ask
        self._prepare_templates(env, config, questions, shelves)
        memory = Memory(self.kept.made, questions)
        recipe = site_recipe(
            config,
            self.overrides,
            self.preview,
            self.worksheets.engine.possible,
            self.search.engine.possible,
        )
        making = WorksheetMaking(env, self.overrides, memory, recipe, self.loaded.digests)
        self.worksheets.make(library, config, files, making)
        notes = self.notes if self.preview else None
        site_url, prefix = self.files.site_url, self.loaded.prefix
        content = PageContent(env, questions, self.files.outward, notes, site_url, prefix)
        pages = PageMaking(
            memory,
            self.kept.pages,
            recipe,
            self.loaded.digests,
            site_url=self.files.site_url,
            render=PageRendering(config, files, self.nav, env, content).html,
            given=content.given,
        )
        made = [file for file in files if isinstance(file, LibraryFile)]
        leads_to: list[tuple[LibraryFile, tuple[str, ...]]] = []
        self.search.collect(_noting(pages.make(made), leads_to), self.kept.found)
        self._check_addresses(leads_to, files)
        self.kept.made.save()
        if self.problems:
            template = env.get_template("components/preview-bar/problems.html")
            said = template.render(problems=self.problems).encode()
            for file in made:
                file.stamp = (PROBLEMS_STAND_HERE, said)

    def _check_addresses(
        self, pages: Iterable[tuple[LibraryFile, tuple[str, ...]]], files: Files
    ) -> None:
        """Stop the build where a page leads to what the site does not hold; a preview goes on."""
        held = {file.dest_uri for file in files} | {WORKER}
        lost = list(lost_addresses(pages, held, self.loaded.prefix))
        if lost and not self.preview:
            raise PluginError(f"the site was not built.\n{report(lost)}")
        if lost and not self.problems:
            log.warning(f"some links lead nowhere.\n{report(lost)}")

    def _prepare_templates(
        self, env: Environment, config: MkDocsConfig, questions: Questions, shelves: Shelves
    ) -> None:
        """Make the environment safe, and give every template what the site knows."""
        names = {
            "site_name": config.site_name,
            "site_url": self.files.site_url,
            "library": shelves,
            "contact": self.settings.contact,
            "organisation": self.settings.organisation,
            "vcard_address": f"contact/{vcard_name(self.settings.contact)}",
            "styles": self.files.styles,
            "script": self.files.scripts.address,
            "qr_code": QrCodes(Cache(kept_folder(config, "codes"), ".svg")).svg,
            "early_script": self.files.early_script,
            "has_worksheets": self.worksheets.engine.possible,
            "has_search": self.search.engine.possible,
            "preview": self.preview,
            "editor_address": EDITOR if self.preview else "",
            "offline": self.offline,
        }
        prepare(env, questions, names)

    def keep_running(
        self, server: "LiveReloadServer", builder: Callable[..., None], config: MkDocsConfig
    ) -> None:
        """Let a preview outlive settings that cannot be read."""
        keep_running(server, builder, Path(config.config_file_path or "mkdocs.yml"))

    @property
    def offline(self) -> bool:
        """Tell whether visitors' browsers keep the site; a preview must never be an old one."""
        return self.settings.offline and not self.preview

    def finish(self, config: MkDocsConfig) -> None:
        """Add what is made from the finished pages, and note that all is there to publish."""
        site = Path(config.site_dir)
        self.search.make(site, self.kept.index, self.kept.found, preview=self.preview)
        worker = worker_script(site, self.overrides, keep=self.offline)
        (site / WORKER).write_text(worker, encoding="utf-8", newline="\n")
        if self.staging:
            self.staging.whole = True

    def fail(self, error: Exception) -> None:
        """Note that the build went wrong, even if it went wrong late (``--strict``).

        Raises ``Abort`` with plain words where the computer would not read or write a file, or
        stopped a part of the work.
        """
        self.search.stop()
        if self.staging:
            self.staging.whole = False
        if isinstance(error, OSError):
            raise Abort(f"The site was not built. {in_words(error)}") from error
        if isinstance(error, StoppedError):
            raise Abort(f"The site was not built. {error}") from error

    def publish(self) -> None:
        """Put a whole build where the site was; leave the last good site after any other."""
        if self.staging:
            self.staging.close()
            # The last step: Python need not take apart, at its end, all that was read.
            gc.freeze()
            gc.enable()


def _noting(
    pages: Iterable[tuple[LibraryFile, MadePage]],
    leads_to: list[tuple[LibraryFile, tuple[str, ...]]],
) -> Iterator[tuple[LibraryFile, MadePage]]:
    """Yield ``pages`` as they come, and note in ``leads_to`` where each of them leads."""
    for file, page in pages:
        leads_to.append((file, page.addresses))
        yield file, page
