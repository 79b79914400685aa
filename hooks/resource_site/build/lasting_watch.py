"""Watches the files of a preview, through the absence of a folder or a file."""

from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_INTERVAL = 0.5
"""Seconds between two looks, as MkDocs has it."""


class _LastingEmitter(PollingEmitter):
    """Takes what is not there for empty, and looks again.

    Its base stops for good at the first look that finds nothing: after a folder was put in the
    place of another, or an editor had saved by renaming, a preview followed no save.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        take = self._take_snapshot

        def take_or_empty() -> DirectorySnapshot:
            try:
                return take()
            except (FileNotFoundError, NotADirectoryError):
                return EmptyDirectorySnapshot()

        self._take_snapshot = take_or_empty


def watch_lastingly(server: "LiveReloadServer", config: MkDocsConfig) -> None:
    """Let ``server``, which has not started yet, follow what it watches whatever happens to it."""
    watched = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for path in watched:
        server.unwatch(path)
    observer: Any = BaseObserver(_LastingEmitter, timeout=_INTERVAL)
    server.observer = observer
    for path in watched:
        server.watch(path)
