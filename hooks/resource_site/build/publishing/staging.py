"""The site is built beside the last good one and takes its place only when it is whole."""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from .atomic_swap import swap
from .disk_errors import in_words

_DAY = 24 * 60 * 60
"""Seconds."""

_TRIES = 5
"""How often a build tries to take the site's place while others do the same."""


class Staging:
    """One build's own folder, next to the site's, on the same disk so that it can be renamed."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Send this build to the folder, and clear away what killed builds left."""
        self.whole = False
        self._config = config
        # A site folder that is a link stays one: what it leads to is replaced.
        self._site = Path(config.site_dir).resolve()
        self._new = self._beside("new")
        self._old = self._beside("old")
        try:
            self._restore()
            self._new.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PluginError(f"the site was not built. {in_words(error)}") from error
        config.site_dir = str(self._new)

    def close(self) -> None:
        """Put a whole build where the site was, or throw away one that is not."""
        self._config.site_dir = str(self._site)
        if self.whole:
            try:
                self._keep_hidden_files()
                self._replace()
            except OSError as error:
                shutil.rmtree(self._new, ignore_errors=True)
                raise Abort(f"The site could not be replaced. {in_words(error)}") from error
        # After a swap, this is the site that was.
        shutil.rmtree(self._new, ignore_errors=True)

    def _replace(self) -> None:
        """Take the site's place; where another build does so at the same time, after it.

        Raises ``OSError``, with the site as it was.
        """
        for left in reversed(range(_TRIES)):
            if swap(self._new, self._site):
                return
            try:
                self._rename()
            except OSError:
                if not left:
                    raise
            else:
                return

    def _rename(self) -> None:
        """Do in two steps what cannot be done in one; in between there is no site."""
        aside = self._site.exists()
        if aside:
            self._site.rename(self._old)
        try:
            self._new.rename(self._site)
        except OSError:
            if aside and not self._site.exists():
                self._old.rename(self._site)
            raise
        finally:
            if self._site.exists():
                shutil.rmtree(self._old, ignore_errors=True)

    def _keep_hidden_files(self) -> None:
        """Take along what a host or Git keeps in the folder, as MkDocs' own cleaning does."""
        for file in self._site.glob(".*"):
            if not (self._new / file.name).exists():
                copy = shutil.copytree if file.is_dir() else shutil.copy2
                copy(file, self._new / file.name)

    def _beside(self, which: str) -> Path:
        return self._site.with_name(f".{self._site.name}-{which}-{os.getpid()}")

    def _restore(self) -> None:
        """Bring back a site that a build, killed between its two renames, had set aside.

        What such builds had half made goes too, once it is a day old.
        """
        for old in sorted(self._site.parent.glob(f".{self._site.name}-old-*")):
            if self._site.exists():
                shutil.rmtree(old, ignore_errors=True)
            else:
                with suppress(FileNotFoundError):  # another build was quicker
                    old.rename(self._site)
        for new in self._site.parent.glob(f".{self._site.name}-new-*"):
            with suppress(FileNotFoundError):
                if time.time() - new.stat().st_mtime > _DAY:
                    shutil.rmtree(new, ignore_errors=True)
