"""The one script that stands inside a page, and the policy that lets no other run there."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rjsmin

EARLY = "reading-settings/early.js"


@dataclass(frozen=True)
class HeadScript:
    """What must run before the first paint, so that a page never shows in the wrong colours."""

    text: str

    @property
    def hash(self) -> str:
        """Return the source expression a Content-Security-Policy names this script by."""
        return f"'sha256-{b64encode(sha256(self.text.encode()).digest()).decode()}'"


def head_script(overrides: Path) -> HeadScript:
    """Return the script, without its comments."""
    source = overrides / "components" / EARLY
    return HeadScript(str(rjsmin.jsmin(source.read_text(encoding="utf-8"))).strip())


def security_policy(script: HeadScript) -> str:
    """Return the Content-Security-Policy of every page: this site alone, and nothing inline else.

    ``wasm-unsafe-eval`` lets the search engine's WebAssembly run; it allows no script.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {script.hash} 'wasm-unsafe-eval'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
