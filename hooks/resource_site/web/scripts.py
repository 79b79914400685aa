"""The scripts, published in one folder whose name changes with any of them.

They import each other by relative addresses, so the folder and not each file carries the name;
it may be kept for ever, and a changed site asks for another one.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import rjsmin

from .inline_head_script import EARLY
from .service_worker import WORKERS


@dataclass(frozen=True)
class Scripts:
    """The modules of ``overrides/components``, by their path there."""

    files: dict[str, Path]

    @cached_property
    def folder(self) -> str:
        """Return where they are published, relative to the site's root."""
        digest = sha256()
        for name, file in self.files.items():
            digest.update(f"{name}\0".encode() + sha256(file.read_bytes()).digest())
        return f"assets/script.{digest.hexdigest()[:10]}"

    def address(self, name: str) -> str:
        """Return where the module ``name``, such as ``search/search-box.js``, is published."""
        if name not in self.files:
            raise KeyError(f"no script {name}")
        return f"{self.folder}/{name}"

    def text(self, name: str) -> str:
        """Return the module ``name`` without comments and space.

        The minifier breaks a template inside a template; a test keeps our scripts free of them.
        """
        return str(rjsmin.jsmin(self.files[name].read_text(encoding="utf-8")))


def scripts(overrides: Path) -> Scripts:
    """Return every module that pages ask for; what becomes something else is left out."""
    components = overrides / "components"
    files = {file.relative_to(components).as_posix(): file for file in components.glob("*/*.js")}
    elsewhere = {EARLY, *WORKERS}
    return Scripts({name: files[name] for name in sorted(files) if name not in elsewhere})
