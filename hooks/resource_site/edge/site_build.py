"""One site under MkDocs: what each of its events asks for, in order."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ..clock import today
from ..contact_call import vcard_name
from ..content.loading import Loaded, load
from ..content.settings import Settings, SettingsFile
from ..early_script import early_script, security_policy
from ..problems import ContentError, Problem, report
from ..stylesheets import Stylesheet, print_stylesheet, site_stylesheet
from .checklist_fence import add_checklist_fence, fill_checklists
from .library_page import LibraryPage
from .page_kinds import PageKinds
from .preview import keep_running
from .site_search import SiteSearch
from .staging import Staging
from .static_files import is_ours, made_files
from .templates import prepare
from .worksheet_files import WorksheetFiles

log = get_plugin_logger("resources")


class SiteBuild:
    """What this process knows of the site; under ``mkdocs serve`` it lasts many builds."""

    settings: Settings
    loaded: Loaded
    overrides: Path
    site_url: str
    styles: dict[str, Stylesheet]
    env: Environment

    def __init__(self) -> None:
        self.preview = False
        self.problems: tuple[Problem, ...] = ()
        self.staging: Staging | None = None
        self.worksheets = WorksheetFiles()
        self.search = SiteSearch()

    def start(self, command: str) -> None:
        """Learn whether this is a preview, which keeps running whatever staff save."""
        self.preview = command == "serve"

    def configure(self, config: MkDocsConfig) -> None:
        """Add our Markdown, and send a build that will be published to a folder of its own."""
        self.overrides = Path(config.theme.custom_dir or "overrides")
        self.site_url = f"{(config.site_url or '').rstrip('/')}/"
        add_checklist_fence(config)
        if not self.preview:
            self.staging = Staging(config)

    def load(self, config: MkDocsConfig) -> None:
        """Load everything staff wrote; a build to publish stops here if anything is wrong."""
        docs = Path(config.docs_dir)
        self.loaded = load(docs, today(), preview=self.preview)
        problems = self._read_settings(Path(config.config_file_path or "mkdocs.yml"), docs)
        self.problems = tuple(sorted({*problems, *self.loaded.problems}))
        if self.problems and not (self.preview and hasattr(self, "settings")):
            raise PluginError(f"the site was not built.\n{report(self.problems)}")
        if self.problems:
            log.warning(f"the preview leaves out what has a problem.\n{report(self.problems)}")

    def _read_settings(self, config: Path, docs: Path) -> list[Problem]:
        """Take the settings as they are now; where they are wrong, a preview keeps the last."""
        try:
            file = SettingsFile(config)
        except ContentError as error:
            return list(error.problems)
        self.settings = file.settings
        return file.check_files(docs)

    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what the library shows."""
        library = self.loaded.library
        self.styles = {
            "site": site_stylesheet(self.overrides),
            "print": print_stylesheet(self.overrides),
        }
        folders = {Path(config.docs_dir), self.overrides}
        return Files(
            [
                *(file for file in files if is_ours(file, folders)),
                *made_files(self.styles.values(), self.settings, self.site_url, config),
                *PageKinds(library, self.settings, config).files(),
                *self.worksheets.files(library, config, preview=self.preview),
            ]
        )

    def prepare_templates(self, env: Environment, config: MkDocsConfig) -> None:
        """Make the environment safe, and give every template what the site knows."""
        self.env = env
        self.search.prepare(preview=self.preview)
        script = early_script(self.overrides)
        names = {
            "site_name": config.site_name,
            "library": self.loaded.library,
            "contact": self.settings.contact,
            "organisation": self.settings.organisation,
            "vcard_address": f"contact/{vcard_name(self.settings.contact)}",
            "styles": self.styles,
            "early_script": script,
            "security_policy": security_policy(script),
            "has_worksheets": self.worksheets.possible,
            "has_search": self.search.possible,
            "problems": self.problems,
            "preview": self.preview,
        }
        prepare(env, self.loaded.addresses, names)

    def make_worksheets(self) -> None:
        """Turn every checklist into its PDF."""
        self.worksheets.make(self.loaded.library, self.overrides, self.env, self.site_url)

    def fill_page(self, context: dict[str, Any], page: Page) -> None:
        """Give a page what it shows, and put shown checklists in their places."""
        if isinstance(page, LibraryPage):
            context.update(page.view, page_url=page.canonical_url)
        library = self.loaded.library

        def render(slug: str, level: int) -> str:
            template = self.env.get_template("components/checklist/in-article.html")
            return template.render(context, checklist=library.checklist.get(slug), level=level)

        page.content = fill_checklists(page.content or "", render)

    def keep_running(
        self, server: LiveReloadServer, builder: Callable[..., None], config: MkDocsConfig
    ) -> None:
        """Let a preview outlive settings that cannot be read."""
        keep_running(server, builder, Path(config.config_file_path or "mkdocs.yml"))

    def finish(self, config: MkDocsConfig) -> None:
        """Index the pages, now that all are written, so that ``publish`` may show the site."""
        self.search.make(Path(config.site_dir), preview=self.preview)
        if self.staging:
            self.staging.whole = True

    def fail(self) -> None:
        """Note that the build went wrong, even if it went wrong late (``--strict``)."""
        if self.staging:
            self.staging.whole = False

    def publish(self) -> None:
        """Put a whole build where the site was; leave the last good site after any other."""
        if self.staging:
            self.staging.close()
