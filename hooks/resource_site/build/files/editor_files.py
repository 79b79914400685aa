"""The browser editor as files of the site: in every preview, else only if the settings say so."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...content.site.settings import Editor
from ...web.host_files import Rule

if TYPE_CHECKING:
    from ...checks.readiness.page_notes import PageNotes
    from ...editor.editor_assets import EditorFiles

EDITOR = "admin/"
"""The editor's address, relative to the site's root."""


class SiteEditor:
    """The editor of one build."""

    def __init__(self, settings: Editor, config: MkDocsConfig, *, preview: bool) -> None:
        self._config = config
        is_there = preview or settings.publish
        self._files = _editor(settings, config, has_notes=preview) if is_there else None

    @property
    def rules(self) -> list[Rule]:
        """Return the header rules of the editor."""
        if self._files is None:
            return []
        from ...editor.editor_policy import editor_rules  # noqa: PLC0415 - see _editor

        return editor_rules(self._files.policy, self._files.libraries)

    def files(self) -> Iterator[File]:
        """Yield every file of the editor."""
        if self._files is None:
            return
        for address, text in self._files.texts():
            yield File.generated(self._config, address, content=text)
        for address, file in self._files.copies():
            yield File.generated(self._config, address, abs_src_path=str(file))


def notes_file(notes: "Mapping[str, PageNotes]", config: MkDocsConfig) -> File:
    """Return the file that tells the editor of a preview what to look at, and what is to do."""
    from ...editor.editor_notes import editor_notes  # noqa: PLC0415 - see _editor

    return File.generated(config, f"{EDITOR}notes.json", content=editor_notes(notes))


def _editor(settings: Editor, config: MkDocsConfig, *, has_notes: bool) -> "EditorFiles":
    # Imported here, as most builds publish no editor.
    from ...editor.editor_assets import EditorFiles  # noqa: PLC0415

    return EditorFiles.of(
        settings,
        overrides=Path(config.theme.custom_dir or "overrides"),
        docs=Path(config.docs_dir),
        config_file=Path(config.config_file_path or "mkdocs.yml"),
        site_name=config.site_name,
        site_url=config.site_url or "",
        has_notes=has_notes,
    )
