"""What a page gets besides its Markdown: what it shows, and shown checklists in their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from ..content.addresses import target_of
from ..questions import Questions
from .checklist_fence import fill_checklists
from .library_page import LibraryFile, LibraryPage
from .on_paper import ready_for_paper
from .outward_files import OutwardFiles
from .rendered_html import refuse_programs


@dataclass(frozen=True)
class PageFilling:
    """What the pages of one build are filled from. Only a preview has ``notes`` for staff."""

    env: Environment
    questions: Questions
    outward: OutwardFiles
    notes: Mapping[str, Any] | None
    raw_html: bool

    def given(self, file: LibraryFile) -> object:
        """Return what a page is filled from besides what it asks and its own view."""
        picture = self.outward.picture_of(file) if file.facts.listed else None
        return picture, self.notes.get(file.src_uri) if self.notes is not None else None

    def fill(self, context: dict[str, Any], page: Page) -> None:
        """Give a page what it shows, and put shown checklists in their places.

        Raises ``PluginError`` where its Markdown holds what may not stand in a page.
        """
        if isinstance(page, LibraryPage):
            context.update(
                page.facts.view, page_url=page.canonical_url, **self.outward.names_for(page)
            )
            if self.notes is not None:
                context["notes"] = self.notes.get(page.file.src_uri)
            self._ask_links(page)

        def render(slug: str, level: int) -> str:
            checklist = self.questions.ask("whole_checklist", slug)
            if checklist is None and self.notes is None:
                raise PluginError(f'{page.file.src_uri} shows "{slug}", which readers cannot reach')
            template = self.env.get_template("components/checklist/in-article.html")
            return template.render(context, checklist=checklist, level=level)

        if not self.raw_html:
            refuse_programs(page, context["config"])
        body = ready_for_paper(page.content or "", page.canonical_url or "")
        page.content = fill_checklists(body, render)

    def _ask_links(self, page: LibraryPage) -> None:
        """Ask whether each link leads somewhere: MkDocs writes it otherwise where it does not."""
        mentions = getattr(page.facts.shows, "mentions", None)
        for link in mentions.links if mentions else ():
            target = target_of(link.value, page.file.src_uri)
            if target is not None:
                self.questions.ask("is_file", target)
