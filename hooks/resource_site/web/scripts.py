"""The scripts, published in one folder whose name has a hash of them all.

They import each other by relative addresses, so the hash is in the folder's name and not in each
file's. Browsers may cache the folder for ever.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rjsmin

from ..incremental.fingerprint import files_hash
from .inline_head_script import EARLY
from .service_worker import WORKERS


@dataclass(frozen=True)
class Scripts:
    """The JavaScript modules of ``overrides/components``, by their path there."""

    files: dict[str, Path]

    @cached_property
    def folder(self) -> str:
        """Return the folder's address, relative to the site's root."""
        return f"assets/script.{files_hash(self.files)}"

    def address(self, name: str) -> str:
        """Return the address of a module such as ``search/search-box.js``; raises ``KeyError``."""
        if name not in self.files:
            raise KeyError(f"no script {name}")
        return f"{self.folder}/{name}"

    def text(self, name: str) -> str:
        """Return the minified text of the module ``name``.

        rjsmin breaks nested template literals; a test keeps our scripts free of them.
        """
        return str(rjsmin.jsmin(self.files[name].read_text(encoding="utf-8")))


def scripts(overrides: Path) -> Scripts:
    """Return every module of the pages: not the inline script and the service workers."""
    components = overrides / "components"
    files = {file.relative_to(components).as_posix(): file for file in components.glob("*/*.js")}
    excluded = {EARLY, *WORKERS}
    return Scripts({name: files[name] for name in sorted(files) if name not in excluded})
