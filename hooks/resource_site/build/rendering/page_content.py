"""The content of a page: its Markdown body as HTML, and the variables of its template."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from ...incremental.dependencies import Dependencies
from ...markdown.document import Address, Document, PicturePart, ShownChecklist
from ...markdown.html.allow_list import clean, first_change
from ...markdown.links import target_of
from ...markdown.reader import read_markdown
from ...problems import Problem, report
from ...web.images.picture_html import picture_attributes, picture_end, picture_start
from ..files.library_file import LibraryFile, LibraryPage
from ..files.web_files import WebFiles


@dataclass(frozen=True)
class PageContent:
    """Content of the pages of one build.

    ``notes`` are those for staff, by the page's source; None except in a preview. ``prefix`` is the
    path of ``docs/`` in problems.
    """

    env: Environment
    dependencies: Dependencies
    web_files: WebFiles
    notes: Mapping[str, Any] | None
    site_url: str
    prefix: str

    def inputs(self, file: LibraryFile) -> object:
        """Return what a page's content depends on besides page data and lookups, for its key."""
        picture = self.web_files.card_of(file) if file.data.listed else None
        return picture, self.notes.get(file.src_uri) if self.notes is not None else None

    def variables(self, page: LibraryPage) -> dict[str, Any]:
        """Return the variables of the page's template, besides those of every page."""
        variables = {
            **page.data.view,
            **self.web_files.metadata(page),
            "page_url": page.canonical_url,
        }
        if self.notes is not None:
            variables["notes"] = self.notes.get(page.file.src_uri)
        return variables

    def html(self, page: LibraryPage, context: Mapping[str, Any]) -> str:
        """Return the body of ``page`` as HTML; ``context`` is its template's context.

        Raises ``PluginError`` if another plugin or hook has put something into the Markdown that is
        not allowed there.
        """

        def address(place: Address) -> str:
            target = self.dependencies.get("address", (place.href, page.file.src_uri))
            absolute = self.site_url + target.removeprefix("./")
            if place.for_paper:
                return str(escape(absolute.partition("://")[2]))
            return str(escape(absolute if place.whole else normalize_url(target, page)))

        def checklist(shown: ShownChecklist) -> str:
            model = self.dependencies.get("whole_checklist", shown.slug)
            if model is None and self.notes is None:
                what = f'{page.file.src_uri} shows "{shown.slug}", which readers cannot reach'
                raise PluginError(what)
            template = self.env.get_template("components/checklist/in-article.html")
            return template.render(context, checklist=model, level=shown.level)

        def picture(shown: PicturePart) -> str:
            target = target_of(shown.href, page.file.src_uri)
            fitted = self.dependencies.get("picture", target)

            def relative(to: str) -> str:
                return str(normalize_url(to, page))

            if shown.part == "start":
                return picture_start(fitted, relative)
            if shown.part == "end":
                return picture_end(fitted)
            source = address(Address(shown.href, whole=False))
            return f'src="{source}"{picture_attributes(fitted, shown, relative)}'

        text = self._text(page)
        return text.html(address, checklist, picture) if text else ""

    def _text(self, page: LibraryPage) -> Document | None:
        text, markdown = page.data.text, page.markdown or ""
        if markdown == (text.markdown if text else ""):
            return text
        changed = read_markdown(markdown, self.prefix + page.file.src_uri, 1)
        if changed.problems:
            raise PluginError(f"a plugin or hook changed a page.\n{report(changed.problems)}")
        return changed


def sanitise(page: Page, original: str, prefix: str) -> None:
    """Remove from the content of ``page`` all HTML that is not allowed.

    ``original`` is the content as we rendered it. If plugins or hooks have changed it, and what
    they added is not allowed, ``PluginError`` is raised; ``prefix`` is the path of ``docs/``.
    """
    html = page.content or ""
    removed = first_change(html) if html != original else None
    if removed:
        found = f'"<{removed[1]}>"' if removed[1] else "words"
        what = f"A plugin or hook puts {found} into this page where it may not stand."
        fix = "Change its settings, or leave it out."
        problem = Problem(prefix + page.file.src_uri, 1, 1, what, fix)
        raise PluginError(f"the site was not built.\n{problem}")
    page.content = clean(html)
