"""One site under MkDocs: what each of its events asks for, in order."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ..cache import Cache
from ..check import load_all
from ..clock import today
from ..contact_call import QrCodes, vcard_name
from ..content.loading import Loaded
from ..content.settings import Settings
from ..early_script import EarlyScript, early_script, security_policy
from ..offline import WORKER, worker_script
from ..problems import Problem, report
from ..readiness.page_notes import PageNotes, page_notes
from ..readiness.published_items import RECORD, record
from ..scripts import Scripts, scripts
from ..site_facts import SiteFacts
from ..stylesheets import Stylesheet, print_stylesheet, site_stylesheet
from .checklist_fence import add_checklist_fence, fill_checklists
from .editor_files import EDITOR, SiteEditor
from .kept import kept_folder
from .library_page import LibraryPage
from .on_paper import ready_for_paper
from .outward_files import SITEMAP, OutwardFiles
from .page_kinds import PageKinds
from .preview import keep_running
from .rendered_html import refuse_programs
from .site_search import SiteSearch
from .staging import Staging
from .static_files import is_ours, kept_for_ever, made_files, refuse_taken
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
    early_script: EarlyScript
    scripts: Scripts
    outward: OutwardFiles
    env: Environment

    def __init__(self) -> None:
        self.preview = False
        self.notes: dict[str, PageNotes] = {}
        self.problems: tuple[Problem, ...] = ()
        self.staging: Staging | None = None
        self.worksheets = WorksheetFiles()
        self.search = SiteSearch()

    def start(self, command: str) -> None:
        """Learn whether this is a preview, which keeps running whatever staff save."""
        self.preview = command == "serve"

    def configure(self, config: MkDocsConfig) -> None:
        """Add our Markdown, and send a build that will be published to a folder of its own."""
        # MkDocs' own sitemap knows neither when words changed nor which pages moved.
        config.theme.static_templates.discard(SITEMAP)
        self.overrides = Path(config.theme.custom_dir or "overrides")
        self.site_url = f"{(config.site_url or '').rstrip('/')}/"
        add_checklist_fence(config)
        if not self.preview:
            self.staging = Staging(config)

    def load(self, config: MkDocsConfig) -> None:
        """Load everything staff wrote; a build to publish stops here if anything is wrong."""
        settings_file = Path(config.config_file_path or "mkdocs.yml")
        self.loaded, settings, problems = load_all(
            settings_file, Path(config.docs_dir), preview=self.preview
        )
        if settings:  # where they are wrong, a preview keeps the last good ones
            self.settings = settings.settings
        self.problems = tuple(sorted(set(problems)))
        if self.problems and not (self.preview and hasattr(self, "settings")):
            raise PluginError(f"the site was not built.\n{report(self.problems)}")
        if self.problems:
            log.warning(f"the preview leaves out what has a problem.\n{report(self.problems)}")
        if self.preview:
            self.notes = page_notes(self.loaded, self.problems, today())

    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what the library shows."""
        library = self.loaded.library
        self.styles = {
            "site": site_stylesheet(self.overrides),
            "print": print_stylesheet(self.overrides),
        }
        self.early_script = early_script(self.overrides)
        policy = security_policy(self.early_script)
        docs = Path(config.docs_dir)
        self.scripts = scripts(self.overrides)
        pages = list(PageKinds(library, self.settings, config).files())
        worksheets = self.worksheets.files(library, config, preview=self.preview)
        pdfs = [file.src_uri for file in worksheets]
        self.outward = OutwardFiles(library, self._facts(config), self.overrides, config)
        for_ever = kept_for_ever(self.styles.values(), self.scripts)
        editor = SiteEditor(self.settings.editor, config, preview=self.preview)
        found = [
            *(file for file in files if is_ours(file, docs, self.overrides)),
            *made_files(
                self.styles.values(),
                self.scripts,
                settings=self.settings,
                site_url=self.site_url,
                config=config,
            ),
            *pages,
            *worksheets,
            *self.outward.files(pages, worksheets=pdfs, preview=self.preview),
            *editor.files(),
            *self.outward.host_files(
                policy, for_ever, pdfs, scripts=self.scripts.folder, editor=editor.rules
            ),
            File.generated(config, RECORD, content=record(library.checklists)),
        ]
        refuse_taken(found, docs, self.loaded.prefix)
        return Files(found)

    def _facts(self, config: MkDocsConfig) -> SiteFacts:
        return SiteFacts(
            config.site_name,
            self.site_url,
            config.site_description or "",
            self.settings.organisation,
            self.settings.contact,
        )

    def prepare_templates(self, env: Environment, config: MkDocsConfig) -> None:
        """Make the environment safe, and give every template what the site knows."""
        self.env = env
        self.search.engine.prepare(preview=self.preview)
        names = {
            "site_name": config.site_name,
            "site_url": self.site_url,
            "library": self.loaded.library,
            "contact": self.settings.contact,
            "organisation": self.settings.organisation,
            "vcard_address": f"contact/{vcard_name(self.settings.contact)}",
            "styles": self.styles,
            "script": self.scripts.address,
            "qr_code": QrCodes(Cache(kept_folder(config, "codes"), ".svg")).svg,
            "early_script": self.early_script,
            "has_worksheets": self.worksheets.engine.possible,
            "has_search": self.search.engine.possible,
            "problems": self.problems,
            "preview": self.preview,
            "editor_address": EDITOR if self.preview else "",
            "offline": self.offline,
        }
        prepare(env, self.loaded.addresses, self.worksheets.sizes, names)

    def make_worksheets(self, config: MkDocsConfig, files: Files) -> None:
        """Turn every checklist into its worksheets."""
        self.worksheets.make(self.loaded.library, self.overrides, self.env, config, files)

    def fill_page(self, context: dict[str, Any], page: Page) -> None:
        """Give a page what it shows, and put shown checklists in their places."""
        if isinstance(page, LibraryPage):
            context.update(page.view, page_url=page.canonical_url, **self.outward.names_for(page))
            if self.preview:
                context["notes"] = self.notes.get(page.file.src_uri)
        library = self.loaded.library

        def render(slug: str, level: int) -> str:
            if slug not in library.checklist and not self.preview:
                raise PluginError(f'{page.file.src_uri} shows "{slug}", which readers cannot reach')
            template = self.env.get_template("components/checklist/in-article.html")
            return template.render(context, checklist=library.checklist.get(slug), level=level)

        if not self.settings.raw_html:
            refuse_programs(page)
        body = ready_for_paper(page.content or "", page.canonical_url or "")
        page.content = fill_checklists(body, render)

    def keep_running(
        self, server: LiveReloadServer, builder: Callable[..., None], config: MkDocsConfig
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
        self.search.make(site, preview=self.preview)
        worker = worker_script(site, self.overrides, keep=self.offline)
        (site / WORKER).write_text(worker, encoding="utf-8", newline="\n")
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
