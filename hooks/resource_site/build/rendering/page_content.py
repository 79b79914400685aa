"""The words of a page as they stand in it: addresses filled in, checklists shown, nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from ...incremental.dependencies import Dependencies
from ...markdown.document import Address, Document, ShownChecklist
from ...markdown.html.allow_list import clean, first_change
from ...markdown.reader import read_markdown
from ...problems import Problem, report
from ..files.library_file import LibraryFile, LibraryPage
from ..files.web_files import WebFiles


@dataclass(frozen=True)
class PageContent:
    """What the pages of one build are filled from. Only a preview has ``notes`` for staff.

    ``prefix`` is what problems put in front of a path inside ``docs/``.
    """

    env: Environment
    dependencies: Dependencies
    web_files: WebFiles
    notes: Mapping[str, Any] | None
    site_url: str
    prefix: str

    def given(self, file: LibraryFile) -> object:
        """Return what a page is filled from besides what it looks up and its own data."""
        picture = self.web_files.card_of(file) if file.data.listed else None
        return picture, self.notes.get(file.src_uri) if self.notes is not None else None

    def names(self, page: LibraryPage) -> dict[str, Any]:
        """Return what the template of ``page`` shows."""
        names = {
            **page.data.view,
            **self.web_files.names_for(page),
            "page_url": page.canonical_url,
        }
        return (
            names if self.notes is None else {**names, "notes": self.notes.get(page.file.src_uri)}
        )

    def html(self, page: LibraryPage, context: Mapping[str, Any]) -> str:
        """Return the words of ``page`` as HTML; ``context`` is what its template gets.

        Raises ``PluginError`` where another plugin or hook has put something into its Markdown
        that may not stand there.
        """

        def address(place: Address) -> str:
            found = self.dependencies.get("address", (place.href, page.file.src_uri))
            whole = self.site_url + found.removeprefix("./")
            return str(escape(whole if place.whole else normalize_url(found, page)))

        def checklist(shown: ShownChecklist) -> str:
            found = self.dependencies.get("whole_checklist", shown.slug)
            if found is None and self.notes is None:
                what = f'{page.file.src_uri} shows "{shown.slug}", which readers cannot reach'
                raise PluginError(what)
            template = self.env.get_template("components/checklist/in-article.html")
            return template.render(context, checklist=found, level=shown.level)

        text = self._text(page)
        return text.html(address, checklist) if text else ""

    def _text(self, page: LibraryPage) -> Document | None:
        text, markdown = page.data.text, page.markdown or ""
        if markdown == (text.markdown if text else ""):
            return text
        changed = read_markdown(markdown, self.prefix + page.file.src_uri, 1)
        if changed.problems:
            raise PluginError(f"a plugin or hook changed a page.\n{report(changed.problems)}")
        return changed


def allow_nothing_else(page: Page, made: str, prefix: str) -> None:
    """Take out of the content of ``page`` what may not stand there; we ``made`` it as it was.

    Raises ``PluginError`` where that is anything, which only another plugin or hook can have put
    there; it names the file with ``prefix`` in front of its path inside ``docs/``.
    """
    html = page.content or ""
    strange = first_change(html) if html != made else None
    if strange:
        found = f'"<{strange[1]}>"' if strange[1] else "words"
        what = f"A plugin or hook puts {found} into this page where it may not stand."
        fix = "Change its settings, or leave it out."
        problem = Problem(prefix + page.file.src_uri, 1, 1, what, fix)
        raise PluginError(f"the site was not built.\n{problem}")
    page.content = clean(html)
