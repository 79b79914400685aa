"""Staging: the site is built in a folder of its own, and published only when it is complete."""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError

from .atomic_swap import swap
from .disk_errors import disk_error_message

_DAY = 24 * 60 * 60
"""Seconds."""

_MADE = b"# Made by the build"
"""How a ``security.txt`` of ours starts, which goes with its setting."""

_TRIES = 5
"""Attempts to publish while other builds do the same."""


class Staging:
    """The staging folder of one build, beside the site's, so that both are on one file system.

    Set ``is_complete`` before ``close`` to publish the build.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        """Create the folder, make it MkDocs' ``site_dir``, and clean up after killed builds.

        Raises ``PluginError`` where the folder cannot be created.
        """
        self.is_complete = False
        self._config = config
        # If the site's folder is a symbolic link, its target is replaced.
        self._site = Path(config.site_dir).resolve()
        self._new = self._beside("new")
        self._old = self._beside("old")
        try:
            self._restore()
            self._new.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PluginError(f"the site was not built. {disk_error_message(error)}") from error
        config.site_dir = str(self._new)

    def close(self) -> None:
        """Publish a complete build, or delete an incomplete one; raises ``BuildError``."""
        self._config.site_dir = str(self._site)
        if self.is_complete:
            try:
                self._keep_hidden_files()
                self._replace()
            except OSError as error:
                shutil.rmtree(self._new, ignore_errors=True)
                raise BuildError(
                    f"The site could not be replaced. {disk_error_message(error)}"
                ) from error
        # After a swap, this is the previous site.
        shutil.rmtree(self._new, ignore_errors=True)

    def _replace(self) -> None:
        """Replace the site; retried if another build does so at the same time.

        Raises ``OSError``, with the site unchanged.
        """
        for tries_left in reversed(range(_TRIES)):
            if swap(self._new, self._site):
                return
            try:
                self._rename()
            except OSError:
                if not tries_left:
                    raise
            else:
                return

    def _rename(self) -> None:
        """Replace the site by two renames, between which there is no site."""
        is_set_aside = self._site.exists()
        if is_set_aside:
            self._site.rename(self._old)
        try:
            self._new.rename(self._site)
        except OSError:
            if is_set_aside and not self._site.exists():
                self._old.rename(self._site)
            raise
        finally:
            if self._site.exists():
                shutil.rmtree(self._old, ignore_errors=True)

    def _keep_hidden_files(self) -> None:
        """Copy hidden files, such as .git, from the old site; MkDocs keeps them too."""
        for file in self._site.glob(".*"):
            copy = self._new / file.name
            if file.is_dir():
                shutil.copytree(file, copy, ignore=self._ours, dirs_exist_ok=True)
            elif not copy.exists():
                shutil.copy2(file, copy)

    def _ours(self, folder: str, names: list[str]) -> list[str]:
        """Return those of ``names`` in a hidden folder of the old site that are not copied."""
        new = self._new / Path(folder).relative_to(self._site)
        return [name for name in names if (new / name).is_file() or _is_ours(Path(folder, name))]

    def _beside(self, which: str) -> Path:
        return self._site.with_name(f".{self._site.name}-{which}-{os.getpid()}")

    def _restore(self) -> None:
        """Restore a site that a killed build had set aside, between its two renames.

        Staging folders of killed builds are deleted once they are a day old.
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


def _is_ours(file: Path) -> bool:
    return file.name == "security.txt" and file.read_bytes().startswith(_MADE)
