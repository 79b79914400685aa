"""The only inline script of a page, and the Content-Security-Policy that allows it by hash."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rjsmin

EARLY = "reading-settings/early.js"


@dataclass(frozen=True)
class HeadScript:
    """An inline script; on pages, it sets the theme before the first paint."""

    text: str

    @property
    def hash(self) -> str:
        """Return the hash of this script as a source expression of a Content-Security-Policy."""
        return f"'sha256-{b64encode(sha256(self.text.encode()).digest()).decode()}'"


def head_script(overrides: Path) -> HeadScript:
    """Return the minified inline script of pages."""
    source = overrides / "components" / EARLY
    return HeadScript(str(rjsmin.jsmin(source.read_text(encoding="utf-8"))).strip())


FRAMES = "; frame-ancestors 'none'"
"""The part of a policy that only a header can hold: browsers ignore it in a page."""


def page_policy(script: HeadScript) -> str:
    """Return the pages' Content-Security-Policy: only this site's files, inline only ``script``.

    It stands in each page, and with ``FRAMES`` in the headers. ``wasm-unsafe-eval`` is for
    Pagefind's WebAssembly; it does not allow ``eval``.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {script.hash} 'wasm-unsafe-eval'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )
