"""The Content-Security-Policy and headers of the editor, which may connect to its Git host."""

from urllib.parse import urlsplit

from ..content.site.settings import Backend
from ..web.host_files import EVERYWHERE, FOR_EVER, REFERRER_POLICY, Rule

_GITHUB = "https://api.github.com"
_API_HOSTS = {
    "github": (_GITHUB, "https://www.githubstatus.com"),
    "gitlab": ("https://gitlab.com", "https://status-api.hostedstatus.com"),
    "gitea": ("https://gitea.com",),
}
_AVATAR_HOSTS = {
    "github": ("https://avatars.githubusercontent.com",),
    "gitlab": ("https://gitlab.com", "https://secure.gravatar.com"),
    "gitea": ("https://gitea.com",),
}
"""The hosts of members' avatars."""


def editor_policy(backend: Backend | None, script_hash: str) -> str:
    """Return the Content-Security-Policy of the editor's page.

    ``script_hash`` is the source expression of its import map, the only inline script allowed.
    Inline styles are allowed, since the CMS creates them.
    """
    api_hosts, avatar_hosts = _hosts(backend)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {script_hash}",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            " ".join(("img-src 'self' blob: data:", *avatar_hosts)),
            "media-src 'self' blob:",
            "manifest-src blob: data:",
            " ".join(("connect-src 'self' blob: data:", *api_hosts)),
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def own_host_rules(policy: str, folder: str) -> list[Rule]:
    """Return the header rules of an editor on a host name of its own; as ``editor_rules``."""
    headers = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return [Rule(EVERYWHERE, headers), Rule(f"/{folder}/*", {"Cache-Control": FOR_EVER})]


def editor_rules(policy: str, folder: str) -> list[Rule]:
    """Return the header rules of a published editor, whose libraries are in ``folder``."""
    headers = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        # The window in which staff sign in sends what it has back to the one that opened it.
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }
    return [
        Rule("/admin/*", headers, without=tuple(headers)),
        Rule(f"/{folder}/*", {"Cache-Control": FOR_EVER}),
    ]


def _hosts(backend: Backend | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not backend:
        return (), ()
    if backend.api_root:
        parts = urlsplit(backend.api_root)
        origin = f"{parts.scheme}://{parts.netloc}"
        return (origin,), (origin,)
    return _API_HOSTS[backend.name], _AVATAR_HOSTS[backend.name]
