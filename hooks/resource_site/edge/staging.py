"""The site is built beside the last good one and takes its place only when it is whole."""

import os
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


class Staging:
    """One build's own folder, next to the site's, on the same disk so that it can be renamed."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Send this build to the folder, and clear away what killed builds left."""
        self.whole = False
        self._config = config
        self._site = Path(config.site_dir)
        self._new = self._beside("new")
        self._old = self._beside("old")
        self._restore()
        config.site_dir = str(self._new)

    def close(self) -> None:
        """Put a whole build where the site was, or throw away one that is not."""
        self._config.site_dir = str(self._site)
        if not self.whole:
            shutil.rmtree(self._new, ignore_errors=True)
            return
        if self._site.exists():
            self._site.rename(self._old)
        self._new.rename(self._site)
        shutil.rmtree(self._old, ignore_errors=True)

    def _beside(self, which: str) -> Path:
        return self._site.with_name(f".{self._site.name}-{which}-{os.getpid()}")

    def _restore(self) -> None:
        """Bring back a site that a build, killed between its two renames, had set aside."""
        for old in sorted(self._site.parent.glob(f".{self._site.name}-old-*")):
            if self._site.exists():
                shutil.rmtree(old, ignore_errors=True)
            else:
                old.rename(self._site)
