"""What the editor's page may load and ask: this site, and the Git host the settings name."""

from urllib.parse import urlsplit

from ..content.settings import Backend
from ..web.host_files import FOR_EVER, Rule

_GITHUB = "https://api.github.com"
_ASKED = {
    "github": (_GITHUB, "https://www.githubstatus.com"),
    "gitlab": ("https://gitlab.com", "https://status-api.hostedstatus.com"),
    "gitea": ("https://gitea.com",),
}
_PICTURES = {
    "github": ("https://avatars.githubusercontent.com",),
    "gitlab": ("https://gitlab.com", "https://secure.gravatar.com"),
    "gitea": ("https://gitea.com",),
}
"""Where each host keeps the pictures of its members."""


def editor_policy(backend: Backend | None, allowed: str) -> str:
    """Return the Content-Security-Policy of the editor's page.

    ``allowed`` is the hash of the one script inside it. The editor writes its styles into the
    page, so they are allowed there; scripts are not.
    """
    asked, pictures = _hosts(backend)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {allowed}",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            " ".join(("img-src 'self' blob: data:", *pictures)),
            "media-src 'self' blob:",
            "manifest-src blob: data:",
            " ".join(("connect-src 'self' blob: data:", *asked)),
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def editor_rules(policy: str, folder: str) -> list[Rule]:
    """Return what a host sends with a published editor, whose libraries are in ``folder``."""
    own = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
    return [
        Rule("/admin/*", own, without=tuple(own)),
        Rule(f"/{folder}/*", {"Cache-Control": FOR_EVER}),
    ]


def _hosts(backend: Backend | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not backend:
        return (), ()
    if backend.api_root:
        parts = urlsplit(backend.api_root)
        own = f"{parts.scheme}://{parts.netloc}"
        return (own,), (own,)
    return _ASKED[backend.name], _PICTURES[backend.name]
