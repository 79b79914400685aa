"""HTTP headers and redirects, as the configuration files of hosts.

``_headers`` and ``_redirects`` are for Netlify and Cloudflare Pages; ``_nginx.conf`` is included by
``deploy/nginx.conf``. All three are made from the same rules.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..content.library import MovedPage
from .images.social_cards import FOLDER as SOCIAL_CARDS
from .search_index import FOLDER

HEADERS, REDIRECTS, NGINX = "_headers", "_redirects", "_nginx.conf"

EVERYWHERE = "/*"

FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose address changes with their content; a year is the longest useful value."""
_ONE_DAY = "public, max-age=86400"
_REVALIDATE = "no-cache"

_DENIED_FEATURES = "camera=(), geolocation=(), microphone=()"

REFERRER_POLICY = "same-origin"
"""Other sites must not learn which page a reader came from."""

_OPENER, _RESOURCE = "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"

_PAGE_HEADERS = (
    "Content-Security-Policy",
    _OPENER,
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
)


@dataclass(frozen=True)
class Rule:
    """The headers of the files whose address matches ``pattern``, where * matches any text."""

    pattern: str
    headers: Mapping[str, str]
    without: Collection[str] = ()
    """Headers of a wider rule to remove; ``headers`` may set another value."""


def header_rules(policy: str, for_ever: Iterable[str]) -> list[Rule]:
    """Return the rules of the site.

    ``policy`` is the Content-Security-Policy of pages, ``for_ever`` has the patterns of files that
    never change.

    A file gets the headers of every rule it matches, and hosts join the values of a header that
    is set twice, so no two rules set the same header. Pages have no Cache-Control, which hosts
    take to mean that browsers revalidate.
    """
    everywhere = {
        "Content-Security-Policy": policy,
        # Without includeSubDomains: other sites may run there without HTTPS.
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER_POLICY,
        # No other site's window or page gets hold of a page or a file.
        _OPENER: "same-origin",
        _RESOURCE: "same-origin",
        "Permissions-Policy": _DENIED_FEATURES,
    }
    return [
        Rule(EVERYWHERE, everywhere),
        # Headers of pages have no effect on styles, fonts, scripts and pictures, which are many.
        *(
            Rule(pattern, {"Cache-Control": FOR_EVER}, without=_PAGE_HEADERS)
            for pattern in for_ever
        ),
        Rule(f"/{FOLDER}/*", {"Cache-Control": _REVALIDATE}, without=_PAGE_HEADERS),
        *(
            Rule(pattern, {"Cache-Control": _ONE_DAY})
            for pattern in ("/assets/favicon.svg", "/assets/*icon*.png")
        ),
        Rule("/sw.js", {"Cache-Control": _REVALIDATE}),
        # Other sites show it beside a link to the page.
        Rule(f"/{SOCIAL_CARDS}/*", {_RESOURCE: "cross-origin"}, without=(_RESOURCE,)),
    ]


def headers_file(rules: Iterable[Rule], base: str) -> str:
    """Return the text of ``_headers``; ``base`` is the path of the site, which ends in a slash."""
    lines: list[str] = []
    for rule in rules:
        lines.append(base + rule.pattern[1:])
        # Cloudflare Pages removes the header; hosts without this syntax ignore the line.
        lines += [f"  ! {name}" for name in rule.without]
        lines += [f"  {name}: {value}" for name, value in rule.headers.items()]
    return "\n".join([*lines, ""])


def redirects(moves: Iterable[MovedPage], worksheets: Iterable[str], base: str) -> dict[str, str]:
    """Return the new path of every old one, for pages and for the ``worksheets`` below them.

    ``worksheets`` are the addresses of all worksheets, relative to the site's root, which is at the
    path ``base`` of its host.
    """
    files = list(worksheets)
    targets: dict[str, str] = {}
    for move in moves:
        old, new = base + move.old_address, base + move.page.address
        targets[old] = targets[old.rstrip("/")] = new
        for file in files:
            if file.startswith(move.page.address):
                targets[old + file.removeprefix(move.page.address)] = base + file
    return targets


def redirects_file(targets: Mapping[str, str]) -> str:
    """Return the text of ``_redirects``."""
    return "".join(f"{old} {new} 301\n" for old, new in targets.items())


def nginx_file(rules: Iterable[Rule], targets: Mapping[str, str], base: str) -> str:
    """Return rules and redirects as nginx maps, for its ``http`` block.

    ``base`` is the path of the site, which ends in a slash.

    A map sets a header's value by the requested path, so the ``server`` block adds each header
    once; nginx does not send a header whose value is empty.
    """
    values: dict[str, dict[str, str]] = {"Cache-Control": {EVERYWHERE: _REVALIDATE}}
    for rule in rules:
        for name, value in {**dict.fromkeys(rule.without, ""), **rule.headers}.items():
            values.setdefault(name, {})[rule.pattern] = value
    maps = [_map(nginx_variable(name), patterns, base) for name, patterns in values.items()]
    moved = "".join(f'  "{old}" "{new}";\n' for old, new in targets.items())
    maps.append(f'map $uri $resources_moved {{\n  default "";\n{moved}}}\n')
    return "# Made by the build: what deploy/nginx.conf sends and where it leads.\n" + "".join(maps)


def nginx_variable(header: str) -> str:
    """Return the name of the nginx variable with a header's value."""
    return "$resources_" + header.lower().replace("-", "_")


def _map(variable: str, values: Mapping[str, str], base: str) -> str:
    lines = []
    for pattern, value in values.items():
        key = "default" if pattern == EVERYWHERE else f'"~^{_expression(base + pattern[1:])}$"'
        lines.append(f'  {key} "{value}";\n')
    return f"map $uri {variable} {{\n{''.join(lines)}}}\n"


def _expression(pattern: str) -> str:
    return ".*".join(re.escape(part) for part in pattern.split("*"))
